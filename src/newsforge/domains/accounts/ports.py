"""What accounts need from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from newsforge.domains.access.principal import Role
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.errors import NewsforgeError


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipSummary:
    workspace_id: UUID
    workspace_name: str
    kind: str
    role: Role


class PersonalWorkspaces(Protocol):
    """The part of workspaces that follows a person's account."""

    async def open_personal_workspace(self, session: WriteSession, user_id: UUID, name: str) -> object: ...

    async def list_memberships(self, session: ReadSession, user_id: UUID) -> list[MembershipSummary]: ...

    async def leave_workspaces(self, session: WriteSession, user_id: UUID) -> None:
        """Delete the personal workspace with all that is in it and leave the others. Raise a ``Conflict`` when the
        person is the last owner of a team."""
        ...


class JobQueue(Protocol):
    """In the caller's transaction. A payload holds ids, never a person's words."""

    async def enqueue(
        self, session: WriteSession, *, kind: str, workspace_id: UUID | None, payload: Mapping[str, Any]
    ) -> object: ...


class AttemptLimiter(Protocol):
    async def take(self, key: str, *, limit: int, period_s: float) -> float:
        """Count one attempt. Seconds to wait before the next is allowed; 0 when this one is."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One letter to one address. ``html`` says the same as ``text``."""

    to: str
    subject: str
    text: str
    html: str


class MailUnavailable(NewsforgeError):
    """Not now: the job comes back."""

    code = "mail_unavailable"


class MailRefused(NewsforgeError):
    """Never: the address or the letter is refused for good."""

    code = "mail_refused"


class Mailer(Protocol):
    async def send(self, mail: Mail) -> None:
        """Returns when somebody else has taken the letter. Raise :class:`MailUnavailable` or :class:`MailRefused`."""
        ...
