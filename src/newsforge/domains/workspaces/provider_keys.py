"""A workspace's own keys at AI vendors: sealed before they reach the database, and never given back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from newsforge.domains.access.principal import Principal
from newsforge.domains.audit import service as audit
from newsforge.domains.workspaces import key_repository
from newsforge.domains.workspaces.models import ProviderKey
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.http.errors import NotFound, Unprocessable
from newsforge.kit.sealing import MasterKey, seal, unseal


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProviderKey:
    """``key`` shows itself in no repr."""

    vendor: str
    base_url: str
    key: bytes

    def __repr__(self) -> str:
        return f"OpenProviderKey({self.vendor})"


def _context(workspace_id: UUID, vendor: str) -> str:
    return f"provider-key:{workspace_id}:{vendor}"


async def put_provider_key(
    session: WriteSession, *, principal: Principal, master: MasterKey, vendor: str, key: str, base_url: str
) -> ProviderKey:
    """The former key of that vendor, if any, is gone."""
    if (vendor == "compatible") is not bool(base_url):
        raise Unprocessable(
            "base_url goes with the vendor `compatible`, and only with it.",
            remedy="Give the address of the OpenAI-compatible server, or leave it out.",
        )
    sealed = await seal(master, key.encode(), context=_context(principal.workspace_id, vendor))
    row = ProviderKey(
        workspace_id=principal.workspace_id,
        created_by=principal.user_id,
        vendor=vendor,
        sealed=sealed,
        hint=key[-4:],
        base_url=base_url,
    )
    await key_repository.put_provider_key(session, row)
    await session.refresh(row)
    await audit.record_deed(
        session, principal, "provider_key_put", subject_kind="provider_key", data={"vendor": vendor}
    )
    return row


async def list_provider_keys(session: ReadSession, *, workspace_id: UUID) -> list[ProviderKey]:
    return await key_repository.list_provider_keys(session, workspace_id=workspace_id)


async def delete_provider_key(session: WriteSession, *, principal: Principal, vendor: str) -> None:
    if not await key_repository.delete_provider_key(session, workspace_id=principal.workspace_id, vendor=vendor):
        raise NotFound
    await audit.record_deed(
        session, principal, "provider_key_deleted", subject_kind="provider_key", data={"vendor": vendor}
    )


async def open_provider_keys(session: ReadSession, *, master: MasterKey, workspace_id: UUID) -> list[OpenProviderKey]:
    """For the moment in which a writer needs them; raise :class:`newsforge.kit.sealing.SealBroken`."""
    return [
        OpenProviderKey(
            vendor=row.vendor,
            base_url=row.base_url,
            key=await unseal(master, row.sealed, context=_context(workspace_id, row.vendor)),
        )
        for row in await key_repository.list_provider_keys(session, workspace_id=workspace_id)
    ]
