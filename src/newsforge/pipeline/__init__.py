"""read -> write -> check -> fall back, under one deadline. No database: the command line and the worker call it."""
