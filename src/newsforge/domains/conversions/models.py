"""A conversion, its source, its posts with their versions, and the events that tell of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from newsforge.kit.db.models import Dated, Identified, Model, Tenanted


def _workspace() -> Mapped[UUID]:
    return mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))


def _conversion(**options: Any) -> Mapped[UUID]:
    return mapped_column(ForeignKey("conversions.id", ondelete="CASCADE"), **options)


class Conversion(Identified, Tenanted, Dated, Model):
    """``wishes`` is the request without its source. ``run`` counts retries; usage is settled once a run."""

    __tablename__ = "conversions"
    __table_args__ = (
        CheckConstraint("status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')", name="status"),
        Index("ix_conversions_page", "workspace_id", text("id DESC")),
        Index("ix_conversions_status_page", "workspace_id", "status", text("id DESC")),
        Index(
            "ix_conversions_search", "workspace_id", "title", postgresql_using="gin",
            postgresql_ops={"title": "gin_trgm_ops"},
        ),
    )  # fmt: skip

    workspace_id: Mapped[UUID] = _workspace()
    created_by: Mapped[UUID]
    api_key_id: Mapped[UUID | None]
    job_id: Mapped[UUID | None]
    status: Mapped[str] = mapped_column(server_default=text("'queued'"))
    run: Mapped[int] = mapped_column(server_default=text("1"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
    source_kind: Mapped[str]
    source_url: Mapped[str | None]
    source_name: Mapped[str] = mapped_column(server_default=text("''"))
    platforms: Mapped[list[str]] = mapped_column(ARRAY(Text))
    languages: Mapped[list[str]] = mapped_column(ARRAY(Text))
    wishes: Mapped[dict[str, Any]]
    title: Mapped[str] = mapped_column(server_default=text("''"))
    article_id: Mapped[UUID | None]
    article_version: Mapped[int | None]
    error: Mapped[dict[str, Any] | None]
    notices: Mapped[list[dict[str, Any]]] = mapped_column(server_default=text("'[]'::jsonb"))
    usage: Mapped[dict[str, Any] | None]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


class ConversionSource(Tenanted, Model):
    """What was sent in: text and markup here, a file in the storage under ``storage_key``."""

    __tablename__ = "conversion_sources"

    workspace_id: Mapped[UUID] = _workspace()
    conversion_id: Mapped[UUID] = _conversion(primary_key=True)
    data: Mapped[bytes | None]
    storage_key: Mapped[str | None]


class PostRecord(Identified, Tenanted, Dated, Model):
    """``form`` is the post as the command line prints it, receipts included; empty while ``verdict`` is ``pending``.
    ``version`` rises with every change; an approval is of one version and falls with the next. ``job_id`` and
    ``rewriting`` (what is wished for) while it is written anew."""

    __tablename__ = "posts"
    __table_args__ = (
        Index("uq_posts_place", "conversion_id", "language", "platform", unique=True),
        Index("ix_posts_workspace_id", "workspace_id", text("id DESC")),
        Index("ix_posts_platform", "workspace_id", "platform", text("conversion_id DESC")),
        Index("ix_posts_language", "workspace_id", "language", text("conversion_id DESC")),
    )

    workspace_id: Mapped[UUID] = _workspace()
    conversion_id: Mapped[UUID] = _conversion()
    ordinal: Mapped[int]
    platform: Mapped[str]
    language: Mapped[str]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    run: Mapped[int] = mapped_column(server_default=text("1"))
    job_id: Mapped[UUID | None]
    rewriting: Mapped[dict[str, Any] | None]
    verdict: Mapped[str]
    form: Mapped[dict[str, Any]]
    edited_by: Mapped[UUID | None]
    edited_at: Mapped[datetime | None]
    approved_by: Mapped[UUID | None]
    approved_at: Mapped[datetime | None]
    approval_reason: Mapped[str | None]


class PostVersion(Tenanted, Dated, Model):
    """Every state of a post. ``change`` is ``written``, ``edited``, ``kept``, ``regenerated`` or ``restored``."""

    __tablename__ = "post_versions"

    workspace_id: Mapped[UUID] = _workspace()
    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    change: Mapped[str]
    form: Mapped[dict[str, Any]]
    changed_by: Mapped[UUID | None]


class ConversionEvent(Tenanted, Dated, Model):
    """``seq`` is the event id of the stream, from 1, without gaps."""

    __tablename__ = "conversion_events"
    __table_args__ = (Index("ix_conversion_events_created_at", "created_at", postgresql_using="brin"),)

    workspace_id: Mapped[UUID] = _workspace()
    conversion_id: Mapped[UUID] = _conversion(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    data: Mapped[dict[str, Any]]


class IdempotencyKey(Tenanted, Dated, Model):
    """Written with the conversion that it made, in one transaction; the second request finds the first one's."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (Index("ix_idempotency_keys_created_at", "created_at"),)

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    request_hash: Mapped[bytes]
    conversion_id: Mapped[UUID]
