"""What can keep a server from running, said so that a person can act on it."""

from __future__ import annotations

from newsforge.kit.errors import NewsforgeError


class ServerFailed(NewsforgeError):
    """A server did not start, or stopped by itself."""

    code = "server_failed"


class PortTaken(ServerFailed):
    """Another program listens on the port."""

    code = "port_taken"


class FolderUnusable(ServerFailed):
    """The data folder cannot be written, is full, or belongs to something else."""

    code = "folder_unusable"


class ServerMissing(ServerFailed):
    """There is no program to run: it is not installed, or too old."""

    code = "server_missing"


class FolderBusy(ServerFailed):
    """Another run uses the same data folder."""

    code = "folder_busy"
