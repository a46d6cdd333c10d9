"""``/writers``: who can write for this workspace, and whether a key of its own works."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from fastapi import APIRouter, Body, Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from newsforge.domains.access.dependencies import CurrentPrincipal, requires
from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.domains.conversions.answers import UsageOfAi
from newsforge.domains.conversions.errors import InvalidWish
from newsforge.domains.conversions.ports import Writers
from newsforge.domains.conversions.schemas import Strict
from newsforge.domains.workspaces.schemas import Vendor
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.http.errors import NotFound, may_answer
from newsforge.kit.http.patterns import SPACE
from newsforge.kit.http.resources import Needs
from newsforge.kit.http.seats import waiting_outside

router = APIRouter(responses=may_answer(Unauthenticated, Forbidden))
WritersOf = Annotated[Writers, Needs(Writers)]
_ATTRIBUTES: Final = ConfigDict(from_attributes=True)


class WriterOut(BaseModel):
    model_config = _ATTRIBUTES

    name: str = Field(description="What `writer` of a conversion takes.", examples=["openai:gpt-5-mini"])
    kind: Literal["ai", "automatic"]
    key: Literal["none", "operator", "workspace"] = Field(description="Whose key at the vendor it uses.")
    in_auto: bool = Field(description="Whether `auto` asks it.")
    state: Literal["ready", "resting"] = Field(description="`resting`: left alone for a while after failures.")


class WriterList(BaseModel):
    """In the order in which `auto` asks them. Another model of a vendor that is here can be named too."""

    items: list[WriterOut]
    next_cursor: None = None


class KeyTrial(Strict):
    """`compatible` servers have no model that is theirs by default."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"model": "gpt-5-mini"}]})

    model: Annotated[str, Field(min_length=1, max_length=200, pattern=rf"^[^{SPACE}\x00-\x1f]+$")] | None = None


class KeyTrialOut(BaseModel):
    """`works`: a short post was written with the key. Else `message` and `remedy` say what the vendor said."""

    model_config = _ATTRIBUTES

    works: bool
    writer: str
    message: str
    remedy: str
    took_s: float
    usage: UsageOfAi


@router.get(
    "/writers",
    operation_id="list_writers",
    summary="Who can write for this workspace",
    tags=["writers"],
    dependencies=[Depends(requires("conversions:read"))],
)
async def list_writers(principal: CurrentPrincipal, writers: WritersOf) -> WriterList:
    found = await writers.list_writers(principal.workspace_id)
    return WriterList(items=[WriterOut.model_validate(one) for one in found])


@router.post(
    "/provider-keys/{vendor}/test",
    operation_id="try_provider_key",
    summary="Have one short post written with the workspace's key",
    tags=["provider-keys"],
    dependencies=[Depends(requires("keys:manage"))],
    responses=may_answer(NotFound, InvalidWish),
)
async def try_provider_key(
    principal: CurrentPrincipal,
    writers: WritersOf,
    request: Request,
    vendor: Vendor,
    body: Annotated[KeyTrial | None, Body()] = None,
) -> KeyTrialOut:
    """Of an article of ours. It costs at the vendor what one post costs, and nothing here."""
    try:
        async with waiting_outside(request.scope["state"]):
            trial = await writers.try_key(principal.workspace_id, vendor, body.model if body else None)
    except NewsforgeError as error:
        if isinstance(error, NotFound):
            raise
        raise InvalidWish.of(error, "/model") from None
    return KeyTrialOut.model_validate(trial)
