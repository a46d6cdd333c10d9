"""Source articles: one row for each that a workspace has used, and one for each state in which it was seen."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from newsforge.kit.db.models import Dated, Identified, Model, Tenanted


class ArticleRecord(Identified, Tenanted, Dated, Model):
    """``identity`` is the address of an article that has one, else ``sha256:`` and the hash of its content."""

    __tablename__ = "articles"
    __table_args__ = (
        Index("uq_articles_identity", "workspace_id", "identity", unique=True),
        Index("ix_articles_page", "workspace_id", text("id DESC")),
    )

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    identity: Mapped[str]
    url: Mapped[str | None]
    title: Mapped[str]
    language: Mapped[str]
    latest_version: Mapped[int]


class ArticleVersion(Identified, Tenanted, Dated, Model):
    """``form`` is the article as the command line prints it, sentences with offsets included. Never changed."""

    __tablename__ = "article_versions"
    __table_args__ = (
        Index("uq_article_versions_version", "article_id", "version", unique=True),
        Index("uq_article_versions_content", "article_id", "content_hash", unique=True),
    )

    workspace_id: Mapped[UUID] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    version: Mapped[int]
    content_hash: Mapped[str]
    form: Mapped[dict[str, Any]]
    fetched_at: Mapped[datetime]
