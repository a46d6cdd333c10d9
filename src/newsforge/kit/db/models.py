"""What all tables have in common."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, MetaData, func, inspect
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from newsforge.kit.ids import new_id

#: Constraints get their names from their place, so that a migration can name them.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Model(DeclarativeBase):
    """The root of every table."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012 - the name and form that SQLAlchemy reads
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB,
        list[dict[str, Any]]: JSONB,
    }


class Identified:
    """``id``: UUID version 7, made by the program, so that a row can be named before it is written."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-2)


class Dated:
    """``created_at``: the start of the transaction that wrote the row, by the database's clock."""

    created_at: Mapped[datetime] = mapped_column(server_default=func.now(), sort_order=90)


class Tenanted:
    """A row that belongs to one workspace. Row-level security keeps every such table apart (see the migrations);
    a test proves that none is forgotten."""

    workspace_id: Mapped[UUID] = mapped_column(sort_order=-1)


def tenant_tables() -> tuple[str, ...]:
    """Names of the tables whose rows belong to a workspace."""
    classes: list[type] = [mapper.class_ for mapper in Model.registry.mappers]
    return tuple(sorted(str(inspect(kind).local_table) for kind in classes if issubclass(kind, Tenanted)))
