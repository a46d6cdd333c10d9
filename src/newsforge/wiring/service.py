"""The API's resources and the worker's handlers, from settings."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from newsforge.domains.access.authentication import Authenticator
from newsforge.domains.access.cookies import BrowserRules
from newsforge.domains.access.keys import KeyRing
from newsforge.domains.access.revocations import Revocations
from newsforge.domains.access.tokens import TokenMint
from newsforge.domains.accounts.desk import AccountDesk
from newsforge.domains.accounts.letters import LetterBox
from newsforge.domains.accounts.passwords import PasswordHashing
from newsforge.domains.accounts.throttle import AttemptThrottle
from newsforge.domains.conversions.changes import watching_conversions
from newsforge.domains.conversions.copies import ConversionCopies
from newsforge.domains.conversions.demonstration import Demonstrations
from newsforge.domains.conversions.options import ConversionOptions
from newsforge.domains.conversions.ports import SourceFiles, Writers
from newsforge.domains.conversions.streams import Streams
from newsforge.domains.usage.service import Allowances
from newsforge.domains.workspaces.directory import ApiKeyUse, WorkspaceDirectory
from newsforge.domains.workspaces.invitations import InvitationMail
from newsforge.domains.workspaces.letters import InvitationLetters
from newsforge.kit.bell import Bell
from newsforge.kit.cache import Cache
from newsforge.kit.db.database import Database
from newsforge.kit.db.server import APP_ROLE, inspect_server
from newsforge.kit.fetch import PUBLIC
from newsforge.kit.files import FileStore
from newsforge.kit.http.health import HealthChecks
from newsforge.kit.http.resources import Resources
from newsforge.kit.limits import Limiter
from newsforge.kit.queue.queue import Queue
from newsforge.kit.sealing import MasterKey
from newsforge.settings import ServiceSettings
from newsforge.wiring.accounts import AccountJobs, AccountLimiter, AccountWorkspaces
from newsforge.wiring.checks import health_checks
from newsforge.wiring.foundation import Foundation, open_foundation
from newsforge.wiring.samples import convert_sample, warm_up

Opening = Callable[[], AbstractAsyncContextManager[Resources]]


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Implements :class:`newsforge.domains.conversions.ports.SourceFiles` by a file store."""

    store: FileStore

    async def put(self, key: str, data: bytes) -> None:
        await self.store.put(key, data, media_type="application/octet-stream")

    async def get(self, key: str) -> bytes:
        return await self.store.get(key)

    async def delete(self, key: str) -> None:
        await self.store.delete(key)


def conversion_options(base: Foundation) -> ConversionOptions:
    return ConversionOptions(
        deadline_s=base.product.conversion.deadline_s,
        disclosure=base.product.conversion.disclosure,
        policy=PUBLIC,
        max_file_bytes=base.settings.web.max_upload_bytes,
    )


def open_api(settings: ServiceSettings) -> Opening:
    """For :func:`newsforge.api.application.make_application`: opened when the server starts, closed when it ends."""

    @asynccontextmanager
    async def opening() -> AsyncIterator[Resources]:
        async with open_foundation(settings, name="api") as base, _resources(base) as resources:
            yield resources

    return opening


@asynccontextmanager
async def _resources(base: Foundation) -> AsyncIterator[Resources]:
    resources = Resources()
    web = base.settings.web
    async with AsyncExitStack() as stack:
        ring = KeyRing(base.database, base.master)
        await ring.open()
        mint = TokenMint(ring, issuer=web.public_url)
        primary = base.settings.database.primary.value
        facts = await inspect_server(primary)
        role = APP_ROLE if facts.is_above_policies else None
        revocations = Revocations(primary, base.database, role=role)
        await stack.enter_async_context(revocations.running())
        rules = BrowserRules(public_url=web.public_url, cors_origins=web.cors_origins)
        directory = WorkspaceDirectory(base.database)
        passwords = PasswordHashing()
        stack.callback(passwords.close)
        copies = ConversionCopies(base.cache)
        stack.enter_context(watching_conversions(base.bell, [copies]))
        options = conversion_options(base)
        streams = Streams(base.database, base.bell, options)
        stack.callback(streams.close)
        use = ApiKeyUse(directory)
        await stack.enter_async_context(use.running())
        letters = LetterBox(AccountJobs(base.queue), base.master)
        resources.provide(Database, base.database)
        resources.provide(Cache, base.cache)
        resources.provide(Bell, base.bell)
        resources.provide(Limiter, base.limiter)
        resources.provide(Queue, base.queue)
        resources.provide(MasterKey, base.master)
        resources.provide(SourceFiles, KeptFiles(base.files))
        resources.provide(Writers, base.writers)
        resources.provide(Demonstrations, Demonstrations(convert_sample))
        resources.provide(ConversionOptions, options)
        resources.provide(ConversionCopies, copies)
        resources.provide(Streams, streams)
        resources.provide(Allowances, Allowances())
        resources.provide(ApiKeyUse, use)
        resources.provide(
            Authenticator, Authenticator(mint=mint, revocations=revocations, directory=directory, rules=rules)
        )
        resources.provide(
            AccountDesk,
            AccountDesk(
                database=base.database,
                mint=mint,
                passwords=passwords,
                throttle=AttemptThrottle(AccountLimiter(base.limiter)),
                letters=letters,
                workspaces=AccountWorkspaces(),
                rules=rules,
            ),
        )
        resources.provide(InvitationMail, InvitationLetters(AccountJobs(base.queue), base.master))
        resources.provide(HealthChecks, health_checks(base, revocations))
        if base.settings.warm_up:
            warming = asyncio.create_task(warm_up())
            stack.callback(warming.cancel)
        yield resources
