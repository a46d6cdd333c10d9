"""Posts changed by people: measured and checked anew against the article that they were made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from newsforge.domains.access.principal import Principal
from newsforge.domains.articles.service import get_source
from newsforge.domains.audit import service as audit
from newsforge.domains.conversions import forms, keeping, post_repository, repository
from newsforge.domains.conversions.approval import lock_post, withdraw_approval
from newsforge.domains.conversions.errors import PostNotReady
from newsforge.domains.conversions.models import PostRecord, PostVersion
from newsforge.domains.conversions.schemas import Keep, PostEdit
from newsforge.engine.article import Article
from newsforge.engine.platforms.registry import get_platform
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import ReadSession, WriteSession
from newsforge.kit.db.storable import storable
from newsforge.kit.http.errors import NotFound
from newsforge.kit.http.pages import PageQuery, make_cursor
from newsforge.kit.http.preconditions import check_match, etag_of
from newsforge.pipeline.check import recheck
from newsforge.pipeline.edit import Edit, edited
from newsforge.pipeline.from_json import post_of, result_of
from newsforge.pipeline.json_form import post_form
from newsforge.pipeline.order import compute


async def get_post(session: ReadSession, *, workspace_id: UUID, post_id: UUID) -> PostRecord:
    """Raise :class:`NotFound`."""
    post = await post_repository.find_post(session, workspace_id, post_id)
    if post is None:
        raise NotFound
    return post


@dataclass(frozen=True, slots=True, kw_only=True)
class Editable:
    """What an edit starts from: the post's form in one version, and the article that it is checked against."""

    post_id: UUID
    version: int
    form: forms.Json
    article: Article


async def read_editable(
    session: ReadSession, *, workspace_id: UUID, post_id: UUID, match: str | None = None, restore: int | None = None
) -> Editable:
    """With ``restore`` the form of that earlier version. Raise :class:`NotFound`, :class:`PostNotReady` or
    :class:`newsforge.kit.http.preconditions.PreconditionFailed`."""
    post = await get_post(session, workspace_id=workspace_id, post_id=post_id)
    if match is not None:
        check_match(match, post.version)
    form = post.form
    if restore is not None:
        found = await post_repository.find_version(session, workspace_id, post_id, restore)
        if found is None:
            raise NotFound
        form = found.form
    return Editable(post_id=post_id, version=post.version, form=form, article=await _article_of(session, post))


async def check_edit(editable: Editable, edit: Edit) -> forms.Json:
    """The form that the post gets by ``edit``, measured and checked anew; needs no transaction. What is kept of its
    problems stays kept where they stay. Raise :class:`PostNotReady` when there is no post to edit."""
    form = await compute(_edited_form, editable.form, edit, editable.article)
    return form | {"kept": keeping.carried_over(editable.form, form)}


async def save_edit(
    session: WriteSession,
    *,
    principal: Principal,
    editable: Editable,
    form: forms.Json,
    change: str = "edited",
    keep: Sequence[Keep] | None = None,
) -> PostRecord:
    """``form`` is what :func:`check_edit` made of ``editable``; a post that was changed meanwhile stays as it is.
    ``keep``: the problems that are kept from now on. Raise what :func:`lock_post` raises, or :class:`NoSuchProblem`."""
    post = await lock_post(
        session,
        workspace_id=principal.workspace_id,
        post_id=editable.post_id,
        match=etag_of(editable.version),
    )
    if keep is not None:
        form = form | {"kept": keeping.keep(form, keep, by=principal.user_id, at=utc_now())}
    new = [one for one in form["kept"] if one not in editable.form.get("kept", ())]
    put_form(post, form)
    post.edited_by, post.edited_at = principal.user_id, utc_now()
    post_repository.add_version(session, post, change=change, changed_by=principal.user_id)
    await session.flush()
    if new:
        told = {"version": post.version, "problems": [{"kind": one["kind"], "reason": one["reason"]} for one in new]}
        await audit.record_deed(session, principal, "problems_kept", subject_kind="post", subject_id=post.id, data=told)
    return post


async def list_versions(session: ReadSession, *, workspace_id: UUID, post_id: UUID, page: PageQuery) -> forms.Json:
    """Newest first. Raise :class:`NotFound`."""
    await get_post(session, workspace_id=workspace_id, post_id=post_id)
    rows = await post_repository.list_versions(
        session, workspace_id, post_id, below=page.after.int if page.after else None, limit=page.limit + 1
    )
    kept = rows[: page.limit]
    next_cursor = make_cursor(UUID(int=kept[-1].version)) if len(rows) > page.limit else None
    return {"items": [_version_form(row) for row in kept], "next_cursor": next_cursor}


def put_form(post: PostRecord, form: forms.Json) -> None:
    """A new version of the post, which nobody has approved."""
    post.version += 1
    post.form = form
    post.verdict = form["status"]
    withdraw_approval(post)


def edit_of(edit: PostEdit) -> Edit:
    return Edit(
        parts=None if edit.parts is None else tuple(edit.parts),
        title=edit.title,
        subject=edit.subject,
        preheader=edit.preheader,
        hashtags=None if edit.hashtags is None else tuple(edit.hashtags),
    )


def _edited_form(form: forms.Json, edit: Edit, article: Article) -> forms.Json:
    """How the post came to be (its writer, attempts and cost) stays as it is told."""
    post = post_of(form)
    if post is None:
        raise PostNotReady("There is no post to change.", remedy="Retry the conversion, or regenerate the post.")
    platform = get_platform(form["platform"])
    checked = recheck(edited(post, edit, platform), platform, article=article)
    result = replace(
        result_of(form, platform),
        status=checked.status,
        post=checked.post,
        receipts=checked.receipts,
        measures=checked.measures,
        violations=checked.violations,
        requires=checked.requires,
    )
    clean: forms.Json = storable(post_form(result, post.language))
    return clean


async def _article_of(session: ReadSession, post: PostRecord) -> Article:
    if not post.form:
        raise PostNotReady("This post is not written yet.", remedy="Wait for the end of the conversion, or retry it.")
    conversion = await repository.find_conversion(session, post.workspace_id, post.conversion_id)
    if conversion is None or conversion.article_id is None or conversion.article_version is None:
        raise PostNotReady("The article of this post is not there.", remedy="Convert it again.")
    return await get_source(
        session,
        workspace_id=post.workspace_id,
        article_id=conversion.article_id,
        version=conversion.article_version,
    )


def _version_form(row: PostVersion) -> forms.Json:
    return {
        "version": row.version,
        "change": row.change,
        "changed_by": row.changed_by,
        "created_at": row.created_at,
        "form": row.form,
    }
