"""What can go wrong with members, invitations and keys."""

from __future__ import annotations

from newsforge.kit.http.errors import Conflict, Unprocessable


class LastOwner(Conflict):
    code = "last_owner"

    @classmethod
    def default_message(cls) -> str:
        return "A workspace needs an owner, and this is its last one."

    @classmethod
    def default_remedy(cls) -> str:
        return "Make somebody else an owner first, or delete the workspace."


class PersonalWorkspace(Conflict):
    code = "personal_workspace"

    @classmethod
    def default_message(cls) -> str:
        return "A personal workspace belongs to one person."

    @classmethod
    def default_remedy(cls) -> str:
        return "Make a team workspace and invite people there."


class AlreadyMember(Conflict):
    code = "already_member"


class AlreadyInvited(Conflict):
    code = "already_invited"

    @classmethod
    def default_message(cls) -> str:
        return "This address has an open invitation already."

    @classmethod
    def default_remedy(cls) -> str:
        return "Revoke it first to invite with another role."


class InvitationInvalid(Unprocessable):
    """One answer for unknown, used, revoked, run out, and meant for another address."""

    code = "invitation_invalid"

    @classmethod
    def default_message(cls) -> str:
        return "The invitation is not valid: unknown, used, withdrawn, run out, or for another address."

    @classmethod
    def default_remedy(cls) -> str:
        return "Sign in with the address that was invited, or ask for a new invitation."


class RoleTooHigh(Conflict):
    code = "role_too_high"

    @classmethod
    def default_message(cls) -> str:
        return "Nobody can give or change a role above their own."


class ScopeTooWide(Unprocessable):
    code = "scope_too_wide"


class TooMany(Conflict):
    code = "too_many"
