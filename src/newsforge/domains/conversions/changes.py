"""Every change of a conversion or of anything of it rings its bell, and is told to whoever keeps copies of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final
from uuid import UUID

from newsforge.domains.conversions.models import Conversion, ConversionEvent, PostRecord
from newsforge.domains.conversions.ports import ChangeListener
from newsforge.kit.bell import Bell
from newsforge.kit.db.changes import Changed, watching

_ROWS: Final[dict[type[Any], Any]] = {
    Conversion: lambda row: ((row.workspace_id, row.id), row.version or 0),
    PostRecord: lambda row: ((row.workspace_id, row.conversion_id), 0),
    ConversionEvent: lambda row: ((row.workspace_id, row.conversion_id), 0),
}


def topic_of(conversion_id: UUID) -> str:
    """What rings when this conversion changes."""
    return f"conversion:{conversion_id.hex}"


@contextmanager
def watching_conversions(bell: Bell, listeners: Sequence[ChangeListener] = ()) -> Iterator[None]:
    """In every process that writes. Copies are dropped first, so that whoever the bell wakes reads what is new."""

    async def tell(changed: Changed) -> None:
        for workspace_id, conversion_id in changed:
            for listener in listeners:
                await listener.changed(workspace_id, conversion_id)
            await bell.publish(topic_of(conversion_id))

    with watching(_ROWS, tell):
        yield
