"""The letter that invites: asked for with the invitation, sent by a worker."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

import structlog

from newsforge.domains.accounts.letters import write_letter
from newsforge.domains.accounts.ports import JobQueue, Mailer, MailRefused
from newsforge.domains.workspaces import key_repository
from newsforge.domains.workspaces.models import Invitation
from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import Database
from newsforge.kit.db.sessions import Sight, WriteSession
from newsforge.kit.sealing import MasterKey, seal, unseal

log = structlog.get_logger(__name__)
SEND_INVITATION: Final = "send_invitation"


class InvitationLetters:
    """Implements :class:`newsforge.domains.workspaces.invitations.InvitationMail`. The payload holds ids and the sealed
    token: who can read the table of jobs cannot accept an invitation."""

    def __init__(self, queue: JobQueue, master: MasterKey) -> None:
        self._queue = queue
        self._master = master

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
        told = "\n".join((token, workspace_name.replace("\n", " "), inviter_name.replace("\n", " ")))
        sealed = await seal(self._master, told.encode(), context=_context(invitation.id))
        await self._queue.enqueue(
            session,
            kind=SEND_INVITATION,
            workspace_id=invitation.workspace_id,
            payload={
                "invitation_id": str(invitation.id),
                "language": language,
                "sealed": base64.b64encode(sealed).decode(),
            },
        )


async def send_invitation(
    payload: Mapping[str, Any],
    *,
    workspace_id: UUID,
    database: Database,
    mailer: Mailer,
    master: MasterKey,
    public_url: str,
) -> None:
    """Raise ``MailUnavailable`` to be tried again. One that was withdrawn or accepted meanwhile is not sent."""
    invitation_id = UUID(payload["invitation_id"])
    async with database.read(Sight(workspace_id=workspace_id), on_primary=True) as session:
        invitation = await key_repository.find_invitation(
            session, workspace_id=workspace_id, invitation_id=invitation_id
        )
    if (
        invitation is None
        or invitation.accepted_at is not None
        or invitation.revoked_at is not None
        or invitation.expires_at <= utc_now()
    ):
        return
    told = await unseal(master, base64.b64decode(payload["sealed"]), context=_context(invitation_id))
    token, workspace_name, inviter_name = told.decode().split("\n")
    language = payload["language"]
    mail = write_letter(
        "invitation",
        language=language,
        to=invitation.email,
        # In the fragment, which browsers keep to themselves.
        fields={
            "workspace": workspace_name,
            "inviter": inviter_name,
            "link": f"{public_url}/{language}/invitation#token={token}",
        },
    )
    try:
        await mailer.send(mail)
    except MailRefused:
        log.warning("mail_refused", letter="invitation", invitation_id=str(invitation_id))
        return
    log.info("mail_sent", letter="invitation", invitation_id=str(invitation_id))


def _context(invitation_id: UUID) -> str:
    return f"invitation:{invitation_id}"
