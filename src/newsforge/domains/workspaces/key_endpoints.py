"""``/api-keys`` and ``/provider-keys``."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from newsforge.domains.access.dependencies import Reading, Writing, requires
from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.domains.workspaces import api_keys, provider_keys
from newsforge.domains.workspaces.errors import ScopeTooWide, TooMany
from newsforge.domains.workspaces.schemas import (
    ApiKeyCreate,
    ApiKeyMade,
    ApiKeyOut,
    ProviderKeyList,
    ProviderKeyOut,
    ProviderKeyPut,
    Vendor,
)
from newsforge.kit.http.errors import NotFound, Unprocessable, may_answer
from newsforge.kit.http.pages import BadCursor, Page, PageQuery, page_query
from newsforge.kit.http.resources import Needs
from newsforge.kit.sealing import MasterKey

router = APIRouter(dependencies=[Depends(requires("keys:manage"))])


@router.post(
    "/api-keys",
    operation_id="create_api_key",
    summary="Make an API key; it is shown this once",
    status_code=201,
    tags=["api-keys"],
    responses=may_answer(Unauthenticated, Forbidden, ScopeTooWide, TooMany),
)
async def create_api_key(order: ApiKeyCreate, call: Writing, response: Response) -> ApiKeyMade:
    row, key = await api_keys.make_api_key(
        call.session,
        principal=call.principal,
        name=order.name,
        scopes=order.scopes,
        expires_at=order.expires_at,
    )
    response.headers["Cache-Control"] = "no-store"
    return ApiKeyMade.model_validate({**ApiKeyOut.model_validate(row).model_dump(), "key": key})


@router.get(
    "/api-keys",
    operation_id="list_api_keys",
    summary="The workspace's API keys, newest first, the revoked ones too",
    tags=["api-keys"],
    responses=may_answer(Unauthenticated, Forbidden, BadCursor),
)
async def list_api_keys(call: Reading, page: Annotated[PageQuery, Depends(page_query)]) -> Page[ApiKeyOut]:
    rows, cursor = await api_keys.list_api_keys(call.session, workspace_id=call.principal.workspace_id, query=page)
    return Page(items=[ApiKeyOut.model_validate(row) for row in rows], next_cursor=cursor)


@router.delete(
    "/api-keys/{key_id}",
    operation_id="revoke_api_key",
    summary="Revoke an API key; it stops working within a second",
    status_code=204,
    tags=["api-keys"],
    responses=may_answer(Unauthenticated, Forbidden, NotFound),
)
async def revoke_api_key(key_id: UUID, call: Writing) -> None:
    await api_keys.revoke_api_key(call.session, principal=call.principal, key_id=key_id)


@router.put(
    "/provider-keys/{vendor}",
    operation_id="put_provider_key",
    summary="Set the workspace's own key at an AI vendor",
    tags=["provider-keys"],
    responses=may_answer(Unauthenticated, Forbidden, Unprocessable),
)
async def put_provider_key(
    vendor: Vendor, order: ProviderKeyPut, call: Writing, master: Annotated[MasterKey, Needs(MasterKey)]
) -> ProviderKeyOut:
    """It is encrypted at once and never shown again, not even to you."""
    row = await provider_keys.put_provider_key(
        call.session,
        principal=call.principal,
        master=master,
        vendor=vendor,
        key=order.key,
        base_url=order.base_url,
    )
    return ProviderKeyOut.model_validate(row)


@router.get(
    "/provider-keys",
    operation_id="list_provider_keys",
    summary="Which AI vendors the workspace has a key at",
    tags=["provider-keys"],
    responses=may_answer(Unauthenticated, Forbidden),
)
async def list_provider_keys(call: Reading) -> ProviderKeyList:
    rows = await provider_keys.list_provider_keys(call.session, workspace_id=call.principal.workspace_id)
    return ProviderKeyList(items=[ProviderKeyOut.model_validate(row) for row in rows])


@router.delete(
    "/provider-keys/{vendor}",
    operation_id="delete_provider_key",
    summary="Forget the workspace's key at an AI vendor",
    status_code=204,
    tags=["provider-keys"],
    responses=may_answer(Unauthenticated, Forbidden, NotFound),
)
async def delete_provider_key(vendor: Vendor, call: Writing) -> None:
    await provider_keys.delete_provider_key(call.session, principal=call.principal, vendor=vendor)
