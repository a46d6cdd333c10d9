"""Workspaces, people and transactions that see one workspace, for tests of domains."""

from contextlib import asynccontextmanager
from uuid import UUID, uuid4

from newsforge.domains.access.principal import ROLE_SCOPES, Principal
from newsforge.kit.db.database import DatabaseOptions, open_database
from newsforge.kit.db.sessions import Sight
from newsforge.kit.ids import new_id


class Store:
    """A database, and the few rows that every tenant's row needs."""

    def __init__(self, database, owner_url) -> None:
        self.database = database
        self.owner_url = owner_url

    async def add_workspace(self) -> UUID:
        from sqlalchemy import text

        workspace_id = new_id()
        async with self.write(workspace_id) as session:
            await session.execute(
                text("INSERT INTO workspaces (id, name, kind) VALUES (:id, 'Newsroom', 'team')"), {"id": workspace_id}
            )
        return workspace_id

    def write(self, workspace_id):
        return self.database.write(Sight(workspace_id=workspace_id))

    def read(self, workspace_id):
        return self.database.read(Sight(workspace_id=workspace_id))


@asynccontextmanager
async def open_store(address):
    async with open_database(
        DatabaseOptions(primary=address.app_url, pool_size=16, statement_timeout_s=60)
    ) as database:
        yield Store(database, address.owner_url)


def principal_of(workspace_id, *, role="editor", is_verified=True, **more) -> Principal:
    return Principal(
        user_id=uuid4(),
        workspace_id=workspace_id,
        role=role,
        scopes=ROLE_SCOPES[role],
        credential="jwt",
        session_id=uuid4(),
        is_verified=is_verified,
        **more,
    )
