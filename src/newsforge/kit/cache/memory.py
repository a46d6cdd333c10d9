"""The first level: bytes in the memory of this process, the least recently used given up first."""

from __future__ import annotations

import time
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

#: About what Python needs for an entry besides its key and value.
_ENTRY_BYTES = 250
_LASTING = -1


class _Entry(NamedTuple):
    value: bytes
    expires_at_s: float
    #: ``_LASTING``, or the generation it belongs to.
    generation: int
    tags: tuple[str, ...]


class Memory:
    """Entries that are not immutable belong to a generation: :meth:`forget_mutable` ends them all at once."""

    def __init__(self, max_bytes: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._max_bytes = max_bytes
        self._clock = clock
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        self._tagged: dict[str, set[str]] = defaultdict(set)
        self.bytes = 0
        self.generation = 0

    def __len__(self) -> int:
        return len(self._entries)

    def peek(self, key: str) -> bytes | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        value, expires_at_s, generation, _ = entry
        if expires_at_s <= self._clock() or generation not in (_LASTING, self.generation):
            self.drop(key)
            return None
        self._entries.move_to_end(key)
        return value

    def put(self, key: str, value: bytes, *, ttl_s: float, immutable: bool = False, tags: Iterable[str] = ()) -> None:
        self.drop(key)
        size = _size(key, value)
        if ttl_s <= 0 or size > self._max_bytes // 4:  # one giant must not turn out everything else
            return
        generation = _LASTING if immutable else self.generation
        entry = _Entry(value, self._clock() + ttl_s, generation, tuple(tags))
        self._entries[key] = entry
        self.bytes += size
        for tag in entry.tags:
            self._tagged[tag].add(key)
        while self.bytes > self._max_bytes:
            self.drop(next(iter(self._entries)))

    def drop(self, key: str) -> None:
        entry = self._entries.pop(key, None)
        if entry is None:
            return
        self.bytes -= _size(key, entry.value)
        for tag in entry.tags:
            keys = self._tagged[tag]
            keys.discard(key)
            if not keys:
                del self._tagged[tag]

    def tagged(self, tag: str) -> tuple[str, ...]:
        return tuple(self._tagged.get(tag, ()))

    def forget_mutable(self) -> None:
        self.generation += 1


def _size(key: str, value: bytes) -> int:
    return len(key) + len(value) + _ENTRY_BYTES
