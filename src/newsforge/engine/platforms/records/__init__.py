"""One module a platform, each with one ``PLATFORM``. A file dropped in here is a platform."""
