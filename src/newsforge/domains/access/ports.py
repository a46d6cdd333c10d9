"""What has to be known of a credential, and who knows it (the workspaces do)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from newsforge.domains.access.principal import Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipFacts:
    """``is_verified``: the person's e-mail address is confirmed."""

    workspace_id: UUID
    role: Role
    is_verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKeyFacts:
    """``role`` is what the key's maker is now: the key can never do more than they may."""

    key_id: UUID
    workspace_id: UUID
    user_id: UUID
    role: Role
    scopes: frozenset[Scope]
    expires_at: datetime | None
    is_verified: bool


class Directory(Protocol):
    """Answers come from the primary, so that a key just made works at once."""

    async def find_membership(self, user_id: UUID, workspace_id: UUID | None) -> MembershipFacts | None:
        """``workspace_id`` None means the personal workspace. None when the person is no member, or is deleted."""
        ...

    async def find_api_key(self, key_hash: bytes) -> ApiKeyFacts | None:
        """None when no such key is valid: unknown, revoked, run out, or its maker is a member no more."""
        ...
