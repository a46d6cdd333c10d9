"""A cache of bytes: in the process, then in Valkey, then computed once for all who ask at the same time."""

from newsforge.kit.cache.cache import Cache

__all__ = ["Cache"]
