"""One post, written anew with an instruction: asked for by a person, done by a worker."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from newsforge.domains.access.principal import Principal
from newsforge.domains.articles.service import get_source
from newsforge.domains.conversions import event_repository, forms, post_repository, repository
from newsforge.domains.conversions.approval import lock_idle_post
from newsforge.domains.conversions.errors import PostNotReady
from newsforge.domains.conversions.models import Conversion, PostRecord
from newsforge.domains.conversions.progress import Finished, Inbox, Step
from newsforge.domains.conversions.schemas import Rewriting
from newsforge.domains.conversions.tasks import link_of, post_event, write_post
from newsforge.domains.conversions.tools import Tools
from newsforge.domains.usage.service import Allowance, release, reserve, settle
from newsforge.engine.article import Article
from newsforge.engine.platforms.registry import get_platform
from newsforge.kit.db.sessions import Sight, WriteSession
from newsforge.kit.db.storable import storable
from newsforge.kit.ids import new_id
from newsforge.kit.queue.claims import Claim, Superseded
from newsforge.kit.queue.queue import Queue
from newsforge.pipeline.conversion import convert
from newsforge.pipeline.json_form import post_form
from newsforge.pipeline.result import PlatformResult

REWRITE: Final = "rewrite"


async def request_rewriting(
    session: WriteSession,
    *,
    principal: Principal,
    post_id: UUID,
    wishes: Rewriting,
    queue: Queue,
    allowance: Allowance,
    match: str | None = None,
) -> PostRecord:
    """The post stays as it is until the new one is there. Raise what :func:`lock_idle_post` raises,
    :class:`PostNotReady` or :class:`newsforge.domains.usage.errors.QuotaExceeded`."""
    workspace_id = principal.workspace_id
    conversion, post = await lock_idle_post(session, workspace_id=workspace_id, post_id=post_id, match=match)
    if conversion.article_id is None or conversion.status not in forms.ENDED:
        raise PostNotReady("The conversion has not ended with an article.", remedy="Wait for its end, or retry it.")
    rewriting_id = new_id()
    await reserve(
        session,
        workspace_id=workspace_id,
        subject_id=rewriting_id,
        run=1,
        units=1,
        allowance=allowance,
    )
    given = wishes.model_dump(exclude_none=True)
    post.rewriting = {**conversion.wishes, **given, "id": str(rewriting_id), "asked_by": str(principal.user_id)}
    post.job_id = await queue.enqueue(
        session,
        kind=REWRITE,
        workspace_id=workspace_id,
        payload={
            "conversion_id": str(conversion.id),
            "post_id": str(post_id),
            "rewriting_id": str(rewriting_id),
        },
    )
    told = {"post_id": str(post_id), "platform": post.platform, "language": post.language}
    await event_repository.add_events(session, conversion, [("post_queued", told)])
    return post


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    article: Article
    platform: str
    language: str
    wishes: dict[str, Any]


async def run_rewriting(claim: Claim, tools: Tools) -> None:
    """The queue's handler of ``rewrite``."""
    work = await _begin(claim, tools)
    if work is None:
        return
    inbox = Inbox()
    results: list[PlatformResult] = []

    async def save(batch: list[Step | Finished]) -> None:
        results.extend(item.result for item in batch if isinstance(item, Finished))
        steps = [(item.name, storable(item.data)) for item in batch if isinstance(item, Step)]
        if steps:
            async with _writing(claim, tools) as (session, conversion, _):
                await event_repository.add_events(session, conversion, steps)

    await inbox.drain(_write(claim, tools, work, inbox), save)
    async with _writing(claim, tools, is_last=True) as (session, conversion, post):
        await _put(session, conversion, post, claim, results[0])


async def give_up_rewriting(session: WriteSession, claim: Claim, code: str) -> None:
    """The post stays as it was."""
    found = await _lock(session, claim)
    if found is None:
        return
    conversion, post = found
    _let_go(post)
    await release(session, workspace_id=conversion.workspace_id, subject_id=UUID(claim.payload["rewriting_id"]), run=1)
    message = "The post could not be written anew because of a fault on our side."
    await _tell_failure(session, conversion, post, code=code, message=message, remedy="Try again.")


async def _begin(claim: Claim, tools: Tools) -> _Work | None:
    async with tools.database.write(Sight(workspace_id=claim.workspace_id)) as session:
        await claim.hold(session)
        found = await _lock(session, claim)
        if found is None:
            return None
        conversion, post = found
        assert conversion.article_id is not None
        assert conversion.article_version is not None
        assert post.rewriting is not None
        article = await get_source(
            session,
            workspace_id=conversion.workspace_id,
            article_id=conversion.article_id,
            version=conversion.article_version,
        )
        return _Work(article=article, platform=post.platform, language=post.language, wishes=post.rewriting)


async def _write(claim: Claim, tools: Tools, work: _Work, inbox: Inbox) -> None:
    """Without the memory of equal orders: who asks again wants another text."""
    assert claim.workspace_id is not None
    wishes = work.wishes
    async with (
        asyncio.timeout(tools.options.deadline_s + 5),
        tools.writers.open(claim.workspace_id, wishes["writer"]) as chosen,
    ):
        await convert(
            work.article,
            [get_platform(work.platform)],
            chosen.writers,
            language=work.language or work.article.language,
            tone=wishes["tone"],
            length=wishes["length"],
            instruction=wishes["instruction"],
            disclosure=wishes["disclosure"],
            link=link_of(wishes, work.article),
            deadline_s=tools.options.deadline_s,
            on_event=inbox.steps_of(work.language),
            on_result=inbox.results_of(work.language),
        )


async def _put(
    session: WriteSession, conversion: Conversion, post: PostRecord, claim: Claim, result: PlatformResult
) -> None:
    """What was billed by the vendor is told in the ledger even where no post came of it."""
    is_there = result.post is not None
    await settle(
        session,
        workspace_id=conversion.workspace_id,
        subject_id=UUID(claim.payload["rewriting_id"]),
        run=1,
        units=1 if is_there else 0,
        usage=result.usage,
    )
    _let_go(post)
    if not is_there:
        await _tell_failure(session, conversion, post, code="no_post", message=result.error, remedy=result.remedy)
        return
    write_post(session, post, storable(post_form(result, post.language)), change="regenerated")
    post.edited_by = post.edited_at = None
    await event_repository.add_events(session, conversion, [post_event(post)])


def _let_go(post: PostRecord) -> None:
    post.job_id = post.rewriting = None


async def _tell_failure(
    session: WriteSession, conversion: Conversion, post: PostRecord, *, code: str, message: str, remedy: str
) -> None:
    told = {
        "post_id": str(post.id),
        "platform": post.platform,
        "language": post.language,
        "error": {"code": code, "message": message, "remedy": remedy},
    }
    await event_repository.add_events(session, conversion, [("post_failed", storable(told))])


@asynccontextmanager
async def _writing(
    claim: Claim, tools: Tools, *, is_last: bool = False
) -> AsyncIterator[tuple[WriteSession, Conversion, PostRecord]]:
    sight = Sight(workspace_id=claim.workspace_id)
    async with tools.database.write(sight, mark=f"workspace:{claim.workspace_id}") as session:
        if is_last:
            await claim.succeed(session)
        else:
            await claim.hold(session)
        found = await _lock(session, claim)
        if found is None:
            raise Superseded
        yield session, *found


async def _lock(session: WriteSession, claim: Claim) -> tuple[Conversion, PostRecord] | None:
    """None when the post is gone, or no longer being written anew by this job."""
    assert claim.workspace_id is not None
    conversion = await repository.lock_conversion(session, claim.workspace_id, UUID(claim.payload["conversion_id"]))
    post = await post_repository.find_post(session, claim.workspace_id, UUID(claim.payload["post_id"]))
    if conversion is None or post is None or post.job_id != claim.job_id:
        return None
    return conversion, post
