"""A person answers for a post."""

from __future__ import annotations

from uuid import UUID

from newsforge.domains.access.principal import Principal
from newsforge.domains.audit import service as audit
from newsforge.domains.conversions import forms, keeping, post_repository, repository
from newsforge.domains.conversions.errors import NotApprovable, PostBusy, PostNotReady, ProblemsOpen
from newsforge.domains.conversions.models import Conversion, PostRecord
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import WriteSession
from newsforge.kit.http.errors import NotFound
from newsforge.kit.http.preconditions import check_match


async def lock_idle_post(
    session: WriteSession, *, workspace_id: UUID, post_id: UUID, match: str | None = None
) -> tuple[Conversion, PostRecord]:
    """A post that nobody is writing anew, in the version that ``match`` names. Raise :class:`NotFound`,
    :class:`newsforge.kit.http.preconditions.PreconditionFailed` or :class:`PostBusy`."""
    seen = await post_repository.find_post(session, workspace_id, post_id)
    if seen is None:
        raise NotFound
    conversion = await repository.lock_conversion(session, workspace_id, seen.conversion_id)
    post = await post_repository.find_post(session, workspace_id, post_id)
    if conversion is None or post is None:
        raise NotFound
    if match is not None:
        check_match(match, post.version)
    if post.job_id is not None:
        raise PostBusy
    return conversion, post


async def lock_post(
    session: WriteSession, *, workspace_id: UUID, post_id: UUID, match: str | None = None
) -> PostRecord:
    """A post with a text, to be changed now. Raise what :func:`lock_idle_post` raises, or :class:`PostNotReady`."""
    _, post = await lock_idle_post(session, workspace_id=workspace_id, post_id=post_id, match=match)
    if post.verdict == forms.PENDING:
        raise PostNotReady("This post is not written yet.", remedy="Wait for the end of the conversion, or retry it.")
    return post


async def approve_post(
    session: WriteSession, *, principal: Principal, post_id: UUID, match: str, reason: str | None
) -> PostRecord:
    """Who and when; of this version only. Whoever approves a post that is to be reviewed says by it that they have
    compared its free sentences with the article: the audit log keeps which these were. Raise what :func:`lock_post`
    raises, :class:`NotApprovable` for what no reason can make fit, or :class:`ProblemsOpen` for what nobody keeps."""
    post = await lock_post(session, workspace_id=principal.workspace_id, post_id=post_id, match=match)
    if post.verdict == forms.FAILED:
        raise NotApprovable("There is no post to approve.", remedy="Retry the conversion, or regenerate the post.")
    if post.form["violations"]:
        raise NotApprovable(
            "The post breaks a rule of its platform, which would refuse it.",
            remedy="Correct it first: `violations` says what is wrong.",
        )
    if problems := keeping.open_problems(post.form):
        raise ProblemsOpen(members={"problems": problems})
    reason = (reason or "").strip() or None
    post.approved_by, post.approved_at, post.approval_reason = principal.user_id, utc_now(), reason
    await session.flush()
    told = {
        "version": post.version,
        "verdict": post.verdict,
        "kept": len(post.form.get("kept", ())),
        "compared": [index for index, receipt in enumerate(post.form["receipts"]) if receipt.get("wording") == "free"],
    }
    await audit.record_deed(session, principal, "post_approved", subject_kind="post", subject_id=post.id, data=told)
    return post


async def unapprove_post(session: WriteSession, *, principal: Principal, post_id: UUID, match: str) -> PostRecord:
    """Nothing happens to one that is not approved."""
    post = await lock_post(session, workspace_id=principal.workspace_id, post_id=post_id, match=match)
    if post.approved_at is not None:
        withdraw_approval(post)
        await session.flush()
        told = {"version": post.version}
        await audit.record_deed(
            session, principal, "post_unapproved", subject_kind="post", subject_id=post.id, data=told
        )
    return post


def withdraw_approval(post: PostRecord) -> None:
    post.approved_by = post.approved_at = post.approval_reason = None
