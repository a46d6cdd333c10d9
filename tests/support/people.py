"""A key to seal with, and a directory of members and keys, for tests that need no workspaces."""

import os
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from newsforge.domains.access.ports import ApiKeyFacts, MembershipFacts
from newsforge.kit.ids import new_id


class MemoryMasterKey:
    def __init__(self, key: bytes = b"k" * 32) -> None:
        self._aead = AESGCM(key)

    async def wrap(self, data_key: bytes) -> bytes:
        nonce = os.urandom(12)
        return nonce + self._aead.encrypt(nonce, data_key, None)

    async def unwrap(self, wrapped: bytes) -> bytes:
        return self._aead.decrypt(wrapped[:12], wrapped[12:], None)


class MemoryDirectory:
    """Everybody owns one workspace; ``members`` are further memberships. ``asked`` counts questions."""

    def __init__(self) -> None:
        self.personal: dict[UUID, UUID] = {}
        self.members: dict[tuple[UUID, UUID], str] = {}
        self.keys: dict[bytes, ApiKeyFacts] = {}
        self.gone: set[UUID] = set()
        self.verified: set[UUID] = set()
        self.asked = 0

    async def find_membership(self, user_id: UUID, workspace_id: UUID | None) -> MembershipFacts | None:
        self.asked += 1
        if user_id in self.gone:
            return None
        own = self.personal.setdefault(user_id, new_id())
        role = "owner" if workspace_id in {None, own} else self.members.get((user_id, workspace_id))
        if role is None:
            return None
        return MembershipFacts(workspace_id=workspace_id or own, role=role, is_verified=user_id in self.verified)

    async def find_api_key(self, key_hash: bytes) -> ApiKeyFacts | None:
        self.asked += 1
        return self.keys.get(key_hash)
