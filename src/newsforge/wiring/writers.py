"""The writers of one workspace: with its own keys where it has some, else with the operator's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final
from uuid import UUID

from newsforge.adapters.writers import EMBEDDED, WriterSpec, check_spec, make_writer, parse_name
from newsforge.domains.conversions.ports import WriterSet
from newsforge.domains.workspaces.provider_keys import OpenProviderKey, open_provider_keys
from newsforge.kit.db.database import Database
from newsforge.kit.db.sessions import Sight
from newsforge.kit.sealing import MasterKey
from newsforge.pipeline.breaker import Breaker
from newsforge.settings import WriterSettings
from newsforge.wiring.workbench import DEFAULT_MODELS, configured_writers, spec_of

if TYPE_CHECKING:
    from newsforge.adapters.writers.clients import Clients


#: Whose credential it is when it is nobody's of a workspace.
OPERATOR: Final = "operator"
#: Under which key of the cache the workers tell which vendors they leave alone.
RESTING_KEY: Final = "resting-writers"


class ServiceWriters:
    """Implements :class:`newsforge.domains.conversions.ports.Writers`. Connections and circuit breakers are the
    process's own, shared by all conversions; call :meth:`aclose` at the end."""

    def __init__(self, settings: WriterSettings, database: Database, master: MasterKey) -> None:
        self._settings = settings
        self._database = database
        self._master = master
        self._breaker = Breaker()
        self._clients: Clients | None = None

    async def aclose(self) -> None:
        if self._clients is not None:
            await self._clients.aclose()

    def resting(self) -> list[str]:
        """The vendors that this process leaves alone for the operator's key, after failures."""
        return sorted({circuit.vendor for circuit in self._breaker.resting() if circuit.owner == OPERATOR})

    async def check(self, workspace_id: UUID, choice: str) -> None:
        await self._specs(workspace_id, choice)

    @asynccontextmanager
    async def open(self, workspace_id: UUID, choice: str) -> AsyncIterator[WriterSet]:
        specs = await self._specs(workspace_id, choice)
        writers = [make_writer(spec, clients=self._shared_clients(), breaker=self._breaker) for spec in specs]
        identity = "|".join(f"{spec.owner} {spec.name} {spec.address} {spec.prompt_version}" for spec in specs)
        yield WriterSet(writers=[*writers, make_writer(WriterSpec(name=EMBEDDED))], identity=identity)

    async def _specs(self, workspace_id: UUID, choice: str) -> list[WriterSpec]:
        """Raise :class:`newsforge.adapters.writers.BadWriterName` for what cannot be asked."""
        if choice == EMBEDDED:
            return []
        async with self._database.read(Sight(workspace_id=workspace_id), on_primary=True) as session:
            keys = await open_provider_keys(session, master=self._master, workspace_id=workspace_id)
        own = {key.vendor: key for key in keys}
        if choice == "auto":
            mine = [_own_spec(DEFAULT_MODELS[v], key, workspace_id) for v, key in own.items() if v in DEFAULT_MODELS]
            return mine or [spec_of(name, self._settings) for name in configured_writers(self._settings)]
        vendor, _, address = parse_name(choice)
        key = own.get("openai" if vendor == "openai-chat" else vendor)
        if key is not None:
            spec = _own_spec(choice, key, workspace_id)
            check_spec(spec)
            return [spec]
        if address:
            # The operator's key goes to the operator's address alone.
            raise _foreign_address()
        return [spec_of(choice, self._settings)]

    def _shared_clients(self) -> Clients:
        if self._clients is None:
            from newsforge.adapters.writers.clients import Clients

            self._clients = Clients()
        return self._clients


def _own_spec(name: str, key: OpenProviderKey, workspace_id: UUID) -> WriterSpec:
    return WriterSpec(name=name, api_key=key.key.decode(), base_url=key.base_url, owner=f"workspace:{workspace_id}")


def _foreign_address() -> Exception:
    from newsforge.adapters.writers import BadWriterName

    return BadWriterName(
        "A writer's address cannot be given with a request.",
        remedy="Store a key for the vendor `compatible` with its base_url (PUT /api/v1/provider-keys/compatible).",
    )
