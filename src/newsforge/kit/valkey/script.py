"""A Lua script that Valkey runs as one indivisible step."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Script:
    source: str
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        # Valkey names a script by its SHA-1; nothing rests on its strength.
        digest = hashlib.sha1(self.source.encode(), usedforsecurity=False).hexdigest()
        object.__setattr__(self, "digest", digest)
