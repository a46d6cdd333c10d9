"""``/workspaces``, their members and invitations."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from newsforge.domains.access.dependencies import AnonymousReading, CurrentPrincipal, Reading, Writing, requires
from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.domains.accounts import profile
from newsforge.domains.workspaces import invitations, service
from newsforge.domains.workspaces.errors import (
    AlreadyInvited,
    AlreadyMember,
    InvitationInvalid,
    LastOwner,
    PersonalWorkspace,
    RoleTooHigh,
    TooMany,
)
from newsforge.domains.workspaces.invitations import InvitationMail
from newsforge.domains.workspaces.models import Membership, Workspace
from newsforge.domains.workspaces.schemas import (
    InvitationAccept,
    InvitationCreate,
    InvitationList,
    InvitationOffer,
    InvitationOut,
    InvitationToken,
    MemberList,
    MemberOut,
    RolePatch,
    WorkspaceCreate,
    WorkspaceList,
    WorkspaceOut,
    WorkspacePatch,
)
from newsforge.kit.http.errors import NotFound, may_answer
from newsforge.kit.http.resources import Needs

router = APIRouter(tags=["workspaces"])
_MANAGES = [Depends(requires("workspace:manage"))]
_MANAGES_MEMBERS = [Depends(requires("members:manage"))]
_SEES_MEMBERS = [Depends(requires("members:read"))]


def _workspace_out(workspace: Workspace, role: str) -> WorkspaceOut:
    return WorkspaceOut.model_validate(
        {
            "id": workspace.id,
            "name": workspace.name,
            "kind": workspace.kind,
            "role": role,
            "created_at": workspace.created_at,
        }
    )


def _member_out(membership: Membership, *, email: str, name: str) -> MemberOut:
    return MemberOut.model_validate(
        {
            "user_id": membership.user_id,
            "email": email,
            "name": name,
            "role": membership.role,
            "since": membership.created_at,
        }
    )


@router.get(
    "/workspaces",
    operation_id="list_workspaces",
    summary="The workspaces that you are in",
    responses=may_answer(Unauthenticated),
)
async def list_workspaces(call: Reading) -> WorkspaceList:
    """An API key sees its own workspace alone."""
    found = await service.list_workspaces(call.session, user_id=call.principal.user_id)
    if call.principal.api_key_id is not None:
        found = [(workspace, role) for workspace, role in found if workspace.id == call.principal.workspace_id]
    return WorkspaceList(items=[_workspace_out(workspace, role) for workspace, role in found])


@router.post(
    "/workspaces",
    operation_id="create_workspace",
    summary="Make a team workspace",
    status_code=201,
    responses=may_answer(Unauthenticated, Forbidden, TooMany),
)
async def create_workspace(order: WorkspaceCreate, call: Writing) -> WorkspaceOut:
    if call.principal.api_key_id is not None:
        raise Forbidden("An API key belongs to one workspace and cannot make another.", remedy="Sign in to do it.")
    workspace = await service.open_team_workspace(call.session, principal=call.principal, name=order.name)
    await call.session.refresh(workspace)
    return _workspace_out(workspace, "owner")


@router.get(
    "/workspace",
    operation_id="get_workspace",
    summary="The workspace that the request is in",
    responses=may_answer(Unauthenticated),
)
async def get_workspace(call: Reading) -> WorkspaceOut:
    workspace = await service.get_workspace(call.session, workspace_id=call.principal.workspace_id)
    return _workspace_out(workspace, call.principal.role)


@router.patch(
    "/workspace",
    operation_id="rename_workspace",
    summary="Rename the workspace",
    dependencies=_MANAGES,
    responses=may_answer(Unauthenticated, Forbidden),
)
async def rename_workspace(change: WorkspacePatch, call: Writing) -> WorkspaceOut:
    workspace = await service.rename_workspace(call.session, principal=call.principal, name=change.name)
    return _workspace_out(workspace, call.principal.role)


@router.delete(
    "/workspace",
    operation_id="delete_workspace",
    summary="Delete the team workspace and all that is in it",
    status_code=204,
    dependencies=_MANAGES,
    responses=may_answer(Unauthenticated, Forbidden, PersonalWorkspace),
)
async def delete_workspace(call: Writing) -> None:
    await service.delete_workspace(call.session, principal=call.principal)


@router.get(
    "/members",
    operation_id="list_members",
    summary="Who is in the workspace",
    dependencies=_SEES_MEMBERS,
    responses=may_answer(Unauthenticated, Forbidden),
)
async def list_members(call: Reading) -> MemberList:
    found = await service.list_members(call.session, workspace_id=call.principal.workspace_id)
    return MemberList(items=[_member_out(member, email=user.email, name=user.name) for member, user in found])


@router.patch(
    "/members/{user_id}",
    operation_id="change_member_role",
    summary="Give a member another role",
    dependencies=_MANAGES_MEMBERS,
    responses=may_answer(Unauthenticated, Forbidden, NotFound, LastOwner, RoleTooHigh),
)
async def change_member_role(user_id: UUID, change: RolePatch, call: Writing) -> MemberOut:
    membership, user = await service.change_role(
        call.session, principal=call.principal, user_id=user_id, role=change.role
    )
    return _member_out(membership, email=user.email, name=user.name)


@router.delete(
    "/members/{user_id}",
    operation_id="remove_member",
    summary="Remove a member, or leave",
    status_code=204,
    responses=may_answer(Unauthenticated, Forbidden, NotFound, LastOwner, RoleTooHigh),
)
async def remove_member(user_id: UUID, call: Writing) -> None:
    if user_id != call.principal.user_id or call.principal.api_key_id is not None:
        call.principal.require("members:manage")
    await service.remove_member(call.session, principal=call.principal, user_id=user_id)


@router.post(
    "/invitations",
    operation_id="create_invitation",
    summary="Invite somebody by mail",
    status_code=201,
    dependencies=_MANAGES_MEMBERS,
    responses=may_answer(Unauthenticated, Forbidden, PersonalWorkspace, AlreadyMember, AlreadyInvited, RoleTooHigh),
)
async def create_invitation(
    order: InvitationCreate, call: Writing, mail: Annotated[InvitationMail, Needs(InvitationMail)]
) -> InvitationOut:
    invitation = await invitations.invite(
        call.session, principal=call.principal, mail=mail, email=order.email, role=order.role
    )
    return InvitationOut.model_validate(invitation)


@router.get(
    "/invitations",
    operation_id="list_invitations",
    summary="Invitations that are open",
    dependencies=_MANAGES_MEMBERS,
    responses=may_answer(Unauthenticated, Forbidden),
)
async def list_invitations(call: Reading) -> InvitationList:
    found = await invitations.list_invitations(call.session, workspace_id=call.principal.workspace_id)
    return InvitationList(items=[InvitationOut.model_validate(row) for row in found])


@router.delete(
    "/invitations/{invitation_id}",
    operation_id="withdraw_invitation",
    summary="Withdraw an invitation",
    status_code=204,
    dependencies=_MANAGES_MEMBERS,
    responses=may_answer(Unauthenticated, Forbidden, NotFound),
)
async def withdraw_invitation(invitation_id: UUID, call: Writing) -> None:
    await invitations.withdraw_invitation(call.session, principal=call.principal, invitation_id=invitation_id)


@router.post(
    "/invitations/look-up",
    operation_id="look_up_invitation",
    openapi_extra={"x-anonymous": True},
    summary="What an invitation is to, before it is accepted",
    responses=may_answer(InvitationInvalid),
)
async def look_up_invitation(order: InvitationToken, session: AnonymousReading) -> InvitationOffer:
    """For whoever holds the link of the mail. It changes nothing."""
    return InvitationOffer.model_validate(await invitations.get_offer(session, token=order.token))


@router.post(
    "/invitations/accept",
    operation_id="accept_invitation",
    summary="Accept an invitation that came by mail",
    responses=may_answer(Unauthenticated, Forbidden, InvitationInvalid),
)
async def accept_invitation(order: InvitationAccept, call: Writing, principal: CurrentPrincipal) -> WorkspaceOut:
    if principal.api_key_id is not None:
        raise Forbidden("An API key cannot accept an invitation.", remedy="Sign in to do it.")
    user = await profile.get_user(call.session, user_id=principal.user_id)
    workspace, role = await invitations.accept_invitation(
        call.session, principal=principal, user=user, token=order.token
    )
    return _workspace_out(workspace, role)
