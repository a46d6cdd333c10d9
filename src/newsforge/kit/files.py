"""Where uploads and exports are kept. Two implementations: a folder, and a bucket of S3."""

from __future__ import annotations

import re
from typing import Final, Protocol

from newsforge.kit.errors import NewsforgeError


class FileMissing(NewsforgeError):
    code = "file_missing"


class FilesUnavailable(NewsforgeError):
    code = "files_unavailable"


_KEY: Final = re.compile(r"(?!.*\.\.)[\w.-]+(/[\w.-]+)*", re.ASCII)


def checked_key(key: str) -> str:
    """``key``, or ``ValueError``: one that could leave the store is a defect of its caller."""
    if _KEY.fullmatch(key) is None:
        raise ValueError("a key of the file store has parts of letters, digits, - _ . only")
    return key


class FileStore(Protocol):
    """Keys are ``noun/workspace/id``: parts of letters, digits, ``-``, ``_`` and ``.``, joined by slashes."""

    async def put(self, key: str, data: bytes, *, media_type: str) -> None:
        """Whole or not at all; an existing file is replaced."""
        ...

    async def get(self, key: str) -> bytes:
        """Raise :class:`FileMissing`."""
        ...

    async def delete(self, key: str) -> None:
        """Deleting what is not there is no error."""
        ...

    async def delete_all(self, prefix: str) -> None:
        """Everything under ``prefix/``."""
        ...

    async def probe(self) -> None:
        """Raise :class:`FilesUnavailable` when nothing could be kept now."""
        ...
