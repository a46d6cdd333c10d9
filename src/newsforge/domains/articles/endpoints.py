"""``/articles``: what was read, sentence by sentence, in every state in which it was seen."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path

from newsforge.domains.access.dependencies import Reading, requires
from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.domains.articles import service
from newsforge.domains.articles.schemas import ArticleOut, ArticleSummary, VersionSummary
from newsforge.kit.http.errors import NotFound, may_answer
from newsforge.kit.http.pages import BadCursor, Page, PageQuery, page_query

router = APIRouter(
    prefix="/articles",
    tags=["articles"],
    dependencies=[Depends(requires("conversions:read"))],
    responses=may_answer(Unauthenticated, Forbidden),
)
PageAsked = Annotated[PageQuery, Depends(page_query)]


@router.get("", operation_id="list_articles", summary="Articles, newest first", responses=may_answer(BadCursor))
async def list_articles(call: Reading, page: PageAsked) -> Page[ArticleSummary]:
    return await service.list_articles(call.session, workspace_id=call.principal.workspace_id, page=page)


@router.get(
    "/{article_id}",
    operation_id="get_article",
    summary="An article in its latest version, with its sentences",
    responses=may_answer(NotFound),
)
async def get_article(call: Reading, article_id: UUID) -> ArticleOut:
    return await service.get_article(call.session, workspace_id=call.principal.workspace_id, article_id=article_id)


@router.get(
    "/{article_id}/versions",
    operation_id="list_article_versions",
    summary="The states in which an article was seen, newest first",
    responses=may_answer(NotFound, BadCursor),
)
async def list_article_versions(call: Reading, article_id: UUID, page: PageAsked) -> Page[VersionSummary]:
    return await service.list_versions(
        call.session, workspace_id=call.principal.workspace_id, article_id=article_id, page=page
    )


@router.get(
    "/{article_id}/versions/{version}",
    operation_id="get_article_version",
    summary="One version of an article, with its sentences",
    responses=may_answer(NotFound),
)
async def get_article_version(
    call: Reading, article_id: UUID, version: Annotated[int, Path(ge=1, le=2**31 - 1)]
) -> ArticleOut:
    return await service.get_article(
        call.session, workspace_id=call.principal.workspace_id, article_id=article_id, version=version
    )
