"""``/platforms``: the records, made once."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field, TypeAdapter

from newsforge.engine.platforms.as_data import as_data
from newsforge.engine.platforms.registry import platforms

router = APIRouter(prefix="/platforms", tags=["platforms"])


class PlatformList(BaseModel):
    """Each item is a platform's record: limits with their counting units, links, tags, threads, media, source and
    confidence. `newsforge platforms --json` prints the same."""

    items: list[dict[str, Any]] = Field(examples=[[{"id": "x", "name": {"en": "X", "ko": "X"}}]])
    next_cursor: None = None


@cache
def _body() -> bytes:
    items = [as_data(platform) for platform in platforms().values()]
    return TypeAdapter(dict[str, Any]).dump_json({"items": items, "next_cursor": None})


@router.get(
    "",
    operation_id="list_platforms",
    summary="Every platform's limits and how it counts",
    response_model=PlatformList,
    openapi_extra={"x-anonymous": True},
)
async def list_platforms() -> Response:
    return Response(_body(), media_type="application/json", headers={"Cache-Control": "public, max-age=300"})
