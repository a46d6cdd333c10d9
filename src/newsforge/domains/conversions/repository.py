"""Every query of conversions, their sources and idempotency keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.dialects.postgresql import insert

from newsforge.domains.conversions.models import Conversion, ConversionSource, IdempotencyKey, PostRecord
from newsforge.kit.db.sessions import ReadSession, WriteSession

_SEARCH_COLUMN = "found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    status: str | None = None
    #: A platform and a language may be those of different posts.
    platform: str | None = None
    language: str | None = None
    #: A part of the title.
    text: str | None = None
    created_after: datetime | None = None
    created_before: datetime | None = None


def add_conversion(session: WriteSession, conversion: Conversion, source: ConversionSource | None) -> None:
    session.add(conversion)
    if source is not None:
        session.add(source)


async def find_conversion(session: ReadSession, workspace_id: UUID, conversion_id: UUID) -> Conversion | None:
    return await session.scalar(
        select(Conversion)
        .where(Conversion.workspace_id == workspace_id, Conversion.id == conversion_id)
        .execution_options(populate_existing=True)
    )


async def lock_conversion(
    session: WriteSession, workspace_id: UUID, conversion_id: UUID, *, in_run: int | None = None
) -> Conversion | None:
    """To change it or anything of it: counts its version up, and lets nobody else change it meanwhile. All changes of
    a conversion come in this order, and so do its events. ``in_run``: only while that run is not over."""
    conversion = await session.scalar(
        select(Conversion)
        .where(Conversion.workspace_id == workspace_id, Conversion.id == conversion_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if conversion is None or (
        in_run is not None and (conversion.run != in_run or conversion.status not in {"queued", "running"})
    ):
        return None
    conversion.version += 1
    return conversion


async def find_source(session: ReadSession, workspace_id: UUID, conversion_id: UUID) -> ConversionSource | None:
    return await session.scalar(
        select(ConversionSource).where(
            ConversionSource.workspace_id == workspace_id, ConversionSource.conversion_id == conversion_id
        )
    )


async def take_key(session: WriteSession, key: IdempotencyKey) -> IdempotencyKey | None:
    """None when it was free and is now taken; else who has it. Waits for a transaction that is just taking it."""
    taken = await session.execute(
        insert(IdempotencyKey)
        .values(
            workspace_id=key.workspace_id,
            key=key.key,
            request_hash=key.request_hash,
            conversion_id=key.conversion_id,
        )
        .on_conflict_do_nothing()
        .returning(IdempotencyKey.key)
    )
    if taken.first() is not None:
        return None
    found = await session.scalars(
        select(IdempotencyKey)
        .where(IdempotencyKey.workspace_id == key.workspace_id, IdempotencyKey.key == key.key)
        .with_for_update()
    )
    return found.one_or_none()


async def list_conversions(
    session: ReadSession, workspace_id: UUID, filters: Filters, *, after: UUID | None, limit: int
) -> list[Conversion]:
    query = (
        _page(workspace_id, filters, after, limit)
        if filters.text is None
        else _found(workspace_id, filters, after, limit)
    )
    return list(await session.scalars(query.order_by(Conversion.id.desc())))


def _page(workspace_id: UUID, filters: Filters, after: UUID | None, limit: int) -> Select[Any]:
    query = select(Conversion).where(Conversion.workspace_id == workspace_id)
    if after is not None:
        query = query.where(Conversion.id < after)
    if filters.status is not None:
        query = query.where(Conversion.status == filters.status)
    if filters.created_after is not None:
        query = query.where(Conversion.id >= first_id_of(filters.created_after))
    if filters.created_before is not None:
        query = query.where(Conversion.id < first_id_of(filters.created_before))
    # Not the arrays of the conversion: under row-level security only equality may use an index.
    if filters.platform is not None:
        query = query.where(_has_post(workspace_id, PostRecord.platform == filters.platform))
    if filters.language is not None:
        query = query.where(_has_post(workspace_id, PostRecord.language == filters.language))
    return query.limit(limit)


def _has_post(workspace_id: UUID, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(PostRecord.workspace_id == workspace_id, PostRecord.conversion_id == Conversion.id, condition)


def _found(workspace_id: UUID, filters: Filters, after: UUID | None, limit: int) -> Select[Any]:
    found = (
        func.search_conversions(
            f"%{_escaped(filters.text or '')}%",
            filters.status,
            filters.platform,
            filters.language,
            after,
            first_id_of(filters.created_after) if filters.created_after else None,
            first_id_of(filters.created_before) if filters.created_before else None,
            limit,
        )
        .table_valued(_SEARCH_COLUMN)
        .render_derived()
    )
    return select(Conversion).where(
        Conversion.workspace_id == workspace_id, Conversion.id.in_(select(found.c[_SEARCH_COLUMN]))
    )


def first_id_of(moment: datetime) -> UUID:
    """The least version 7 id that can be made at ``moment``."""
    milliseconds = min(max(0, int(moment.timestamp() * 1000)), 2**48 - 1)
    return UUID(int=milliseconds << 80 | 7 << 76 | 0b10 << 62)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
