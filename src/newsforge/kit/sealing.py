"""Secrets at rest: envelope encryption.

Each secret is encrypted with a data key of its own (AES-256-GCM), and the data key is wrapped by a master key that
never touches the database: a file on one machine, KMS in AWS. ``context`` names what the secret belongs to; a sealed
value that is moved to another row does not open.
"""

from __future__ import annotations

import os
from typing import Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from newsforge.kit.errors import NewsforgeError

_VERSION: Final = 1
_NONCE_BYTES: Final = 12


class SealBroken(NewsforgeError):
    """Sealed with another master key, for another place, or altered."""

    code = "seal_broken"


class MasterKey(Protocol):
    async def wrap(self, data_key: bytes) -> bytes: ...

    async def unwrap(self, wrapped: bytes) -> bytes:
        """Raise :class:`SealBroken`."""
        ...


async def seal(master: MasterKey, secret: bytes, *, context: str) -> bytes:
    """version (1 byte) | length of the wrapped key (2) | wrapped key | nonce (12) | ciphertext and tag."""
    data_key = AESGCM.generate_key(bit_length=256)
    wrapped = await master.wrap(data_key)
    nonce = os.urandom(_NONCE_BYTES)
    head = bytes([_VERSION]) + len(wrapped).to_bytes(2, "big") + wrapped
    return head + nonce + AESGCM(data_key).encrypt(nonce, secret, context.encode())


async def unseal(master: MasterKey, sealed: bytes, *, context: str) -> bytes:
    """Raise :class:`SealBroken`."""
    length = int.from_bytes(sealed[1:3], "big")
    if len(sealed) < 3 + length + _NONCE_BYTES or sealed[0] != _VERSION:
        raise SealBroken("The sealed value is damaged.", remedy="Enter the secret again.")
    wrapped, rest = sealed[3 : 3 + length], sealed[3 + length :]
    data_key = await master.unwrap(wrapped)
    try:
        return AESGCM(data_key).decrypt(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], context.encode())
    except InvalidTag:
        raise SealBroken("The sealed value was not sealed for this place.", remedy="Enter the secret again.") from None
