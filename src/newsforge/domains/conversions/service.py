"""Ask for a conversion, read it, end it, ask for it again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from pydantic_core import to_json

from newsforge.domains.access.principal import Principal
from newsforge.domains.articles.service import find_form, get_source_in_version
from newsforge.domains.audit import service as audit
from newsforge.domains.conversions import event_repository, forms, post_repository, repository
from newsforge.domains.conversions.errors import (
    IdempotencyKeySpent,
    IdempotencyMismatch,
    InvalidWish,
    NothingToRetry,
    StillRunning,
)
from newsforge.domains.conversions.intake import Wanted, check_embedded
from newsforge.domains.conversions.models import Conversion, ConversionSource, IdempotencyKey, PostRecord
from newsforge.domains.conversions.repository import Filters
from newsforge.domains.conversions.settlement import end_run
from newsforge.domains.usage.service import Allowance, release, reserve
from newsforge.engine.article import Article
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.db.storable import storable
from newsforge.kit.http.errors import NotFound
from newsforge.kit.http.pages import PageQuery, page_of
from newsforge.kit.ids import new_id
from newsforge.kit.queue.queue import Queue

CONVERT: Final = "convert"
_LONGEST_TITLE: Final = 500


@dataclass(frozen=True, slots=True)
class Requested:
    """``is_replay``: an earlier request with the same idempotency key made it."""

    conversion_id: UUID
    is_replay: bool = False


@dataclass(frozen=True, slots=True)
class ReadyConversion:
    """The body of ``GET /conversions/{id}``, and the version that it shows (its ETag)."""

    body: bytes
    version: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdempotentBy:
    key: str
    ttl_s: float


async def request_conversion(
    session: WriteSession,
    *,
    principal: Principal,
    wanted: Wanted,
    queue: Queue,
    allowance: Allowance,
    conversion_id: UUID,
    storage_key: str | None = None,
    once: IdempotentBy | None = None,
) -> Requested:
    """Everything that a conversion begins with, in the caller's transaction: the rows, the reservation, the first
    event and the job. Raise :class:`IdempotencyMismatch`, :class:`IdempotencyKeySpent` or
    :class:`newsforge.domains.usage.errors.QuotaExceeded`; :class:`InvalidWish` for an article that is not there."""
    workspace_id = principal.workspace_id
    if once is not None:
        known = await _find_replay(session, workspace_id, conversion_id, wanted, once)
        if known is not None:
            return Requested(known, is_replay=True)
    await reserve(
        session,
        workspace_id=workspace_id,
        subject_id=conversion_id,
        run=1,
        units=wanted.units,
        allowance=allowance,
    )
    conversion = Conversion(
        id=conversion_id,
        workspace_id=workspace_id,
        created_by=principal.user_id,
        api_key_id=principal.api_key_id,
        status="queued",
        run=1,
        version=1,
        source_kind=wanted.kind,
        source_url=wanted.url,
        source_name=wanted.name,
        platforms=list(wanted.platforms),
        languages=list(wanted.languages),
        wishes=wanted.wishes,
        title="",
        notices=[],
    )
    source = None
    if wanted.kind not in {"url", "article"}:
        source = ConversionSource(
            workspace_id=workspace_id,
            conversion_id=conversion_id,
            data=None if storage_key else wanted.data,
            storage_key=storage_key,
        )
    events: list[tuple[str, forms.Json]] = [("queued", {"run": 1})]
    article = None
    if wanted.article_id is not None:
        article, version = await _get_known_article(session, workspace_id, wanted)
        events.append(("article", know_article(conversion, article, wanted.article_id, version)))
    repository.add_conversion(session, conversion, None)
    await session.flush()
    if source is not None:
        repository.add_conversion(session, conversion, source)
    post_repository.add_posts(session, _posts_to_be(conversion, wanted, article.language if article else ""))
    conversion.job_id = await _enqueue(session, queue, conversion)
    await event_repository.add_events(session, conversion, events)
    told = {"source": wanted.kind, "platforms": list(wanted.platforms), "languages": list(wanted.languages)}
    await _record(session, principal, "conversion_created", conversion_id, told)
    return Requested(conversion_id)


def know_article(conversion: Conversion, article: Article, article_id: UUID, version: int) -> forms.Json:
    """From now on the conversion is one of this article; return what its event tells."""
    conversion.article_id, conversion.article_version = article_id, version
    conversion.title = storable(article.title)[:_LONGEST_TITLE]
    told: forms.Json = storable(
        {
            "id": str(article_id),
            "version": version,
            "title": conversion.title,
            "language": article.language,
            "url": article.url,
            "sentences": len(article.sentences),
            "characters": len(article.text),
        }
    )
    return told


async def _get_known_article(session: WriteSession, workspace_id: UUID, wanted: Wanted) -> tuple[Article, int]:
    """Raise :class:`InvalidWish`."""
    assert wanted.article_id is not None
    try:
        article, version = await get_source_in_version(
            session, workspace_id=workspace_id, article_id=wanted.article_id, version=wanted.article_version
        )
    except NotFound as error:
        raise InvalidWish.of(error, "/source/article_id") from None
    if wanted.wishes["writer"] == "embedded":
        check_embedded(wanted.languages, article.language)
    return article, version


async def _record(
    session: WriteSession, principal: Principal, action: str, conversion_id: UUID, data: forms.Json | None = None
) -> None:
    await audit.record_deed(session, principal, action, subject_kind="conversion", subject_id=conversion_id, data=data)


async def record_export(
    session: WriteSession, *, principal: Principal, conversion_id: UUID, format_: str, only: str
) -> None:
    await _record(session, principal, "conversion_exported", conversion_id, {"format": format_, "only": only})


async def read_conversion(session: ReadSession, *, principal: Principal, conversion_id: UUID) -> forms.Json:
    """Raise :class:`NotFound`."""
    workspace_id = principal.workspace_id
    conversion = await repository.find_conversion(session, workspace_id, conversion_id)
    if conversion is None:
        raise NotFound
    posts = await post_repository.list_posts(session, workspace_id, conversion_id)
    article = None
    if conversion.article_id is not None and conversion.article_version is not None:
        article = await find_form(
            session,
            workspace_id=workspace_id,
            article_id=conversion.article_id,
            version=conversion.article_version,
        )
    return forms.conversion_form(conversion, posts, article)


async def read_conversion_bytes(session: ReadSession, principal: Principal, conversion_id: UUID) -> ReadyConversion:
    """Raise :class:`NotFound`."""
    form = await read_conversion(session, principal=principal, conversion_id=conversion_id)
    return ReadyConversion(to_json(form), form["version"], form["status"])


async def find_status(session: ReadSession, *, principal: Principal, conversion_id: UUID) -> str | None:
    conversion = await repository.find_conversion(session, principal.workspace_id, conversion_id)
    return None if conversion is None else conversion.status


async def list_conversions(
    session: ReadSession, *, principal: Principal, filters: Filters, page: PageQuery
) -> forms.Json:
    rows = await repository.list_conversions(
        session, principal.workspace_id, filters, after=page.after, limit=page.limit + 1
    )
    items, next_cursor = page_of([forms.summary_form(row) for row in rows], page, [row.id for row in rows])
    return {"items": items, "next_cursor": next_cursor}


async def cancel_conversion(session: WriteSession, *, principal: Principal, conversion_id: UUID, queue: Queue) -> None:
    """From the commit on no post is added; those that are there stay, and are all that is counted. Nothing happens to
    one that has ended. Raise :class:`NotFound`."""
    conversion = await _lock_with_job(session, principal.workspace_id, conversion_id, queue)
    if conversion.status in forms.ENDED:
        return
    posts = await post_repository.list_posts(session, principal.workspace_id, conversion_id)
    await end_run(session, conversion, posts, status="cancelled")


async def delete_conversion(
    session: WriteSession, *, principal: Principal, conversion_id: UUID, queue: Queue
) -> str | None:
    """With posts, versions, events and source; what it used stays used. Return the key of its file in the storage, to
    be deleted after the commit. Raise :class:`NotFound`."""
    workspace_id = principal.workspace_id
    rewritten = [post for post in await post_repository.list_posts(session, workspace_id, conversion_id) if post.job_id]
    for post in rewritten:
        if post.job_id is not None and post.rewriting is not None:
            await queue.cancel(session, post.job_id)
    conversion = await _lock_with_job(session, workspace_id, conversion_id, queue)
    posts = await post_repository.list_posts(session, workspace_id, conversion_id)
    for post in posts:
        if post.job_id is None or post.rewriting is None:
            continue
        if post not in rewritten:  # asked for in this moment: its job is not cancelled yet
            raise StillRunning
        await release(session, workspace_id=workspace_id, subject_id=UUID(post.rewriting["id"]), run=1)
    if conversion.status not in forms.ENDED:
        await end_run(session, conversion, posts, status="cancelled")
    source = await repository.find_source(session, workspace_id, conversion_id)
    await session.flush()
    await session.delete(conversion)
    await _record(session, principal, "conversion_deleted", conversion_id)
    return source.storage_key if source else None


async def retry_conversion(
    session: WriteSession, *, principal: Principal, conversion_id: UUID, queue: Queue, allowance: Allowance
) -> None:
    """A new run for the posts that are missing; those that are there stay. Raise :class:`NotFound`,
    :class:`StillRunning`, :class:`NothingToRetry` or :class:`newsforge.domains.usage.errors.QuotaExceeded`."""
    workspace_id = principal.workspace_id
    conversion = await repository.lock_conversion(session, workspace_id, conversion_id)
    if conversion is None:
        raise NotFound
    if conversion.status not in forms.ENDED:
        raise StillRunning
    posts = await post_repository.list_posts(session, workspace_id, conversion_id)
    missing = [post for post in posts if post.verdict in {forms.PENDING, forms.FAILED} and post.job_id is None]
    if not missing:
        raise NothingToRetry
    conversion.run += 1
    await reserve(
        session,
        workspace_id=workspace_id,
        subject_id=conversion_id,
        run=conversion.run,
        units=len(missing),
        allowance=allowance,
    )
    for post in missing:
        post.verdict, post.form, post.run = forms.PENDING, {}, conversion.run
        post.version += 1
    conversion.status, conversion.error, conversion.notices = "queued", None, []
    conversion.started_at = conversion.finished_at = None
    conversion.job_id = await _enqueue(session, queue, conversion)
    await event_repository.add_events(session, conversion, [("queued", {"run": conversion.run})])


async def _enqueue(session: WriteSession, queue: Queue, conversion: Conversion) -> UUID:
    return await queue.enqueue(
        session,
        kind=CONVERT,
        workspace_id=conversion.workspace_id,
        payload={"conversion_id": str(conversion.id), "run": conversion.run},
    )


def _posts_to_be(conversion: Conversion, wanted: Wanted, own_language: str) -> list[PostRecord]:
    languages = wanted.languages or (own_language,)
    places = [(language, platform) for language in languages for platform in wanted.platforms]
    return [
        PostRecord(
            id=new_id(),
            workspace_id=conversion.workspace_id,
            conversion_id=conversion.id,
            ordinal=ordinal,
            platform=platform,
            language=language,
            version=0,
            run=1,
            verdict=forms.PENDING,
            form={},
        )
        for ordinal, (language, platform) in enumerate(places)
    ]


async def _find_replay(
    session: WriteSession, workspace_id: UUID, conversion_id: UUID, wanted: Wanted, once: IdempotentBy
) -> UUID | None:
    """The conversion that the key has made; None when it is new and now ours."""
    key = IdempotencyKey(
        workspace_id=workspace_id, key=once.key, request_hash=hash_of(wanted), conversion_id=conversion_id
    )
    taken = await repository.take_key(session, key)
    if taken is not None and taken.created_at < utc_now() - timedelta(seconds=once.ttl_s):
        await session.delete(taken)
        await session.flush()
        taken = await repository.take_key(session, key)
    if taken is None:
        return None
    if taken.request_hash != key.request_hash:
        raise IdempotencyMismatch
    if await repository.find_conversion(session, workspace_id, taken.conversion_id) is None:
        raise IdempotencyKeySpent
    return taken.conversion_id


def hash_of(wanted: Wanted) -> bytes:
    """Of all that a request asks for."""
    asked: dict[str, Any] = {
        "kind": wanted.kind,
        "url": wanted.url,
        "name": wanted.name,
        "data": hashlib.sha256(wanted.data).hexdigest(),
        "article": [str(wanted.article_id), wanted.article_version],
        "platforms": wanted.platforms,
        "languages": wanted.languages,
        "wishes": wanted.wishes,
    }
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).digest()


async def _lock_with_job(session: WriteSession, workspace_id: UUID, conversion_id: UUID, queue: Queue) -> Conversion:
    """The job first, as a worker does: else each could hold what the other waits for."""
    seen = await repository.find_conversion(session, workspace_id, conversion_id)
    if seen is None:
        raise NotFound
    job_id = seen.job_id
    if job_id is not None and seen.status not in forms.ENDED:
        await queue.cancel(session, job_id)
    conversion = await repository.lock_conversion(session, workspace_id, conversion_id)
    if conversion is None:
        raise NotFound
    if conversion.job_id != job_id:  # somebody asked for a new run in this moment
        raise StillRunning
    return conversion
