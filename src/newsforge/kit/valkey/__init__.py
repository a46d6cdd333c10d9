"""The way to Valkey: quick while it is there, free of charge while it is not."""

from newsforge.kit.valkey.connection import Health, ValkeyConnection, ValkeyDown
from newsforge.kit.valkey.script import Script
from newsforge.kit.valkey.wire import Reply, ReplyError, Wire, WireClosed

__all__ = ["Health", "Reply", "ReplyError", "Script", "ValkeyConnection", "ValkeyDown", "Wire", "WireClosed"]
