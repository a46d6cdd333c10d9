"""Files in a folder."""

from __future__ import annotations

import asyncio
import os
import shutil
from contextlib import suppress
from pathlib import Path

from newsforge.kit.files import FileMissing, FilesUnavailable, checked_key


class FolderStore:
    """Implements :class:`newsforge.kit.files.FileStore`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, key: str, data: bytes, *, media_type: str) -> None:
        del media_type  # a folder has no place for it; who reads the file knows it from the row
        await asyncio.to_thread(self._write, self._path(key), data)

    async def get(self, key: str) -> bytes:
        try:
            return await asyncio.to_thread(self._path(key).read_bytes)
        except (FileNotFoundError, IsADirectoryError):
            raise FileMissing(f"There is no file {key}.", remedy="Send it again.") from None

    async def delete(self, key: str) -> None:
        await asyncio.to_thread(self._path(key).unlink, missing_ok=True)

    async def delete_all(self, prefix: str) -> None:
        await asyncio.to_thread(shutil.rmtree, self._path(prefix), ignore_errors=True)

    async def probe(self) -> None:
        await asyncio.to_thread(self._write, self._folder / ".probe", b"")

    def _path(self, key: str) -> Path:
        return self._folder / checked_key(key)

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        new = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except OSError as error:
            with suppress(OSError):
                new.unlink()
            raise FilesUnavailable(
                f"The file cannot be kept: {error.strerror}.", remedy="Free some space, and try again."
            ) from None
