"""The worker's part: a queued conversion becomes posts.

Whatever is written is written behind the claim, so that of two attempts only one leaves results. Posts that an attempt
has saved stay when it dies; the next one goes on with those that are still pending.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from newsforge.domains.articles.service import get_source, save_article
from newsforge.domains.conversions import event_repository, forms, post_repository, repository
from newsforge.domains.conversions.editing import put_form
from newsforge.domains.conversions.models import Conversion, PostRecord
from newsforge.domains.conversions.progress import Finished, Inbox, Step
from newsforge.domains.conversions.service import know_article
from newsforge.domains.conversions.settlement import end_run
from newsforge.domains.conversions.tools import Tools
from newsforge.engine.article import Article
from newsforge.engine.platforms.registry import get_platform
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import Sight, WriteSession
from newsforge.kit.db.storable import storable
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.queue.claims import Claim, Superseded
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.json_form import post_form
from newsforge.pipeline.ports import Source
from newsforge.pipeline.remembered import Memory

#: What is left of the deadline is never less than this: enough for the embedded writer.
_LEAST_S: Final = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    conversion_id: UUID
    run: int
    until: float
    source: Source
    article: Article | None
    wishes: dict[str, Any]
    #: Language to platforms; the language is empty until the article's is known.
    places: dict[str, list[str]]

    def in_language(self, own: str) -> dict[str, list[str]]:
        return {language or own: platforms for language, platforms in self.places.items()}


async def run_conversion(claim: Claim, tools: Tools) -> None:
    """The queue's handler of ``convert``. An attempt that finds nothing to do (cancelled, deleted) just ends."""
    work = await _begin(claim, tools)
    if work is None:
        return
    article = work.article
    if article is None:
        try:
            article = await _read(tools, work)
        except NewsforgeError as error:
            await _end(claim, tools, error)
            return
        await _save_article(claim, tools, article)
    inbox = Inbox()

    async def save(batch: list[Step | Finished]) -> None:
        await _save(claim, tools, work, batch)

    notices: list[str] = []
    await inbox.drain(_convert(claim, tools, work, article, inbox, notices), save)
    await _end(claim, tools, notices=notices)


async def give_up_conversion(session: WriteSession, claim: Claim, code: str) -> None:
    """The queue's word that no further attempt is made: what is there is kept and counted, the rest is released."""
    conversion = await _lock(session, claim)
    if conversion is None:
        return
    posts = await post_repository.list_posts(session, conversion.workspace_id, conversion.id)
    error = {
        "code": code,
        "message": "The conversion could not be ended because of a fault on our side.",
        "remedy": "Retry it; posts that are there stay.",
    }
    await end_run(session, conversion, posts, status="failed", error=error)


class ReadingTookTooLong(NewsforgeError):
    code = "reading_took_too_long"


async def _begin(claim: Claim, tools: Tools) -> _Work | None:
    until = asyncio.get_running_loop().time() + tools.options.deadline_s
    async with _writing(claim, tools) as session:
        conversion = await _lock(session, claim)
        if conversion is None:
            return None
        workspace_id = conversion.workspace_id
        conversion.status = "running"
        conversion.started_at = conversion.started_at or utc_now()
        started = {"run": conversion.run, "attempt": claim.attempt}
        await event_repository.add_events(session, conversion, [("started", started)])
        places: dict[str, list[str]] = {}
        for post in await post_repository.list_posts(session, workspace_id, conversion.id):
            if post.verdict == forms.PENDING and post.run == conversion.run:
                places.setdefault(post.language, []).append(post.platform)
        article = None
        if conversion.article_id is not None and conversion.article_version is not None:
            article = await get_source(
                session,
                workspace_id=workspace_id,
                article_id=conversion.article_id,
                version=conversion.article_version,
            )
        kept = await repository.find_source(session, workspace_id, conversion.id)
        found = conversion, kept and (kept.data, kept.storage_key)
    conversion, stored = found
    data, key = stored or (None, None)
    if article is None and key is not None:
        data = await tools.files.get(key)
    return _Work(
        conversion_id=conversion.id,
        run=conversion.run,
        until=until,
        source=_source_of(conversion, data or b""),
        article=article,
        wishes=conversion.wishes,
        places=places,
    )


def _source_of(conversion: Conversion, data: bytes) -> Source:
    match conversion.source_kind:
        case "url":
            return Source(kind="url", name=conversion.source_url or "")
        case "text":
            return Source(kind="text", name="", data=data)
        case _:
            return Source(kind="file", name=conversion.source_name, data=data)


async def _read(tools: Tools, work: _Work) -> Article:
    """What is wrong with a source stays wrong: no further attempt is made."""
    try:
        async with asyncio.timeout_at(work.until - _LEAST_S):
            return await tools.reader.read(work.source)
    except TimeoutError:
        raise ReadingTookTooLong(
            "The article could not be read in time.", remedy="Try again, or paste its text."
        ) from None


async def _save_article(claim: Claim, tools: Tools, article: Article) -> None:
    async with _writing(claim, tools) as session:
        conversion = await _lock_running(session, claim)
        saved = await save_article(session, workspace_id=conversion.workspace_id, article=article)
        told = know_article(conversion, article, saved.article_id, saved.version)
        for post in await post_repository.list_posts(session, conversion.workspace_id, conversion.id):
            post.language = post.language or article.language
        await event_repository.add_events(session, conversion, [("article", told)])


async def _convert(  # noqa: PLR0917 - all that one run is made of
    claim: Claim, tools: Tools, work: _Work, article: Article, inbox: Inbox, notices: list[str]
) -> None:
    assert claim.workspace_id is not None
    wishes = work.wishes
    left_s = max(_LEAST_S, work.until - asyncio.get_running_loop().time())
    async with tools.writers.open(claim.workspace_id, wishes["writer"]) as chosen:
        memory = None
        if tools.results:
            memory = Memory(store=tools.results, identity=chosen.identity, payer=str(work.conversion_id))
        async with asyncio.TaskGroup() as group:
            tasks = [
                group.create_task(
                    convert(
                        article,
                        [get_platform(platform) for platform in platforms],
                        chosen.writers,
                        language=language,
                        tone=wishes["tone"],
                        length=wishes["length"],
                        instruction=wishes["instruction"],
                        disclosure=wishes["disclosure"],
                        link=link_of(wishes, article),
                        deadline_s=left_s,
                        on_event=inbox.steps_of(language),
                        on_result=inbox.results_of(language),
                        memory=memory,
                    )
                )
                for language, platforms in work.in_language(article.language).items()
            ]
    notices += dict.fromkeys(notice for task in tasks for notice in task.result().notices)


def link_of(wishes: dict[str, Any], article: Article) -> str | None:
    link: str | None = wishes["link"]
    if link is None:
        return article.url
    return None if link == "none" else link


async def _save(claim: Claim, tools: Tools, work: _Work, batch: list[Step | Finished]) -> None:
    async with _writing(claim, tools) as session:
        conversion = await _lock_running(session, claim)
        posts = {
            (post.language, post.platform): post
            for post in await post_repository.list_posts(session, conversion.workspace_id, conversion.id)
        }
        events: list[tuple[str, dict[str, Any]]] = []
        for item in batch:
            if isinstance(item, Step):
                events.append((item.name, storable(item.data)))
                continue
            post = posts[item.language, item.result.platform.id]
            if post.verdict != forms.PENDING or post.run != work.run:
                continue
            write_post(session, post, storable(post_form(item.result, item.language)), change="written")
            events.append(post_event(post))
        await event_repository.add_events(session, conversion, events)


def write_post(session: WriteSession, post: PostRecord, form: dict[str, Any], *, change: str) -> None:
    put_form(post, form)
    post_repository.add_version(session, post, change=change, changed_by=None)


def post_event(post: PostRecord) -> tuple[str, dict[str, Any]]:
    """Names the version; who reads the event gets the whole post."""
    return "post", {"post_id": str(post.id), "version": post.version}


async def _end(
    claim: Claim, tools: Tools, error: NewsforgeError | None = None, notices: list[str] | None = None
) -> None:
    async with _writing(claim, tools, is_last=True) as session:
        conversion = await _lock_running(session, claim)
        posts = await post_repository.list_posts(session, conversion.workspace_id, conversion.id)
        conversion.notices = [{"message": storable(notice)} for notice in notices or ()]
        problem = None
        if error is not None:
            problem = {"code": error.code, "message": error.message, "remedy": error.remedy}
        elif all(post.verdict == forms.FAILED for post in posts):
            problem = _no_post(posts)
        status = "failed" if problem else "succeeded"
        await end_run(session, conversion, posts, status=status, error=storable(problem))  # type: ignore[arg-type]  # one of two words


def _no_post(posts: list[PostRecord]) -> dict[str, Any]:
    first = next((post.form["error"] for post in posts if post.form and post.form["error"]), None)
    return {
        "code": "no_post",
        "message": first["message"] if first else "No post could be written.",
        "remedy": first["remedy"] if first else "Retry the conversion.",
    }


@asynccontextmanager
async def _writing(claim: Claim, tools: Tools, *, is_last: bool = False) -> AsyncIterator[WriteSession]:
    """A transaction behind the claim; the last one ends the job."""
    sight = Sight(workspace_id=claim.workspace_id)
    async with tools.database.write(sight, mark=f"workspace:{claim.workspace_id}") as session:
        if is_last:
            await claim.succeed(session)
        else:
            await claim.hold(session)
        yield session


async def _lock(session: WriteSession, claim: Claim) -> Conversion | None:
    """None when this run is over or gone: nothing is to be written any more."""
    assert claim.workspace_id is not None
    conversion_id = UUID(claim.payload["conversion_id"])
    return await repository.lock_conversion(session, claim.workspace_id, conversion_id, in_run=claim.payload["run"])


async def _lock_running(session: WriteSession, claim: Claim) -> Conversion:
    conversion = await _lock(session, claim)
    if conversion is None:
        raise Superseded
    return conversion
