"""Keep what was read: an article is known by its address or its content, and each state of it is kept once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from uuid import UUID

from newsforge.domains.articles import repository
from newsforge.domains.articles.models import ArticleRecord, ArticleVersion
from newsforge.domains.articles.schemas import ArticleOut, ArticleSummary, VersionSummary
from newsforge.engine.article import Article
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.db.storable import storable
from newsforge.kit.http.errors import NotFound
from newsforge.kit.http.pages import Page, PageQuery, page_of
from newsforge.pipeline.from_json import article_of
from newsforge.pipeline.json_form import article_form

#: Parameters that say how a reader came, not what they read.
_TRACKING: Final = frozenset({"fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ref_src"})


@dataclass(frozen=True, slots=True)
class Saved:
    article_id: UUID
    version: int


async def save_article(
    session: WriteSession, *, workspace_id: UUID, article: Article, fetched_at: datetime | None = None
) -> Saved:
    """The version that has this content: a new one only where there was none."""
    form: dict[str, Any] = storable(article_form(article))
    content_hash = hash_of(form)
    url = canonical_url(article.url)
    row = await repository.lock_article(
        session,
        ArticleRecord(
            workspace_id=workspace_id,
            identity=url or f"sha256:{content_hash}",
            url=article.url,
            title=form["title"],
            language=article.language,
        ),
    )
    same = await repository.find_same(session, row, content_hash)
    if same is not None:
        return Saved(row.id, same.version)
    row.latest_version += 1
    row.title, row.language, row.url = form["title"], article.language, article.url
    session.add(
        ArticleVersion(
            workspace_id=workspace_id,
            article_id=row.id,
            version=row.latest_version,
            content_hash=content_hash,
            form=form,
            fetched_at=fetched_at or utc_now(),
        )
    )
    await session.flush()
    return Saved(row.id, row.latest_version)


async def get_article(
    session: ReadSession, *, workspace_id: UUID, article_id: UUID, version: int | None = None
) -> ArticleOut:
    """The latest version unless another is asked for. Raise :class:`NotFound`."""
    row = await _get_row(session, workspace_id, article_id)
    found = await _get_version(session, workspace_id, article_id, version or row.latest_version)
    return ArticleOut.model_validate(
        {
            **found.form,
            "id": row.id,
            "version": found.version,
            "latest_version": row.latest_version,
            "fetched_at": found.fetched_at,
        }
    )


async def find_form(
    session: ReadSession, *, workspace_id: UUID, article_id: UUID, version: int
) -> dict[str, Any] | None:
    """The article as the command line prints it."""
    found = await repository.find_version(session, workspace_id, article_id, version)
    return None if found is None else found.form


async def get_source(session: ReadSession, *, workspace_id: UUID, article_id: UUID, version: int) -> Article:
    """What posts are checked against. Raise :class:`NotFound`."""
    return article_of((await _get_version(session, workspace_id, article_id, version)).form)


async def get_source_in_version(
    session: ReadSession, *, workspace_id: UUID, article_id: UUID, version: int | None
) -> tuple[Article, int]:
    """The latest version unless another is asked for. Raise :class:`NotFound`."""
    if version is None:
        version = (await _get_row(session, workspace_id, article_id)).latest_version
    return await get_source(session, workspace_id=workspace_id, article_id=article_id, version=version), version


async def list_articles(session: ReadSession, *, workspace_id: UUID, page: PageQuery) -> Page[ArticleSummary]:
    rows = await repository.list_articles(session, workspace_id, after=page.after, limit=page.limit + 1)
    items = [ArticleSummary.model_validate(row) for row in rows]
    items, next_cursor = page_of(items, page, [row.id for row in rows])
    return Page(items=items, next_cursor=next_cursor)


async def list_versions(
    session: ReadSession, *, workspace_id: UUID, article_id: UUID, page: PageQuery
) -> Page[VersionSummary]:
    """Raise :class:`NotFound`."""
    await _get_row(session, workspace_id, article_id)
    rows = await repository.list_versions(session, workspace_id, article_id, after=page.after, limit=page.limit + 1)
    items = [VersionSummary.model_validate(row) for row in rows]
    items, next_cursor = page_of(items, page, [row.id for row in rows])
    return Page(items=items, next_cursor=next_cursor)


def canonical_url(url: str | None) -> str | None:
    """Without fragment and tracking parameters; host in lower case."""
    if not url:
        return None
    parts = urlsplit(url)
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name not in _TRACKING and not name.startswith("utm_")
    ]
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", urlencode(query), ""))


def hash_of(form: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(form, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


async def _get_row(session: ReadSession, workspace_id: UUID, article_id: UUID) -> ArticleRecord:
    row = await repository.find_article(session, workspace_id, article_id)
    if row is None:
        raise NotFound
    return row


async def _get_version(session: ReadSession, workspace_id: UUID, article_id: UUID, version: int) -> ArticleVersion:
    found = await repository.find_version(session, workspace_id, article_id, version)
    if found is None:
        raise NotFound
    return found
