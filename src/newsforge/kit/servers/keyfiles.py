"""Secrets that are made once and kept in a folder, readable by their owner alone."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from newsforge.kit.servers.errors import FolderUnusable


def keep_password(path: Path) -> str:
    """Return the password kept in ``path``; make one of 192 bits when there is none."""
    return keep_bytes(path, lambda: secrets.token_urlsafe(24).encode()).decode().strip()


def keep_key(path: Path, *, length_bytes: int = 32) -> bytes:
    """Return the random key kept in ``path``; make it when there is none."""
    key = keep_bytes(path, lambda: secrets.token_bytes(length_bytes))
    if len(key) != length_bytes:
        raise FolderUnusable(
            f"{path} should hold {length_bytes} bytes and holds {len(key)}.",
            remedy="Put the right file back: what was encrypted with it cannot be read without it.",
        )
    return key


def keep_bytes(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return what ``path`` holds; write what ``make`` gives when there is no such file, whole or not at all."""
    try:
        if path.exists():
            return path.read_bytes()
        # A name of its own to every caller, threads of one process included; mkstemp gives mode 0600.
        descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".new", dir=path.parent)
        new = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())
        try:
            # A link, unlike a rename, never replaces what another run has written meanwhile.
            os.link(new, path)
        except FileExistsError:
            pass
        finally:
            new.unlink()
        return path.read_bytes()
    except OSError as error:
        raise FolderUnusable(
            f"{path} cannot be written: {error.strerror}.", remedy="Free some space, or choose another data folder."
        ) from error
