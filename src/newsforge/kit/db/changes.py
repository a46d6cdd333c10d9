"""Who has to hear of changed rows hears of them after the commit, whichever code changed them.

The session itself takes note of what it writes; :meth:`newsforge.kit.db.database.Database.write` tells it on once the
change is there for everybody. So no code that changes a row can forget to say so.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import structlog
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session

LISTENER_FAILED: Final = "change_listener_failed"
_log = structlog.get_logger(__name__)
_NOTED: Final = "newsforge.changes"

#: Keys of what was changed, each with the newest version that was written (0 where it is not known).
Changed = dict[Any, int]
Listener = Callable[[Changed], Awaitable[None]]


@contextmanager
def watching(rows: Mapping[type[Any], Callable[[Any], tuple[Any, int]]], listener: Listener) -> Iterator[None]:
    """``rows`` says for each kind of row what it belongs to, and in which version. A statement that changes such rows
    without loading them is refused: it could not be noted."""

    def note(session: Session, _context: object) -> None:
        noted: dict[Listener, Changed] = session.info.setdefault(_NOTED, {})
        for row in (*session.new, *session.dirty, *session.deleted):
            if (key_of := rows.get(type(row))) is not None:
                key, version = key_of(row)
                changed = noted.setdefault(listener, {})
                changed[key] = max(version, changed.get(key, 0))

    def refuse(state: ORMExecuteState) -> None:
        if (state.is_update or state.is_delete) and state.bind_mapper and state.bind_mapper.class_ in rows:
            raise TypeError(f"Load {state.bind_mapper.class_.__name__} and change it: who watches it has to hear.")

    event.listen(Session, "after_flush", note)
    event.listen(Session, "do_orm_execute", refuse)
    try:
        yield
    finally:
        event.remove(Session, "after_flush", note)
        event.remove(Session, "do_orm_execute", refuse)


async def tell_changes(session: AsyncSession) -> None:
    """After the commit. What a listener raises is logged: the change has happened all the same."""
    noted: dict[Listener, Changed] = session.info.pop(_NOTED, {})
    for listener, changed in noted.items():
        try:
            await listener(changed)
        except Exception:  # noqa: BLE001 - as said
            _log.exception(LISTENER_FAILED)
