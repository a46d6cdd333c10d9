"""What may be asked for."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from newsforge.engine.post import Length, Tone
from newsforge.engine.receipts.model import ProblemKind
from newsforge.kit.http.patterns import SPACE

ExportFormat = Literal["txt", "md", "html", "json", "csv", "zip"]
ConversionStatus = Literal["queued", "running", "succeeded", "failed", "cancelled"]


#: Text that PostgreSQL can hold; pydantic itself refuses halves of characters. The rule is a pattern, not a validator,
#: because the OpenAPI document says only what patterns say (and loses a pattern that stands after a validator).
Text = Annotated[str, Field(pattern=r"^[^\x00]*$")]
PlatformId = Annotated[Text, Field(min_length=1, max_length=40, examples=["x"])]
LanguageCode = Annotated[
    str, Field(min_length=2, max_length=35, pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$", examples=["ko"])
]
WriterName = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        pattern=rf"^(auto|embedded|[a-z][a-z-]*:[^{SPACE}\x00-\x1f]+)$",
        description="`auto` (the AI writers that are set up, then the embedded one), `embedded`, or `vendor:model`.",
    ),
]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


def _only(name: str) -> dict[str, Any]:
    """The rule that of all sources this one is given, and a version only of an article."""
    others = {"url", "text", "html", "article_id", "article_version"} - {name}
    if name == "article_id":
        others.remove("article_version")
    absent = {other: {"type": "null"} for other in sorted(others)}
    return {"required": [name], "properties": {name: {"type": "string"}, **absent}}


class SourceIn(Strict):
    """Exactly one of them."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "oneOf": [_only(name) for name in ("url", "text", "html", "article_id")],
        },
    )

    url: Annotated[Text, Field(max_length=2048)] | None = None
    article_id: UUID | None = Field(default=None, description="An article of this workspace that was read before.")
    article_version: int | None = Field(
        default=None, ge=1, le=2**31 - 1, description="Of `article_id`; the latest when left out."
    )
    text: Annotated[Text, Field(max_length=400_000)] | None = None
    html: Annotated[Text, Field(max_length=5_000_000)] | None = None

    @model_validator(mode="after")
    def exactly_one(self) -> Self:
        given = [value for value in (self.url, self.text, self.html, self.article_id) if value is not None]
        if len(given) != 1:
            raise ValueError("Give exactly one of url, text, html and article_id.")
        if self.article_version is not None and self.article_id is None:
            raise ValueError("article_version goes with article_id.")
        return self


class Wishes(Strict):
    """``link`` and ``disclosure``: left out or null, the article's own address and the service's own line."""

    platforms: list[PlatformId] = Field(min_length=1, max_length=60, description="Ids of `GET /platforms`.")
    languages: list[LanguageCode] | None = Field(
        default=None, max_length=10, description="The article's own when left out."
    )
    tone: Tone = "neutral"
    length: Length = "standard"
    writer: WriterName = "auto"
    instruction: Annotated[Text, Field(max_length=2000)] = ""
    disclosure: Annotated[Text, Field(max_length=200)] | None = Field(
        default=None, description="`auto`, `none`, or your own line."
    )
    link: Annotated[Text, Field(max_length=2048)] | None = Field(
        default=None, description="An address instead of the article's own, or `none`."
    )


class ConversionCreate(Wishes):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"source": {"url": "https://www.example.com/news/1"}, "platforms": ["x", "threads", "newsletter"]},
                {
                    "source": {"text": "한빛시가 내년 3월부터 시내버스 요금을 200원 올린다. …"},
                    "platforms": ["x", "kakao"],
                    "languages": ["ko"],
                    "tone": "formal",
                    "writer": "embedded",
                },
            ]
        },
    )

    source: SourceIn


#: What a receipt names: a detail, or the sentence as a whole.
KeptKind = ProblemKind | Literal["sentence"]


class Keep(Strict):
    """A problem of the post, named as its receipt names it, and why it may be published all the same."""

    sentence: Annotated[Text, Field(min_length=1, max_length=100_000)]
    kind: KeptKind
    text: Annotated[Text, Field(max_length=100_000)]
    reason: Annotated[Text, Field(min_length=1, max_length=2000)]


class PostEdit(Strict):
    """What is left out stays. ``parts`` are the whole texts as published, link, tags and disclosure included; the
    HTML form is made from them."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"parts": ["한빛시가 내년 3월부터 시내버스 요금을 200원 올린다."]}]},
    )

    parts: list[Annotated[Text, Field(max_length=100_000)]] | None = Field(default=None, min_length=1, max_length=30)
    title: Annotated[Text, Field(max_length=1000)] | None = None
    subject: Annotated[Text, Field(max_length=1000)] | None = None
    preheader: Annotated[Text, Field(max_length=1000)] | None = None
    hashtags: list[Annotated[str, Field(min_length=1, max_length=100, pattern=rf"^[^#{SPACE}\x00]+$")]] | None = Field(
        default=None, max_length=60, description="Without `#`."
    )
    keep: list[Keep] | None = Field(
        default=None,
        max_length=200,
        description=(
            "All problems that are kept, each with its reason; one that is left out is kept no longer. Of the text as"
            " it is after this edit. For a receipt without `problems`, `kind` is `sentence` and `text` the sentence."
        ),
    )


class Rewriting(Strict):
    """What is left out is as the conversion asked for it."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"instruction": "Lead with the new fare."}]}
    )

    instruction: Annotated[Text, Field(max_length=2000)] | None = None
    writer: WriterName | None = None
    tone: Tone | None = None
    length: Length | None = None


class Approval(Strict):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"reason": "Checked by phone."}]})

    reason: Annotated[Text, Field(max_length=2000)] | None = Field(
        default=None,
        description="A note. It stands for no problem: each that is not in the article is kept with its own (PATCH).",
    )
