"""Answers to "what may this credential do?", each in a short transaction of its own on the primary."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, cast
from uuid import UUID

from newsforge.domains.access.ports import ApiKeyFacts, MembershipFacts
from newsforge.domains.access.principal import Principal, Role, Scope
from newsforge.domains.workspaces import key_repository, repository
from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import Database, DatabaseBusy
from newsforge.kit.db.sessions import Sight, show

_NOTE_S: Final = 10.0


class WorkspaceDirectory:
    """Implements :class:`newsforge.domains.access.ports.Directory`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find_membership(self, user_id: UUID, workspace_id: UUID | None) -> MembershipFacts | None:
        async with self._database.read(Sight(user_id=user_id), on_primary=True) as session:
            found = await repository.find_membership(session, user_id=user_id, workspace_id=workspace_id)
        if found is None:
            return None
        membership, is_verified = found
        return MembershipFacts(
            workspace_id=membership.workspace_id, role=cast("Role", membership.role), is_verified=is_verified
        )

    async def find_api_key(self, key_hash: bytes) -> ApiKeyFacts | None:
        async with self._database.read(Sight(secret_hash=key_hash), on_primary=True) as session:
            place = await key_repository.find_workspace_of_key(session, key_hash=key_hash)
            if place is None:
                return None
            workspace_id, user_id = place
            await show(session, Sight(workspace_id=workspace_id, user_id=user_id))
            found = await key_repository.find_api_key_by_hash(session, key_hash=key_hash)
        if found is None or (found[0].expires_at is not None and found[0].expires_at <= utc_now()):
            return None
        key, role, is_verified = found
        return ApiKeyFacts(
            key_id=key.id,
            workspace_id=key.workspace_id,
            user_id=key.created_by,
            role=cast("Role", role),
            scopes=frozenset(cast("list[Scope]", key.scopes)),
            expires_at=key.expires_at,
            is_verified=is_verified,
        )

    async def touch_api_keys(self, used: dict[UUID, UUID]) -> None:
        """Note that these keys (each with its workspace) were just used. Called in batches, not a request each."""
        for key_id, workspace_id in used.items():
            async with self._database.write(Sight(workspace_id=workspace_id)) as session:
                await key_repository.touch_api_key(session, workspace_id=workspace_id, key_id=key_id, used_at=utc_now())


class ApiKeyUse:
    """Notes which API keys are used, and writes it down every :data:`_NOTE_S`: not a write for each request."""

    def __init__(self, directory: WorkspaceDirectory) -> None:
        self._directory = directory
        self._used: dict[UUID, UUID] = {}

    def note(self, principal: Principal) -> None:
        if principal.api_key_id is not None:
            self._used[principal.api_key_id] = principal.workspace_id

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self._repeat())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await self._write()

    async def _repeat(self) -> None:
        while True:
            await asyncio.sleep(_NOTE_S)
            await self._write()

    async def _write(self) -> None:
        used, self._used = self._used, {}
        try:
            await self._directory.touch_api_keys(used)
        except (DatabaseBusy, TimeoutError):
            self._used = used | self._used
