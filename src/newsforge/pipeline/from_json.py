"""The way back from JSON-ready values (:mod:`newsforge.pipeline.json_form`) to an article, a post, a result."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from newsforge.engine.article import Article, LeftOut, Sentence, SourceSpan
from newsforge.engine.platforms.measure import Measure, Violation
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Post
from newsforge.engine.receipts.model import Loose, Problem, Receipt
from newsforge.pipeline.ports import Usage
from newsforge.pipeline.result import Attempt, PlatformResult

Json = dict[str, Any]


def article_of(form: Json) -> Article:
    text: str = form["text"]
    sentences, place, paragraph = [], 0, 0
    for one in form["sentences"]:
        paragraph += text.count("\n", place, one["start"])
        place = one["start"]
        sentences.append(Sentence(start=one["start"], end=one["end"], text=one["text"], paragraph=paragraph))
    return Article(
        text=text,
        sentences=tuple(sentences),
        language=form["language"],
        title=form["title"],
        deck=form["deck"],
        authors=tuple(form["authors"]),
        published_at=_time(form["published_at"]),
        modified_at=_time(form["modified_at"]),
        site=form["site"],
        url=form["url"],
        lead_image=form["lead_image"],
        left_out=tuple(LeftOut(text=line["text"], reason=line["reason"]) for line in form["left_out"]),
    )


def post_of(form: Json) -> Post | None:
    """None for a platform that got no post."""
    if form["writer"] is None:
        return None
    fields = form["fields"]
    return Post(
        platform=form["platform"],
        language=form["language"],
        writer=form["writer"],
        parts=tuple(part["text"] for part in form["parts"]),
        hashtags=tuple(form["hashtags"]),
        title=fields["title"],
        subject=fields["subject"],
        preheader=fields["preheader"],
        html=fields["html"],
        link=form["link"],
        disclosure=form["disclosure"],
    )


def result_of(form: Json, platform: Platform) -> PlatformResult:
    error = form["error"] or {"message": "", "remedy": ""}
    return PlatformResult(
        platform=platform,
        status=form["status"],
        why=form["why"],
        post=post_of(form),
        receipts=tuple(receipt_of(one) for one in form["receipts"]),
        measures=_measures(form),
        violations=tuple(Violation(**one) for one in form["violations"]),
        requires=tuple(form["requires"]),
        writer=form["writer"],
        prompt_version=form["prompt_version"],
        usage=usage_of(form["usage"]),
        attempts=tuple(
            Attempt(
                writer=one["writer"],
                outcome=one["outcome"],
                reason=one["reason"],
                is_rewrite=one["rewrite"],
                took_s=one["took_s"],
            )
            for one in form["attempts"]
        ),
        error=error["message"],
        remedy=error["remedy"],
    )


def receipt_of(form: Json) -> Receipt:
    return Receipt(
        **{
            **form,
            "spans": tuple(SourceSpan(**span) for span in form["spans"]),
            "problems": tuple(Problem(**problem) for problem in form["problems"]),
            "unaligned": tuple(Loose(**words) for words in form["unaligned"]),
        }
    )


def usage_of(form: Json) -> Usage:
    cost = form["cost_usd"]
    return Usage(
        input_tokens=form["input_tokens"],
        output_tokens=form["output_tokens"],
        calls=form["calls"],
        cost_usd=None if cost is None else Decimal(str(cost)),
    )


def _measures(form: Json) -> tuple[Measure, ...]:
    return tuple(
        Measure(field="part", part=index, **one) for index, part in enumerate(form["parts"]) for one in part["measure"]
    ) + tuple(Measure(part=None, **one) for one in form["measure"])


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
