"""Verbs on workspaces and their members."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, cast
from uuid import UUID

from newsforge.domains.access import revocations
from newsforge.domains.access.principal import ROLES, Principal, Role
from newsforge.domains.accounts.models import User
from newsforge.domains.audit import service as audit
from newsforge.domains.workspaces import repository
from newsforge.domains.workspaces.errors import LastOwner, PersonalWorkspace, RoleTooHigh, TooMany
from newsforge.domains.workspaces.models import Membership, Workspace
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, Sight, WriteSession, show
from newsforge.kit.http.errors import NotFound
from newsforge.kit.ids import new_id

#: Process copies of memberships live shorter than this, so a revocation has done its work by then.
_COPIES_LIVE: Final = timedelta(minutes=5)
MAX_WORKSPACES: Final = 50


async def open_personal_workspace(session: WriteSession, *, user_id: UUID, name: str) -> UUID:
    """For somebody who has just signed up. The session goes on seeing that workspace."""
    return (await _open(session, user_id=user_id, name=name, kind="personal")).id


async def open_team_workspace(session: WriteSession, *, principal: Principal, name: str) -> Workspace:
    if len(await repository.list_of_user(session, user_id=principal.user_id)) >= MAX_WORKSPACES:
        raise TooMany(f"Nobody can be in more than {MAX_WORKSPACES} workspaces.", remedy="Leave or delete one first.")
    workspace = await _open(session, user_id=principal.user_id, name=name, kind="team")
    await audit.record(
        session,
        action="workspace_opened",
        subject_kind="workspace",
        subject_id=workspace.id,
        workspace_id=workspace.id,
        user_id=principal.user_id,
    )
    return workspace


async def _open(session: WriteSession, *, user_id: UUID, name: str, kind: str) -> Workspace:
    workspace = Workspace(id=new_id(), name=name, kind=kind)
    await show(session, Sight(workspace_id=workspace.id, user_id=user_id))
    await repository.add_workspace(session, workspace, owner_id=user_id)
    return workspace


async def leave_workspaces(session: WriteSession, *, user_id: UUID) -> None:
    """For somebody whose account ends: their personal workspace goes, their places in teams are given up. Raise
    :class:`LastOwner` when a team would be left without an owner."""
    for workspace, membership in await repository.list_of_user(session, user_id=user_id):
        await show(session, Sight(workspace_id=workspace.id, user_id=user_id))
        await repository.lock_workspace(session, workspace_id=workspace.id)
        if workspace.kind == "personal":
            await repository.mark_deleted(session, workspace_id=workspace.id)
        elif membership.role == "owner":
            await _keep_an_owner(session, workspace.id)
        await repository.remove_member(session, workspace_id=workspace.id, user_id=user_id)
    await _forget_copies(session, user_id)


async def list_workspaces(session: ReadSession, *, user_id: UUID) -> list[tuple[Workspace, Role]]:
    found = await repository.list_of_user(session, user_id=user_id)
    return [(workspace, cast("Role", membership.role)) for workspace, membership in found]


async def get_workspace(session: ReadSession, *, workspace_id: UUID) -> Workspace:
    found = await repository.find_workspace(session, workspace_id=workspace_id)
    if found is None:
        raise NotFound
    return found


async def rename_workspace(session: WriteSession, *, principal: Principal, name: str) -> Workspace:
    await repository.rename(session, workspace_id=principal.workspace_id, name=name)
    await _record_of_workspace(session, principal, "workspace_renamed")
    session.expire_all()
    return await get_workspace(session, workspace_id=principal.workspace_id)


async def delete_workspace(session: WriteSession, *, principal: Principal) -> None:
    """Nobody can enter it from now on; its rows go with the periodic purge."""
    workspace = await get_workspace(session, workspace_id=principal.workspace_id)
    if workspace.kind == "personal":
        raise PersonalWorkspace(
            "A personal workspace ends with its account.", remedy="Delete the account to delete it."
        )
    for membership, _ in await repository.list_members(session, workspace_id=workspace.id):
        await _forget_copies(session, membership.user_id)
    await repository.mark_deleted(session, workspace_id=workspace.id)
    await _record_of_workspace(session, principal, "workspace_deleted")


async def list_members(session: ReadSession, *, workspace_id: UUID) -> list[tuple[Membership, User]]:
    return await repository.list_members(session, workspace_id=workspace_id)


async def change_role(
    session: WriteSession, *, principal: Principal, user_id: UUID, role: Role
) -> tuple[Membership, User]:
    membership, user = await _changeable(session, principal=principal, user_id=user_id)
    if rank(role) > rank(principal.role):
        raise RoleTooHigh
    if membership.role == "owner" and role != "owner":
        await _keep_an_owner(session, principal.workspace_id)
    await repository.set_role(session, workspace_id=principal.workspace_id, user_id=user_id, role=role)
    await _forget_copies(session, user_id)
    told = {"role": role, "before": membership.role}
    await audit.record_deed(session, principal, "role_changed", subject_kind="user", subject_id=user_id, data=told)
    membership.role = role
    return membership, user


async def remove_member(session: WriteSession, *, principal: Principal, user_id: UUID) -> None:
    """Also how somebody leaves: everybody may remove themselves. Their API keys stop working with it."""
    membership, _ = await _changeable(session, principal=principal, user_id=user_id)
    if membership.role == "owner":
        await _keep_an_owner(session, principal.workspace_id)
    await repository.remove_member(session, workspace_id=principal.workspace_id, user_id=user_id)
    await _forget_copies(session, user_id)
    await audit.record_deed(session, principal, "member_removed", subject_kind="user", subject_id=user_id)


def rank(role: str) -> int:
    """The higher, the more a role may do."""
    return len(ROLES) - ROLES.index(cast("Role", role))


async def _changeable(session: WriteSession, *, principal: Principal, user_id: UUID) -> tuple[Membership, User]:
    await repository.lock_workspace(session, workspace_id=principal.workspace_id)
    found = await repository.find_member(session, workspace_id=principal.workspace_id, user_id=user_id)
    if found is None:
        raise NotFound
    if user_id != principal.user_id and rank(found[0].role) > rank(principal.role):
        raise RoleTooHigh
    return found


async def _keep_an_owner(session: WriteSession, workspace_id: UUID) -> None:
    if await repository.count_owners(session, workspace_id=workspace_id) <= 1:
        raise LastOwner


async def _forget_copies(session: WriteSession, user_id: UUID) -> None:
    """Every process looks this person's roles up anew."""
    await revocations.revoke(session, kind="membership", subject_id=user_id, expires_at=utc_now() + _COPIES_LIVE)


async def _record_of_workspace(session: WriteSession, principal: Principal, action: str) -> None:
    await audit.record_deed(session, principal, action, subject_kind="workspace", subject_id=principal.workspace_id)
