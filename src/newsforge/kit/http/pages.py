"""Lists: ``{items, next_cursor}``, newest first, by keyset, so that page 10,000 costs what page 1 costs."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Annotated, Generic, TypeVar
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, Field

from newsforge.kit.http.errors import BadRequest

T = TypeVar("T")


class BadCursor(BadRequest):
    code = "bad_cursor"
    message = "The cursor is none that this list has given out."
    remedy = "Leave it out to begin at the first page."


class Page(BaseModel, Generic[T]):
    items: list[T]
    next_cursor: str | None = Field(description="Hand it back as `cursor` for the next page; null on the last.")


class PageQuery(BaseModel):
    """``after``: the id of the last row of the page before. Ids are in the order of their making."""

    after: UUID | None = None
    limit: int = 20


async def page_query(
    cursor: Annotated[str | None, Query(max_length=200, description="`next_cursor` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> PageQuery:
    return PageQuery(after=None if cursor is None else read_cursor(cursor), limit=limit)


def make_cursor(last_id: UUID) -> str:
    return base64.urlsafe_b64encode(json.dumps({"after": last_id.hex}).encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> UUID:
    """Raise :class:`BadCursor`."""
    try:
        # The padding goes along in excess; the decoder takes what it needs.
        found = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii") + b"==="))
        return UUID(hex=found["after"])
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise BadCursor from None


def page_of(rows: list[T], query: PageQuery, ids: list[UUID]) -> tuple[list[T], str | None]:
    """Cut a list of at most ``limit + 1`` rows to a page and make the cursor of the next."""
    if len(rows) <= query.limit:
        return rows, None
    return rows[: query.limit], make_cursor(ids[query.limit - 1])
