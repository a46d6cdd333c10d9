"""One run at a time on a folder."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from newsforge.kit.servers.errors import FolderBusy, FolderUnusable


@contextlib.contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Make ``folder`` and keep others from it; the system frees it when this process ends, however it ends."""
    try:
        # As root, the user that the database runs as may have to pass through; what is in it has its own permissions.
        folder.mkdir(parents=True, exist_ok=True, mode=0o700 if os.geteuid() else 0o711)
        descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise FolderUnusable(
            f"The data folder {folder} cannot be used: {error.strerror}.",
            remedy="Mend its permissions, or choose another one with --data.",
        ) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(descriptor, 20, 0).decode().strip()
            raise FolderBusy(
                f"The data folder {folder} is in use by process {holder or '?'}.",
                remedy="Stop that one, or choose another folder with --data.",
            ) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)
