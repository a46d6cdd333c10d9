"""What is answered. Bodies are built from the stored forms (:mod:`forms`); these models say what is in them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from newsforge.domains.articles.schemas import LeftOutOut, SentenceOut
from newsforge.domains.conversions.schemas import ConversionStatus, KeptKind
from newsforge.engine.receipts.model import ProblemKind

PostStatus = str
_STATUS = (
    "`pending` (not written yet), `clean`, `review` (not in its words: a person has to compare), `unsupported`"
    " (something in it is not in the article), `invalid` (breaks a rule of the platform), `failed` (there is no"
    " post), `approved`."
)


class Open(BaseModel):
    """Members may be added later."""

    model_config = ConfigDict(extra="allow")


class ErrorOut(Open):
    message: str
    remedy: str = ""


class ConversionErrorOut(ErrorOut):
    code: str


class UsageOfAi(Open):
    input_tokens: int
    output_tokens: int
    calls: int
    cost_usd: float | None


class ConversionUsage(UsageOfAi):
    posts: int = Field(description="What the run counts for in the workspace's usage.")


class MeasureOut(Open):
    unit: str
    length: int
    max: int
    severity: str


class FieldMeasureOut(MeasureOut):
    field: str


class PartOut(Open):
    text: str
    measure: list[MeasureOut]


class FieldsOut(Open):
    title: str | None
    subject: str | None
    preheader: str | None
    html: str | None


class ViolationOut(Open):
    code: str
    message: str
    part: int | None
    field: str | None


class SpanOut(Open):
    field: str
    start: int
    end: int
    text: str


class ProblemOut(Open):
    kind: ProblemKind
    text: str
    why: str
    start: int
    end: int
    instead: str | None = Field(
        default=None,
        description=(
            "What the article has in exactly this place, where that is known and can stand there as it is. The Korean"
            " particle behind it may have to change with it."
        ),
    )


class LooseOut(Open):
    text: str
    start: int
    end: int


class ReceiptOut(Open):
    """The sentence stands in ``parts[part].text[start:end]``, or in the field named by ``field``. Code points."""

    part: int | None
    field: str | None
    sentence: str
    start: int
    end: int
    status: Literal["supported", "reformatted", "unsupported"]
    wording: Literal["exact", "close", "free"] | None = Field(
        description="`free`: in words of its own, so a person has to compare it with the article."
    )
    unaligned: list[LooseOut] = Field(description="The words of a free sentence to look at.")
    spans: list[SpanOut]
    problems: list[ProblemOut]


class KeptOut(Open):
    """A problem that a person keeps: `sentence`, `kind` and `text` as the receipt names it."""

    sentence: str
    kind: KeptKind
    text: str
    reason: str
    kept_by: UUID
    kept_at: datetime


class AttemptOut(Open):
    writer: str
    outcome: str
    reason: str
    rewrite: bool
    took_s: float


class PostOut(Open):
    id: UUID
    conversion_id: UUID
    version: int = Field(description="Also the ETag; rises with every change of the text.")
    platform: str
    language: str = Field(description="Empty until the article's language is known.")
    writer: str | None
    status: PostStatus = Field(description=_STATUS)
    verdict: str = Field(description="What the check says; stays when a person approves.")
    valid: bool
    requires: list[str]
    disclosure: str | None
    fields: FieldsOut
    hashtags: list[str]
    link: str | None
    parts: list[PartOut]
    measure: list[FieldMeasureOut]
    violations: list[ViolationOut]
    receipts: list[ReceiptOut]
    kept: list[KeptOut]
    why: str
    attempts: list[AttemptOut]
    prompt_version: str | None
    usage: UsageOfAi
    error: ErrorOut | None
    is_being_rewritten: bool
    edited_by: UUID | None
    edited_at: datetime | None
    approved_by: UUID | None
    approved_at: datetime | None
    approval_reason: str | None


class ArticleOfConversion(Open):
    id: UUID
    version: int
    title: str
    deck: str
    authors: list[str]
    published_at: datetime | None
    modified_at: datetime | None
    site: str
    language: str
    url: str | None
    lead_image: str | None
    text: str
    sentences: list[SentenceOut]
    left_out: list[LeftOutOut]


class SourceOut(Open):
    kind: Literal["url", "text", "html", "file", "article"]
    url: str | None
    name: str


class WishesOut(Open):
    platforms: list[str]
    languages: list[str] = Field(description="Empty: the article's own.")
    tone: str
    length: str
    writer: str
    instruction: str
    disclosure: str
    link: str | None


class NoticeOut(Open):
    message: str


class ConversionSummary(Open):
    id: UUID
    status: ConversionStatus
    run: int
    title: str
    source: SourceOut
    platforms: list[str]
    languages: list[str]
    created_by: UUID
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    error: ConversionErrorOut | None


class ConversionOut(Open):
    id: UUID
    status: ConversionStatus
    run: int = Field(description="1, and one more with every retry.")
    version: int = Field(description="Also the ETag; rises with every change of the conversion or of a post.")
    title: str
    source: SourceOut
    wishes: WishesOut
    created_by: UUID
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    article: ArticleOfConversion | None
    posts: list[PostOut]
    notices: list[NoticeOut]
    usage: ConversionUsage | None
    error: ConversionErrorOut | None


class PostVersionOut(Open):
    """A state that the post was in. ``form`` is the post as it then was, receipts included."""

    version: int
    change: Literal["written", "edited", "kept", "regenerated", "restored"]
    changed_by: UUID | None
    created_at: datetime
    form: dict[str, Any]
