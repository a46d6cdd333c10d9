"""What accounts need of others: workspaces, the queue, the limiter, a way to send mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from newsforge.domains.accounts.ports import Mailer, MembershipSummary
from newsforge.domains.workspaces import service as workspaces
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.limits import Limiter, Quota
from newsforge.kit.queue.queue import Priority, Queue
from newsforge.settings import ServiceSettings

#: A vendor's mail server that is away for an evening loses no letter.
_MAIL_ATTEMPTS: Final = 20


class AccountWorkspaces:
    """Implements :class:`newsforge.domains.accounts.ports.PersonalWorkspaces`."""

    async def open_personal_workspace(self, session: WriteSession, user_id: UUID, name: str) -> object:
        return await workspaces.open_personal_workspace(session, user_id=user_id, name=name)

    async def list_memberships(self, session: ReadSession, user_id: UUID) -> list[MembershipSummary]:
        return [
            MembershipSummary(workspace_id=workspace.id, workspace_name=workspace.name, kind=workspace.kind, role=role)
            for workspace, role in await workspaces.list_workspaces(session, user_id=user_id)
        ]

    async def leave_workspaces(self, session: WriteSession, user_id: UUID) -> None:
        await workspaces.leave_workspaces(session, user_id=user_id)


class AccountJobs:
    """Implements :class:`newsforge.domains.accounts.ports.JobQueue`: somebody waits for the letter."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue

    async def enqueue(
        self, session: WriteSession, *, kind: str, workspace_id: UUID | None, payload: Mapping[str, Any]
    ) -> object:
        return await self._queue.enqueue(
            session,
            kind=kind,
            workspace_id=workspace_id,
            payload=payload,
            priority=Priority.INTERACTIVE,
            max_attempts=_MAIL_ATTEMPTS,
        )


class AccountLimiter:
    """Implements :class:`newsforge.domains.accounts.ports.AttemptLimiter`."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter

    async def take(self, key: str, *, limit: int, period_s: float) -> float:
        decision = await self._limiter.decide(f"attempt:{key}", Quota(limit, period_s))
        return 0.0 if decision.allowed else max(decision.retry_after_s, 0.001)


def open_mailer(settings: ServiceSettings) -> Mailer:
    mail = settings.mail
    if mail.kind == "smtp":
        from newsforge.adapters.mail.smtp import SmtpMailer, SmtpServer

        return SmtpMailer(SmtpServer.of(mail.smtp_url.value), sender=mail.sender)
    if mail.kind == "ses":
        from newsforge.adapters.mail.ses import SesMailer

        return SesMailer.in_region(mail.region, sender=mail.sender)
    from newsforge.adapters.mail.outbox import OutboxMailer

    return OutboxMailer(settings.data / "outbox", sender=mail.sender)
