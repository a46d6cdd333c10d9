"""Every query of events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from newsforge.domains.conversions.models import Conversion, ConversionEvent
from newsforge.kit.db.sessions import ReadSession, WriteSession


async def add_events(
    session: WriteSession, conversion: Conversion, events: Sequence[tuple[str, dict[str, Any]]]
) -> None:
    """``conversion`` is locked by this transaction, so that no number is missing or given twice."""
    last = await session.scalar(
        select(func.coalesce(func.max(ConversionEvent.seq), 0)).where(
            ConversionEvent.workspace_id == conversion.workspace_id, ConversionEvent.conversion_id == conversion.id
        )
    )
    session.add_all(
        ConversionEvent(
            workspace_id=conversion.workspace_id,
            conversion_id=conversion.id,
            seq=(last or 0) + place,
            name=name,
            data=data,
        )
        for place, (name, data) in enumerate(events, start=1)
    )
    await session.flush()


async def list_events(
    session: ReadSession, workspace_id: UUID, conversion_id: UUID, *, after: int, limit: int
) -> list[ConversionEvent]:
    rows = await session.scalars(
        select(ConversionEvent)
        .where(
            ConversionEvent.workspace_id == workspace_id,
            ConversionEvent.conversion_id == conversion_id,
            ConversionEvent.seq > after,
        )
        .order_by(ConversionEvent.seq)
        .limit(limit)
    )
    return list(rows)
