"""A conversion as JSON-ready values: the one form that the command line prints and the API answers with.

Offsets are code points. ``valid`` speaks of the platform's rules for the text; what else it demands stands in
``requires``. Whether a post may be given out is ``status``: ``clean``, or ``review`` once a person has compared the
sentences whose ``wording`` is ``free`` with the article; ``unaligned`` are the words to look at.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from newsforge.engine.article import Article, SourceSpan
from newsforge.engine.platforms.measure import Measure
from newsforge.engine.receipts.model import Receipt
from newsforge.pipeline.ports import Usage
from newsforge.pipeline.result import Conversion, PlatformResult

Json = dict[str, Any]


def conversion_form(conversion: Conversion) -> Json:
    return {
        "article": article_form(conversion.article),
        "posts": [post_form(result, conversion.language) for result in conversion.results],
        "notices": list(conversion.notices),
        "usage": usage_form(conversion.usage),
        "took_s": round(conversion.took_s, 3),
    }


def article_form(article: Article) -> Json:
    return {
        "title": article.title,
        "deck": article.deck,
        "authors": list(article.authors),
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "modified_at": article.modified_at.isoformat() if article.modified_at else None,
        "site": article.site,
        "language": article.language,
        "url": article.url,
        "lead_image": article.lead_image,
        "text": article.text,
        "sentences": [{"start": s.start, "end": s.end, "text": s.text} for s in article.sentences],
        "left_out": [{"text": line.text, "reason": line.reason} for line in article.left_out],
    }


def post_form(result: PlatformResult, language: str) -> Json:
    """A platform without a post has empty ``parts`` and an ``error``."""
    post = result.post
    return {
        "platform": result.platform.id,
        "language": post.language if post else language,
        "writer": result.writer,
        "status": result.status,
        "valid": result.is_valid,
        "requires": list(result.requires),
        "disclosure": post.disclosure if post else None,
        "fields": {
            "title": post.title if post else None,
            "subject": post.subject if post else None,
            "preheader": post.preheader if post else None,
            "html": post.html if post else None,
        },
        "hashtags": list(post.hashtags) if post else [],
        "link": post.link if post else None,
        "parts": [
            {"text": text, "measure": [measure_form(m) for m in result.measures if m.part == index]}
            for index, text in enumerate(post.parts if post else ())
        ],
        "measure": [{"field": m.field, **measure_form(m)} for m in result.measures if m.part is None],
        "violations": [
            {"code": v.code, "message": v.message, "part": v.part, "field": v.field} for v in result.violations
        ],
        "receipts": [receipt_form(receipt) for receipt in result.receipts],
        "why": result.why,
        "attempts": [
            {
                "writer": attempt.writer,
                "outcome": attempt.outcome,
                "reason": attempt.reason,
                "rewrite": attempt.is_rewrite,
                "took_s": round(attempt.took_s, 3),
            }
            for attempt in result.attempts
        ],
        "prompt_version": result.prompt_version,
        "usage": usage_form(result.usage),
        "error": {"message": result.error, "remedy": result.remedy} if result.error else None,
    }


def measure_form(measure: Measure) -> Json:
    return {"unit": measure.unit, "length": measure.length, "max": measure.max, "severity": measure.severity}


def receipt_form(receipt: Receipt) -> Json:
    return {
        "part": receipt.part,
        "field": receipt.field,
        "sentence": receipt.sentence,
        "start": receipt.start,
        "end": receipt.end,
        "status": receipt.status,
        "wording": receipt.wording,
        "unaligned": [{"text": loose.text, "start": loose.start, "end": loose.end} for loose in receipt.unaligned],
        "spans": [span_form(span) for span in receipt.spans],
        "problems": [
            {"kind": p.kind, "text": p.text, "why": p.why, "start": p.start, "end": p.end, "instead": p.instead}
            for p in receipt.problems
        ],
    }


def span_form(span: SourceSpan) -> Json:
    """``field`` says what the offsets count in: ``text`` is the body, else the article's field of that name."""
    return {"field": span.field, "start": span.start, "end": span.end, "text": span.text}


def usage_form(usage: Usage) -> Json:
    """``cost_usd`` is None when a price is not known."""
    return {
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "calls": usage.calls,
        "cost_usd": _money(usage.cost_usd),
    }


def _money(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
