"""``/demonstration``: what the product does, for somebody without an account, on an article that comes with it."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from fastapi import APIRouter, Header, Query, Response
from pydantic import BaseModel, Field
from pydantic_core import to_json

from newsforge.domains.conversions.answers import ArticleOfConversion, PostOut
from newsforge.kit.http.preconditions import names
from newsforge.kit.http.resources import Needs
from newsforge.pipeline.json_form import article_form, post_form
from newsforge.pipeline.result import Conversion

router = APIRouter(prefix="/demonstration", tags=["demonstration"])

Language = Literal["ko", "en", "ja"]
_CACHE: Final = "public, max-age=3600"
#: What only a post of a workspace has.
_NOBODYS: Final[dict[str, Any]] = {
    "version": 1,
    "kept": [],
    "is_being_rewritten": False,
    "edited_by": None,
    "edited_at": None,
    "approved_by": None,
    "approved_at": None,
    "approval_reason": None,
}


class DemonstrationOut(BaseModel):
    """As in a conversion; the ids lead nowhere."""

    language: Language
    article: ArticleOfConversion
    posts: list[PostOut] = Field(description="By the embedded writer, checked like every other post.")


@dataclass(frozen=True, slots=True)
class Shown:
    body: bytes
    etag: str


class Demonstrations:
    """Made once a language and process: ``convert`` takes the article of that language through the pipeline."""

    def __init__(self, convert: Callable[[str], Awaitable[Conversion]]) -> None:
        self._convert = convert
        self._shown: dict[str, Shown] = {}
        self._lock = asyncio.Lock()

    async def get(self, language: Language) -> Shown:
        if language not in self._shown:
            async with self._lock:
                if language not in self._shown:
                    body = to_json(_form(language, await self._convert(language)))
                    self._shown[language] = Shown(body, f'"{hashlib.sha256(body).hexdigest()[:20]}"')
        return self._shown[language]


@router.get(
    "",
    operation_id="get_demonstration",
    summary="An article of ours and the posts made of it; needs no account",
    response_model=DemonstrationOut,
    responses={
        200: {"headers": {"ETag": {"schema": {"type": "string"}}}},
        304: {"description": "It is still as `If-None-Match` says."},
    },
    openapi_extra={"x-anonymous": True},
)
async def get_demonstration(
    demonstrations: Annotated[Demonstrations, Needs(Demonstrations)],
    language: Annotated[Language, Query()] = "ko",
    if_none_match: Annotated[str | None, Header(max_length=1000)] = None,
) -> Response:
    shown = await demonstrations.get(language)
    headers = {"ETag": shown.etag, "Cache-Control": _CACHE}
    if names(if_none_match, shown.etag):
        return Response(status_code=304, headers=headers)
    return Response(shown.body, headers=headers, media_type="application/json")


def _form(language: Language, conversion: Conversion) -> dict[str, Any]:
    article = {"id": _id(language, "article"), "version": 1, **article_form(conversion.article)}
    posts = [post_form(result, conversion.language) for result in conversion.results]
    return {
        "language": language,
        "article": article,
        "posts": [
            {
                **post,
                **_NOBODYS,
                "id": _id(language, post["platform"]),
                "conversion_id": _id(language, "conversion"),
                "verdict": post["status"],
            }
            for post in posts
        ],
    }


def _id(language: str, name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"urn:newsforge:demonstration:{language}:{name}")
