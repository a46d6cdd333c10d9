"""Invitations by mail: to an address, with a role, for a week."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol
from uuid import UUID

from newsforge.domains.access import revocations
from newsforge.domains.access.principal import Principal, Role
from newsforge.domains.accounts import service as accounts
from newsforge.domains.accounts.models import User
from newsforge.domains.audit import service as audit
from newsforge.domains.workspaces import key_repository, repository
from newsforge.domains.workspaces.errors import (
    AlreadyInvited,
    AlreadyMember,
    InvitationInvalid,
    PersonalWorkspace,
    RoleTooHigh,
)
from newsforge.domains.workspaces.models import Invitation, Workspace
from newsforge.domains.workspaces.service import get_workspace, rank
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, Sight, WriteSession, show
from newsforge.kit.http.errors import NotFound

VALID_FOR: Final = timedelta(days=7)


class InvitationMail(Protocol):
    async def send(
        self,
        session: WriteSession,
        *,
        invitation: Invitation,
        token: str,
        workspace_name: str,
        inviter_name: str,
        language: str,
    ) -> None:
        """Queue the mail in the transaction that makes the invitation."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What an invitation is to; ``inviter_name`` is None when they have deleted their account since."""

    workspace_name: str
    inviter_name: str | None
    role: Role
    expires_at: datetime


def hash_token(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


async def invite(
    session: WriteSession, *, principal: Principal, mail: InvitationMail, email: str, role: Role
) -> Invitation:
    workspace = await get_workspace(session, workspace_id=principal.workspace_id)
    if workspace.kind == "personal":
        raise PersonalWorkspace
    if rank(role) > rank(principal.role):
        raise RoleTooHigh
    address = email.strip().lower()
    members = await repository.list_members(session, workspace_id=workspace.id)
    if any(user.email == address for _, user in members):
        raise AlreadyMember("This address belongs to a member already.", remedy="Change their role instead.")
    await repository.lock_workspace(session, workspace_id=workspace.id)
    before = await key_repository.find_open_invitation(session, workspace_id=workspace.id, email=address)
    if before is not None:
        if before.expires_at > utc_now():
            raise AlreadyInvited
        before.revoked_at = utc_now()
        await session.flush()
    token = secrets.token_urlsafe(32)
    invitation = Invitation(
        workspace_id=workspace.id,
        email=address,
        role=role,
        token_hash=hash_token(token),
        invited_by=principal.user_id,
        expires_at=utc_now() + VALID_FOR,
    )
    await key_repository.add_invitation(session, invitation)
    await session.refresh(invitation)
    inviter = next(user for _, user in members if user.id == principal.user_id)
    await mail.send(
        session,
        invitation=invitation,
        token=token,
        workspace_name=workspace.name,
        inviter_name=inviter.name,
        language=inviter.language,
    )
    await _record(session, principal, "invitation_sent", invitation.id, workspace.id)
    return invitation


async def list_invitations(session: ReadSession, *, workspace_id: UUID) -> list[Invitation]:
    return await key_repository.list_invitations(session, workspace_id=workspace_id)


async def withdraw_invitation(session: WriteSession, *, principal: Principal, invitation_id: UUID) -> None:
    invitation = await key_repository.lock_invitation(
        session, workspace_id=principal.workspace_id, invitation_id=invitation_id
    )
    if invitation is None or invitation.accepted_at is not None:
        raise NotFound
    if invitation.revoked_at is None:
        invitation.revoked_at = utc_now()
        await session.flush()
        await _record(session, principal, "invitation_withdrawn", invitation.id, principal.workspace_id)


async def get_offer(session: ReadSession, *, token: str) -> Offer:
    """For whoever holds the token, signed in or not: the mail that brought it says the same. Raise
    :class:`InvitationInvalid` for one that nobody could accept (any more)."""
    token_hash = hash_token(token)
    await show(session, Sight(secret_hash=token_hash))
    invitation = await key_repository.find_invitation_by_hash(session, token_hash=token_hash)
    if invitation is None or not _is_open(invitation):
        raise InvitationInvalid
    await show(session, Sight(workspace_id=invitation.workspace_id))
    workspace = await repository.find_workspace(session, workspace_id=invitation.workspace_id)
    if workspace is None:
        raise InvitationInvalid
    inviter = await accounts.find_user(session, user_id=invitation.invited_by)
    return Offer(
        workspace_name=workspace.name,
        inviter_name=inviter.name if inviter else None,
        role=invitation.role,  # type: ignore[arg-type]
        expires_at=invitation.expires_at,
    )


async def accept_invitation(
    session: WriteSession, *, principal: Principal, user: User, token: str
) -> tuple[Workspace, Role]:
    """The session sees the inviting workspace afterwards. Only the person whose address was invited may accept;
    holding the mail confirms that address as well as a confirmation link would."""
    token_hash = hash_token(token)
    await show(session, Sight(user_id=principal.user_id, secret_hash=token_hash))
    found = await key_repository.find_invitation_by_hash(session, token_hash=token_hash)
    if found is None or found.email != user.email:
        raise InvitationInvalid
    await show(session, Sight(workspace_id=found.workspace_id, user_id=principal.user_id))
    invitation = await key_repository.lock_invitation(session, workspace_id=found.workspace_id, invitation_id=found.id)
    workspace = await repository.find_workspace(session, workspace_id=found.workspace_id)
    if invitation is None or workspace is None or not _is_open(invitation):
        raise InvitationInvalid
    invitation.accepted_at = utc_now()
    await session.flush()
    await repository.add_member(session, workspace_id=workspace.id, user_id=principal.user_id, role=invitation.role)
    await revocations.revoke(
        session, kind="membership", subject_id=principal.user_id, expires_at=utc_now() + timedelta(minutes=5)
    )
    await _record(session, principal, "invitation_accepted", invitation.id, workspace.id)
    await accounts.confirm_address(session, user=user)
    membership = await repository.find_member(session, workspace_id=workspace.id, user_id=principal.user_id)
    assert membership is not None
    role: Role = membership[0].role  # type: ignore[assignment]
    return workspace, role


def _is_open(invitation: Invitation) -> bool:
    return invitation.accepted_at is None and invitation.revoked_at is None and invitation.expires_at > utc_now()


async def _record(
    session: WriteSession, principal: Principal, action: str, invitation_id: UUID, workspace_id: UUID
) -> None:
    await audit.record(
        session,
        action=action,
        subject_kind="invitation",
        subject_id=invitation_id,
        workspace_id=workspace_id,
        user_id=principal.user_id,
        api_key_id=principal.api_key_id,
    )
