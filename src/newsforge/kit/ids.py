"""Keys of rows: UUID version 7 (RFC 9562), so that new rows land at the end of an index."""

from __future__ import annotations

import os
import time
from uuid import UUID


def new_id() -> UUID:
    """Ordered by the millisecond in which it was made; unordered, and unguessable, within it."""
    milliseconds = time.time_ns() // 1_000_000
    noise = int.from_bytes(os.urandom(10), "big")
    noise_a = noise >> 68
    noise_b = noise & (1 << 62) - 1
    return UUID(int=milliseconds << 80 | 7 << 76 | noise_a << 64 | 0b10 << 62 | noise_b)
