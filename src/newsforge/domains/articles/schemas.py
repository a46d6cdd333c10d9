"""Articles as they are shown."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class SentenceOut(BaseModel):
    """``text[start:end]`` of the article's text, in code points."""

    start: int
    end: int
    text: str


class LeftOutOut(BaseModel):
    text: str
    reason: str = Field(description="Why it was judged not to be part of the article: `caption`, `byline`, ...")


class ArticleSummary(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    title: str
    language: str = Field(examples=["ko"])
    url: str | None
    latest_version: int
    created_at: datetime


class VersionSummary(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    version: int
    content_hash: str
    fetched_at: datetime


class ArticleOut(BaseModel):
    """One version of an article as it was read. Offsets are code points."""

    id: UUID
    version: int
    latest_version: int
    fetched_at: datetime
    title: str
    deck: str
    authors: list[str]
    published_at: datetime | None
    modified_at: datetime | None
    site: str
    language: str
    url: str | None
    lead_image: str | None
    text: str
    sentences: list[SentenceOut]
    left_out: list[LeftOutOut]
