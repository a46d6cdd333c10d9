"""A master key in a file: 32 bytes that never leave the machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from newsforge.kit.errors import NewsforgeError
from newsforge.kit.sealing import SealBroken

_NONCE_BYTES: Final = 12
_KEY_BYTES: Final = 32


class BadMasterKey(NewsforgeError):
    code = "bad_master_key"


class LocalMasterKey:
    """Implements :class:`newsforge.kit.sealing.MasterKey`."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    @classmethod
    def of_file(cls, path: Path) -> LocalMasterKey:
        """Raise :class:`BadMasterKey` when there is no key of 32 bytes, or others may read it."""
        try:
            key = path.read_bytes()
            mode = path.stat().st_mode
        except OSError as error:
            raise BadMasterKey(
                f"The master key {path} cannot be read: {error.strerror}.",
                remedy="Put it back from its backup, or set NEWSFORGE_MASTER_KEY_FILE.",
            ) from None
        if len(key) != _KEY_BYTES:
            raise BadMasterKey(
                f"{path} holds {len(key)} bytes and no key of {_KEY_BYTES}.",
                remedy="Put the right file back: what was sealed under it cannot be read without it.",
            )
        if mode & 0o077:
            raise BadMasterKey(f"Others than its owner may read {path}.", remedy=f"Run chmod 600 {path}.")
        return cls(key)

    async def wrap(self, data_key: bytes) -> bytes:
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, data_key, b"newsforge data key")

    async def unwrap(self, wrapped: bytes) -> bytes:
        try:
            return self._cipher.decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], b"newsforge data key")
        except (InvalidTag, ValueError):
            raise SealBroken(
                "This was sealed under another master key.", remedy="Put the former master key back."
            ) from None
