"""The primary, its replicas, and the two ways in: ``read()`` and ``write()``.

A read goes to a replica that is known to have replayed what its caller has written; else to the primary. Knowing
comes from WAL positions: a write leaves the position of its commit under the caller's mark, a poller keeps each
replica's replayed position, and a read compares the two. No read waits for a replica.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Final, TypeVar

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from newsforge.kit.db.changes import tell_changes
from newsforge.kit.db.marks import MemoryMarks, WriteMarks
from newsforge.kit.db.replicas import Replica, ReplicaPoller
from newsforge.kit.db.server import APP_ROLE, inspect_server
from newsforge.kit.db.sessions import NOTHING, ReadSession, Sight, WriteSession, show
from newsforge.kit.db.urls import connect_options, driver_url
from newsforge.kit.errors import NewsforgeError

S = TypeVar("S", bound=ReadSession)
#: What means "no connection", as against a refused statement.
_LOST: Final = (OSError, TimeoutError)
#: SQLSTATE of a statement that ran into its time-out, most often behind a lock.
_WAITED_TOO_LONG: Final = {"57014", "55P03"}


class DatabaseBusy(NewsforgeError):
    """Every connection of the pool is in use, or the server is away. The caller may try again soon."""

    code = "database_busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseOptions:
    """``pool_size`` is for each server and process; a caller waits ``pool_timeout_s`` for a free connection: longer
    than the API's door lets anybody wait, so that who was let in is served."""

    primary: str
    replicas: tuple[str, ...] = ()
    pool_size: int = 10
    pool_timeout_s: float = 20.0
    connect_timeout_s: float = 3.0
    statement_timeout_s: float = 10.0
    #: A replica that is further behind takes no reads at all.
    max_replica_lag_s: float = 10.0
    application_name: str = "newsforge"


@dataclass(slots=True, kw_only=True)
class Database:
    """Open it with :func:`open_database`."""

    options: DatabaseOptions
    primary: AsyncEngine
    replicas: tuple[Replica, ...] = ()
    marks: WriteMarks = field(default_factory=MemoryMarks)
    #: What each connection steps down to, when the address's user stands above row-level security.
    role: str | None = None

    @asynccontextmanager
    async def write(self, sight: Sight = NOTHING, *, mark: str | None = None) -> AsyncIterator[WriteSession]:
        """One transaction on the primary: committed when the block ends, rolled back when it raises. ``mark`` names
        whose later reads have to see it. Only the edges (a request, a task) open one."""
        async with self._begun(WriteSession, self.primary, sight) as session:
            yield session
            await session.commit()
            if mark is not None and self.replicas:
                await self.marks.leave(mark, await _insert_position(session))
            await tell_changes(session)

    @asynccontextmanager
    async def read(
        self, sight: Sight = NOTHING, *, mark: str | None = None, on_primary: bool = False
    ) -> AsyncIterator[ReadSession]:
        """One read-only transaction, on a replica where that is as good as the primary for ``mark``. ``on_primary`` is
        for what may not be a moment old (who may do what, what will be cached)."""
        async with AsyncExitStack() as stack:
            for replica in [] if on_primary else await self._fit_replicas(mark):
                try:
                    session = await stack.enter_async_context(
                        self._begun(ReadSession, replica.engine, sight, is_replica=True)
                    )
                except DatabaseBusy:
                    replica.set_down()
                    continue
                yield session
                return
            yield await stack.enter_async_context(self._begun(ReadSession, _read_only(self.primary), sight))

    async def close(self) -> None:
        await self.primary.dispose()
        for replica in self.replicas:
            await replica.engine.dispose()

    async def _fit_replicas(self, mark: str | None) -> list[Replica]:
        up = [replica for replica in self.replicas if replica.is_fresh(self.options.max_replica_lag_s)]
        if not up or mark is None:
            return up
        position = await self.marks.find(mark)
        # Not known (the shared store is away) means: only the primary is sure to have it.
        return [] if position is None else [replica for replica in up if replica.has_replayed(position)]

    @asynccontextmanager
    async def _begun(
        self, kind: type[S], engine: AsyncEngine, sight: Sight, *, is_replica: bool = False
    ) -> AsyncIterator[S]:
        """Begin before the caller's first statement, so that a dead connection is found here, where it can be
        replaced, and not in the middle of their work. One retry: the pool drops all connections that a restarted
        server has forgotten when it meets the first."""
        session = kind(engine, expire_on_commit=False, autoflush=False)
        tries = 1 if is_replica else 2
        for attempt in range(1, tries + 1):
            try:
                await show(session, sight)
                break
            except PoolTimeout:
                await session.close()
                raise DatabaseBusy("The database is busy.", remedy="Try again in a few seconds.") from None
            except (DBAPIError, *_LOST) as error:
                await session.close()
                if isinstance(error, DBAPIError) and not _is_lost(error):
                    raise
                if attempt == tries:
                    raise DatabaseBusy("The database does not answer.", remedy="Try again in a few seconds.") from error
        try:
            yield session
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) in _WAITED_TOO_LONG:
                raise DatabaseBusy("The database is busy.", remedy="Try again in a few seconds.") from error
            raise
        finally:
            await session.close()


def _is_lost(error: DBAPIError) -> bool:
    """Connection failures and servers that are starting, stopping, full, or no longer a primary (SQLSTATE classes
    08, 53, 57P)."""
    state = str(getattr(error.orig, "sqlstate", "") or "")
    return (
        error.connection_invalidated
        or isinstance(error.orig, OSError)
        or state[:2] in {"08", "53"}
        or state[:3] == "57P"
    )


def _read_only(engine: AsyncEngine) -> AsyncEngine:
    return engine.execution_options(postgresql_readonly=True)


async def _insert_position(session: WriteSession) -> int:
    """The end of what the primary has written so far, in bytes: at or behind the commit just made."""
    # AUTOCOMMIT would save a round trip of three, but would have to be undone for the pool.
    found = await session.scalar(text("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn"))
    return int(found or 0)


@asynccontextmanager
async def open_database(
    options: DatabaseOptions, *, marks: WriteMarks | None = None, on_change: Callable[[str, bool], None] | None = None
) -> AsyncIterator[Database]:
    """Inspect the primary (it has to answer, in a fit version), open the pools, and poll the replicas until the end.

    A user that stands above row-level security (a superuser) is stepped down to :data:`APP_ROLE` on each connection.
    Raise what :func:`inspect_server` raises. ``on_change`` hears of replicas that come and go."""
    facts = await inspect_server(options.primary, timeout_s=options.connect_timeout_s)
    role = APP_ROLE if facts.is_above_policies else None
    replicas = tuple(
        Replica(name=driver_url(url).render_as_string(), engine=_read_only(_engine(url, options, role)))
        for url in options.replicas
    )
    database = Database(
        options=options,
        primary=_engine(options.primary, options, role),
        replicas=replicas,
        marks=marks or MemoryMarks(),
        role=role,
    )
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        if replicas:
            poller = ReplicaPoller(database.primary, replicas, on_change=on_change)
            await stack.enter_async_context(poller.running())
        yield database


def _engine(address: str, options: DatabaseOptions, role: str | None) -> AsyncEngine:
    settings = {
        "application_name": options.application_name,
        "statement_timeout": str(round(options.statement_timeout_s * 1000)),
        "idle_in_transaction_session_timeout": "30000",
        "timezone": "UTC",
    }
    if role is not None:
        settings["role"] = role
    return create_async_engine(
        driver_url(address),
        pool_size=options.pool_size,
        max_overflow=0,
        pool_timeout=options.pool_timeout_s,
        pool_use_lifo=True,
        hide_parameters=True,
        connect_args={
            "server_settings": settings,
            "timeout": options.connect_timeout_s,
            "command_timeout": options.statement_timeout_s + 5,
            **connect_options(address),
        },
    )
