"""A small service of accounts alone: a gate, the accounts' endpoints, and twins of what stands around them."""

import time
from contextlib import asynccontextmanager

import httpx2
from fastapi import FastAPI

from newsforge.api.asgi import state_of
from newsforge.api.problems import install
from newsforge.domains.access.authentication import Credentials
from newsforge.domains.access.dependencies import STATE_KEY
from newsforge.domains.accounts import endpoints
from newsforge.domains.accounts.desk import AccountDesk
from newsforge.domains.accounts.letters import LetterBox
from newsforge.domains.accounts.passwords import Argon2Cost, PasswordHashing
from newsforge.domains.accounts.ports import MembershipSummary
from newsforge.domains.accounts.tasks import send_letter
from newsforge.domains.accounts.throttle import AttemptThrottle
from newsforge.kit.db.database import Database
from newsforge.kit.http.errors import ServiceError
from newsforge.kit.http.resources import Resources
from tests.support.access_door import ISSUER, open_door

CHEAP = Argon2Cost(memory_kib=64, rounds=1)


class MemoryLimiter:
    def __init__(self):
        self.counts = {}

    async def take(self, key, *, limit, period_s):
        began, count = self.counts.get(key, (time.monotonic(), 0))
        self.counts[key] = (began, count + 1)
        return 0.0 if count < limit else began + period_s - time.monotonic()


class MemoryQueue:
    def __init__(self):
        self.jobs = []

    async def enqueue(self, session, *, kind, workspace_id, payload):
        self.jobs.append((kind, payload))


class MemoryWorkspaces:
    def __init__(self, directory):
        self.directory = directory
        self.opened = []

    async def open_personal_workspace(self, session, user_id, name):
        self.opened.append(user_id)
        return (await self.directory.find_membership(user_id, None)).workspace_id

    async def list_memberships(self, session, user_id):
        own = self.directory.personal[user_id]
        return [MembershipSummary(workspace_id=own, workspace_name="Own", kind="personal", role="owner")]

    async def leave_workspaces(self, session, user_id):
        self.directory.gone.add(user_id)


class KeptMail:
    def __init__(self):
        self.mails = []

    async def send(self, mail):
        self.mails.append(mail)


class Service:
    def __init__(self, door, *, rules=None, passwords=None):
        self.door, self.queue, self.limiter, self.mail = door, MemoryQueue(), MemoryLimiter(), KeptMail()
        self.workspaces = MemoryWorkspaces(door.directory)
        self.desk = AccountDesk(
            database=door.database,
            mint=door.mint,
            passwords=passwords or PasswordHashing(cost=CHEAP, threads=2),
            throttle=AttemptThrottle(self.limiter),
            letters=LetterBox(self.queue, door.master),
            workspaces=self.workspaces,
            rules=rules or door.rules,
            even_s=0.0,
        )
        door.authenticator.rules = self.desk.rules
        self.app = FastAPI()
        self.app.include_router(endpoints.router, prefix="/api/v1")
        install(self.app)
        self.app.state.resources = resources = Resources()
        resources.provide(Database, door.database)
        resources.provide(AccountDesk, self.desk)

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            credentials = Credentials.of(
                scope["headers"], method=scope["method"], scheme=scope["scheme"], rules=self.desk.rules
            )
            if not credentials.is_empty:
                try:
                    state_of(scope)[STATE_KEY] = await self.door.authenticator.authenticate(credentials)
                except ServiceError as error:
                    state_of(scope)[STATE_KEY] = error
        await self.app(scope, receive, send)

    def client(self, *, origin=ISSUER, url=ISSUER):
        headers = {} if origin is None else {"Origin": origin}
        return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=self), base_url=f"{url}/api/v1", headers=headers)

    async def letters(self):
        """Send what waits; the letters sent by it."""
        jobs, self.queue.jobs, self.mail.mails = self.queue.jobs, [], []
        for _, payload in jobs:
            await send_letter(
                payload, database=self.door.database, mailer=self.mail, master=self.door.master, public_url=ISSUER
            )
        return self.mail.mails


@asynccontextmanager
async def open_service(url, **more):
    async with open_door(url) as door:
        service = Service(door, **more)
        try:
            yield service
        finally:
            service.desk.passwords.close()
