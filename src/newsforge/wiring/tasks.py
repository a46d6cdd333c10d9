"""What a worker does with each kind of job, and what it does every so often."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final

from newsforge.adapters.readers.source import SourceReader
from newsforge.domains.access.revocations import delete_expired_revocations
from newsforge.domains.accounts.letters import SEND_LETTER
from newsforge.domains.accounts.ports import MailUnavailable
from newsforge.domains.accounts.service import delete_expired
from newsforge.domains.accounts.tasks import send_letter
from newsforge.domains.conversions.changes import watching_conversions
from newsforge.domains.conversions.copies import ConversionCopies
from newsforge.domains.conversions.purging import purge_deleted_workspaces, purge_old
from newsforge.domains.conversions.rewriting import REWRITE, give_up_rewriting, run_rewriting
from newsforge.domains.conversions.service import CONVERT
from newsforge.domains.conversions.tasks import give_up_conversion, run_conversion
from newsforge.domains.conversions.tools import Tools
from newsforge.domains.workspaces.letters import SEND_INVITATION, send_invitation
from newsforge.kit.queue.attempts import Backoff
from newsforge.kit.queue.claims import Claim, Handler, RetryLater
from newsforge.kit.queue.periodic import Periodic, purge_jobs
from newsforge.settings import ServiceSettings
from newsforge.wiring.accounts import open_mailer
from newsforge.wiring.foundation import Foundation, open_foundation
from newsforge.wiring.results import CachedResults
from newsforge.wiring.service import KeptFiles, conversion_options
from newsforge.wiring.writers import RESTING_KEY

#: The deadline of a conversion is 30 s; a job that takes so much longer hangs.
_CONVERSION_LIMIT_S: Final = 90.0
_MAIL_LIMIT_S: Final = 60.0
#: Letters wait longer between tries than conversions, for which somebody sits there.
_MAIL_BACKOFF: Final = Backoff(first_s=5.0, most_s=900.0)
_TELL_S: Final = 3.0

Tasks = tuple[Foundation, Mapping[str, Handler], Sequence[Periodic]]


@asynccontextmanager
async def open_tasks(settings: ServiceSettings) -> AsyncIterator[Tasks]:
    async with AsyncExitStack() as stack:
        base = await stack.enter_async_context(open_foundation(settings, name="worker"))
        stack.enter_context(watching_conversions(base.bell, [ConversionCopies(base.cache)]))
        telling = asyncio.create_task(_tell_of_resting_writers(base))
        stack.callback(telling.cancel)
        yield base, _handlers(base), _periodic(base)


def _handlers(base: Foundation) -> Mapping[str, Handler]:
    tools = Tools(
        database=base.database,
        reader=SourceReader(),
        writers=base.writers,
        files=KeptFiles(base.files),
        results=CachedResults(base.cache),
        options=conversion_options(base),
    )
    return {
        CONVERT: Handler(
            run=lambda claim: run_conversion(claim, tools),
            give_up=give_up_conversion,
            time_limit_s=_CONVERSION_LIMIT_S,
        ),
        REWRITE: Handler(
            run=lambda claim: run_rewriting(claim, tools),
            give_up=give_up_rewriting,
            time_limit_s=_CONVERSION_LIMIT_S,
        ),
        **_letters(base),
    }


def _letters(base: Foundation) -> Mapping[str, Handler]:
    mailer = open_mailer(base.settings)
    public_url = base.settings.web.public_url

    async def letter(claim: Claim) -> None:
        await send_letter(
            claim.payload, database=base.database, mailer=mailer, master=base.master, public_url=public_url
        )

    async def invitation(claim: Claim) -> None:
        assert claim.workspace_id is not None
        await send_invitation(
            claim.payload,
            workspace_id=claim.workspace_id,
            database=base.database,
            mailer=mailer,
            master=base.master,
            public_url=public_url,
        )

    return {
        SEND_LETTER: Handler(run=_come_back(letter), time_limit_s=_MAIL_LIMIT_S),
        SEND_INVITATION: Handler(run=_come_back(invitation), time_limit_s=_MAIL_LIMIT_S),
    }


def _come_back(send: Callable[[Claim], Awaitable[None]]) -> Callable[[Claim], Awaitable[None]]:
    async def run(claim: Claim) -> None:
        try:
            await send(claim)
        except MailUnavailable:
            raise RetryLater(_MAIL_BACKOFF.delay_s(claim.attempt), code="mail_unavailable") from None

    return run


def _periodic(base: Foundation) -> Sequence[Periodic]:
    async def sweep_revocations() -> None:
        async with base.database.write() as session:
            await delete_expired_revocations(session)

    async def sweep_accounts() -> None:
        async with base.database.write() as session:
            await delete_expired(session)

    files, options = KeptFiles(base.files), conversion_options(base)

    async def purge_workspaces() -> None:
        await purge_deleted_workspaces(base.database, files)

    async def purge_by_age() -> None:
        await purge_old(base.database, key_ttl_s=options.key_ttl_s)

    return (
        purge_jobs(base.database),
        Periodic(name="purge_workspaces", every_s=3600.0, run=purge_workspaces),
        Periodic(name="purge_by_age", every_s=3600.0, run=purge_by_age),
        Periodic(name="sweep_accounts", every_s=3600.0, run=sweep_accounts),
        Periodic(name="sweep_revocations", every_s=3600.0, run=sweep_revocations),
    )


async def _tell_of_resting_writers(base: Foundation) -> None:
    """Vendors are called here and not in the API, which shows in its readiness which of them are left alone."""
    told: list[str] = []
    while True:
        resting = base.writers.resting()
        if resting or told:
            await base.cache.set(RESTING_KEY, json.dumps(resting).encode(), ttl_s=4 * _TELL_S)
        told = resting
        await asyncio.sleep(_TELL_S)
