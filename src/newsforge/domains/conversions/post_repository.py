"""Every query of posts and their versions."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select, tuple_

from newsforge.domains.conversions.models import PostRecord, PostVersion
from newsforge.kit.db.sessions import ReadSession, WriteSession


def add_posts(session: WriteSession, posts: Iterable[PostRecord]) -> None:
    session.add_all(posts)


def add_version(session: WriteSession, post: PostRecord, *, change: str, changed_by: UUID | None) -> None:
    session.add(
        PostVersion(
            workspace_id=post.workspace_id,
            post_id=post.id,
            version=post.version,
            change=change,
            form=post.form,
            changed_by=changed_by,
        )
    )


async def find_post(session: ReadSession, workspace_id: UUID, post_id: UUID) -> PostRecord | None:
    return await session.scalar(
        select(PostRecord)
        .where(PostRecord.workspace_id == workspace_id, PostRecord.id == post_id)
        .execution_options(populate_existing=True)
    )


async def list_posts(session: ReadSession, workspace_id: UUID, conversion_id: UUID) -> list[PostRecord]:
    """In the order in which they were asked for."""
    rows = await session.scalars(
        select(PostRecord)
        .where(PostRecord.workspace_id == workspace_id, PostRecord.conversion_id == conversion_id)
        .order_by(PostRecord.ordinal)
        .execution_options(populate_existing=True)
    )
    return list(rows)


async def is_any_rewritten(session: ReadSession, workspace_id: UUID, conversion_id: UUID) -> bool:
    """Whether a post of the conversion is just being written anew."""
    found = await session.scalar(
        select(PostRecord.id)
        .where(
            PostRecord.workspace_id == workspace_id,
            PostRecord.conversion_id == conversion_id,
            PostRecord.job_id.is_not(None),
        )
        .limit(1)
    )
    return found is not None


async def find_version(session: ReadSession, workspace_id: UUID, post_id: UUID, version: int) -> PostVersion | None:
    return await session.scalar(
        select(PostVersion).where(
            PostVersion.workspace_id == workspace_id, PostVersion.post_id == post_id, PostVersion.version == version
        )
    )


async def find_versions(
    session: ReadSession, workspace_id: UUID, places: Iterable[tuple[UUID, int]]
) -> dict[tuple[UUID, int], tuple[PostRecord, PostVersion]]:
    """By post and version; each with its post."""
    rows = await session.execute(
        select(PostRecord, PostVersion)
        .join(PostVersion, PostVersion.post_id == PostRecord.id)
        .where(
            PostRecord.workspace_id == workspace_id,
            PostVersion.workspace_id == workspace_id,
            tuple_(PostVersion.post_id, PostVersion.version).in_(list(places)),
        )
    )
    return {(version.post_id, version.version): (post, version) for post, version in rows}


async def list_versions(
    session: ReadSession, workspace_id: UUID, post_id: UUID, *, below: int | None, limit: int
) -> list[PostVersion]:
    query = select(PostVersion).where(PostVersion.workspace_id == workspace_id, PostVersion.post_id == post_id)
    if below is not None:
        query = query.where(PostVersion.version < below)
    return list(await session.scalars(query.order_by(PostVersion.version.desc()).limit(limit)))
