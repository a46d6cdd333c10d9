"""What the API and the worker both stand on: servers, keys, caches."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

from newsforge.kit.bell import Bell
from newsforge.kit.cache import Cache
from newsforge.kit.db.database import Database, DatabaseOptions, open_database
from newsforge.kit.files import FileStore
from newsforge.kit.limits import Limiter
from newsforge.kit.queue.queue import Queue
from newsforge.kit.sealing import MasterKey
from newsforge.kit.valkey import ValkeyConnection
from newsforge.settings import ServiceSettings, Settings
from newsforge.wiring.marks import SharedMarks
from newsforge.wiring.writers import ServiceWriters

if TYPE_CHECKING:
    from newsforge.kit.db.marks import WriteMarks

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foundation:
    settings: ServiceSettings
    product: Settings
    database: Database
    valkey: ValkeyConnection
    bell: Bell
    cache: Cache
    limiter: Limiter
    master: MasterKey
    files: FileStore
    queue: Queue
    writers: ServiceWriters


@asynccontextmanager
async def open_foundation(settings: ServiceSettings, *, name: str) -> AsyncIterator[Foundation]:
    """``name`` is shown by PostgreSQL as whose connection it is. Raise a sentence that names what does not answer; a
    Valkey that is away is no reason: the service goes on without."""
    product = Settings.of()
    async with AsyncExitStack() as stack:
        valkey = await stack.enter_async_context(ValkeyConnection(settings.redis_url.value or None))
        bell = await stack.enter_async_context(Bell(valkey))
        cache = await stack.enter_async_context(Cache(valkey, bell))
        limiter = await stack.enter_async_context(Limiter(valkey))
        marks: WriteMarks = SharedMarks(valkey)
        database = await stack.enter_async_context(
            open_database(database_options(settings, name), marks=marks, on_change=_tell_of_replica)
        )
        master = open_master_key(settings)
        writers = ServiceWriters(product.writers, database, master)
        stack.push_async_callback(writers.aclose)
        yield Foundation(
            settings=settings,
            product=product,
            database=database,
            valkey=valkey,
            bell=bell,
            cache=cache,
            limiter=limiter,
            master=master,
            files=open_files(settings),
            queue=Queue(),
            writers=writers,
        )


def database_options(settings: ServiceSettings, name: str) -> DatabaseOptions:
    return DatabaseOptions(
        primary=settings.database.primary.value,
        replicas=tuple(url.value for url in settings.database.replicas),
        pool_size=settings.database.pool_size,
        application_name=f"newsforge {name}",
    )


def open_master_key(settings: ServiceSettings) -> MasterKey:
    if settings.kms_key_id:
        import boto3

        from newsforge.adapters.keys.kms import KmsMasterKey

        return KmsMasterKey(boto3.client("kms"), settings.kms_key_id)
    from newsforge.adapters.keys.local import LocalMasterKey

    assert settings.master_key_file is not None
    return LocalMasterKey.of_file(settings.master_key_file)


def open_files(settings: ServiceSettings) -> FileStore:
    if settings.bucket:
        import boto3

        from newsforge.adapters.storage.s3 import S3Store

        return S3Store(boto3.client("s3"), settings.bucket)
    from newsforge.adapters.storage.folder import FolderStore

    return FolderStore(settings.data / "files")


def _tell_of_replica(name: str, is_up: bool) -> None:
    if is_up:
        log.info("replica_up", replica=name)
    else:
        log.warning("replica_down", replica=name)
