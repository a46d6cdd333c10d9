"""Every query of articles and their versions."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from newsforge.domains.articles.models import ArticleRecord, ArticleVersion
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.ids import new_id


async def lock_article(session: WriteSession, article: ArticleRecord) -> ArticleRecord:
    """The row of this identity, made now if there is none; nobody else adds a version until the transaction ends."""
    await session.execute(
        insert(ArticleRecord)
        .values(
            id=new_id(),
            workspace_id=article.workspace_id,
            identity=article.identity,
            url=article.url,
            title=article.title,
            language=article.language,
            latest_version=0,
        )
        .on_conflict_do_nothing(index_elements=["workspace_id", "identity"])
    )
    found = await session.scalars(
        select(ArticleRecord)
        .where(ArticleRecord.workspace_id == article.workspace_id, ArticleRecord.identity == article.identity)
        .with_for_update()
    )
    return found.one()


async def find_same(session: ReadSession, article: ArticleRecord, content_hash: str) -> ArticleVersion | None:
    return await session.scalar(
        select(ArticleVersion).where(
            ArticleVersion.workspace_id == article.workspace_id,
            ArticleVersion.article_id == article.id,
            ArticleVersion.content_hash == content_hash,
        )
    )


async def find_article(session: ReadSession, workspace_id: UUID, article_id: UUID) -> ArticleRecord | None:
    return await session.scalar(
        select(ArticleRecord).where(ArticleRecord.workspace_id == workspace_id, ArticleRecord.id == article_id)
    )


async def find_version(
    session: ReadSession, workspace_id: UUID, article_id: UUID, version: int
) -> ArticleVersion | None:
    return await session.scalar(
        select(ArticleVersion).where(
            ArticleVersion.workspace_id == workspace_id,
            ArticleVersion.article_id == article_id,
            ArticleVersion.version == version,
        )
    )


async def list_articles(
    session: ReadSession, workspace_id: UUID, *, after: UUID | None, limit: int
) -> list[ArticleRecord]:
    query = select(ArticleRecord).where(ArticleRecord.workspace_id == workspace_id)
    if after is not None:
        query = query.where(ArticleRecord.id < after)
    return list(await session.scalars(query.order_by(ArticleRecord.id.desc()).limit(limit)))


async def list_versions(
    session: ReadSession, workspace_id: UUID, article_id: UUID, *, after: UUID | None, limit: int
) -> list[ArticleVersion]:
    """Newest first. Their ids are in the order of their numbers."""
    query = select(ArticleVersion).where(
        ArticleVersion.workspace_id == workspace_id, ArticleVersion.article_id == article_id
    )
    if after is not None:
        last = await session.scalar(
            select(ArticleVersion.version).where(
                ArticleVersion.workspace_id == workspace_id, ArticleVersion.id == after
            )
        )
        query = query.where(ArticleVersion.version < (last or 0))
    return list(await session.scalars(query.order_by(ArticleVersion.version.desc()).limit(limit)))
