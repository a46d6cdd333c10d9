"""The writers of one workspace: with its own keys where it has some, else with the operator's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID

from newsforge.adapters.writers import EMBEDDED, WriterSpec, check_spec, make_writer, parse_name
from newsforge.domains.conversions.ports import AvailableWriter, Trial, WriterSet
from newsforge.domains.workspaces.provider_keys import OpenProviderKey, open_provider_keys
from newsforge.engine.platforms.registry import get_platform
from newsforge.kit.db.database import Database
from newsforge.kit.db.sessions import Sight
from newsforge.kit.http.errors import NotFound
from newsforge.kit.sealing import MasterKey
from newsforge.pipeline.breaker import Breaker
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.json_form import usage_form
from newsforge.settings import WriterSettings
from newsforge.wiring.samples import read_sample
from newsforge.wiring.workbench import DEFAULT_MODELS, configured_writers, spec_of

if TYPE_CHECKING:
    from newsforge.adapters.writers.clients import Clients


#: Whose credential it is when it is nobody's of a workspace.
OPERATOR: Final = "operator"
#: How long the trial of a key may take.
_TRIAL_S: Final = 20.0
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

    async def list_writers(self, workspace_id: UUID) -> list[AvailableWriter]:
        own = await self._own_keys(workspace_id)
        mine = [name for vendor, name in DEFAULT_MODELS.items() if vendor in own]
        resting = set(self.resting())
        found = [AvailableWriter(name=name, kind="ai", key="workspace", in_auto=True) for name in mine]
        for name in configured_writers(self._settings):
            vendor, model, _ = parse_name(name)
            shown = f"{vendor}:{model}"  # without an address: that is the operator's own business
            if shown in mine:
                continue
            state: Literal["ready", "resting"] = "resting" if vendor in resting else "ready"
            found.append(AvailableWriter(name=shown, kind="ai", key="operator", in_auto=not mine, state=state))
        return [*found, AvailableWriter(name=EMBEDDED, kind="automatic", key="none", in_auto=True)]

    async def try_key(self, workspace_id: UUID, vendor: str, model: str | None) -> Trial:
        key = (await self._own_keys(workspace_id)).get(vendor)
        if key is None:
            raise NotFound
        name = f"{vendor}:{model}" if model else DEFAULT_MODELS.get(vendor)
        if name is None:
            raise _no_model(vendor)
        # A breaker of its own: somebody who has just corrected their key is not to wait for the old one's sins.
        spec = _own_spec(name, key, workspace_id)
        writer = make_writer(spec, clients=self._shared_clients(), breaker=Breaker())
        made = await convert(await read_sample("en"), [get_platform("x")], [writer], deadline_s=_TRIAL_S)
        result = made.results[0]
        failed = result.attempts[0].outcome in {"failed", "skipped"} if result.attempts else True
        return Trial(
            works=not failed,
            writer=writer.name,
            message=result.error or "" if failed else "",
            remedy=result.remedy if failed else "",
            took_s=round(made.took_s, 2),
            usage=usage_form(result.usage),
        )

    async def _own_keys(self, workspace_id: UUID) -> dict[str, OpenProviderKey]:
        async with self._database.read(Sight(workspace_id=workspace_id), on_primary=True) as session:
            keys = await open_provider_keys(session, master=self._master, workspace_id=workspace_id)
        return {key.vendor: key for key in keys}

    async def _specs(self, workspace_id: UUID, choice: str) -> list[WriterSpec]:
        """Raise :class:`newsforge.adapters.writers.BadWriterName` for what cannot be asked."""
        if choice == EMBEDDED:
            return []
        own = await self._own_keys(workspace_id)
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


def _no_model(vendor: str) -> Exception:
    from newsforge.adapters.writers import BadWriterName

    return BadWriterName(f"There is no model that is {vendor}'s by default.", remedy="Name a model of your server.")


def _foreign_address() -> Exception:
    from newsforge.adapters.writers import BadWriterName

    return BadWriterName(
        "A writer's address cannot be given with a request.",
        remedy="Store a key for the vendor `compatible` with its base_url (PUT /api/v1/provider-keys/compatible).",
    )
