"""What can go wrong with members, invitations and keys."""

from __future__ import annotations

from newsforge.kit.http.errors import Conflict, Unprocessable


class LastOwner(Conflict):
    code = "last_owner"
    message = "A workspace needs an owner, and this is its last one."
    remedy = "Make somebody else an owner first, or delete the workspace."


class PersonalWorkspace(Conflict):
    code = "personal_workspace"
    message = "A personal workspace belongs to one person."
    remedy = "Make a team workspace and invite people there."


class AlreadyMember(Conflict):
    code = "already_member"


class AlreadyInvited(Conflict):
    code = "already_invited"
    message = "This address has an open invitation already."
    remedy = "Revoke it first to invite with another role."


class InvitationInvalid(Unprocessable):
    """One answer for unknown, used, revoked, run out, and meant for another address."""

    code = "invitation_invalid"
    message = "The invitation is not valid: unknown, used, withdrawn, run out, or for another address."
    remedy = "Sign in with the address that was invited, or ask for a new invitation."


class RoleTooHigh(Conflict):
    code = "role_too_high"
    message = "Nobody can give or change a role above their own."


class ScopeTooWide(Unprocessable):
    code = "scope_too_wide"


class TooMany(Conflict):
    code = "too_many"
