"""Rows as JSON-ready values: one form for the answer, the event and the export."""

from __future__ import annotations

from typing import Any, Final

from newsforge.domains.conversions.models import Conversion, PostRecord, PostVersion

Json = dict[str, Any]

PENDING: Final = "pending"
APPROVED: Final = "approved"
FAILED: Final = "failed"
ENDED: Final = frozenset({"succeeded", "failed", "cancelled"})
_NO_USAGE: Final = {"input_tokens": 0, "output_tokens": 0, "calls": 0, "cost_usd": 0.0}


def conversion_form(conversion: Conversion, posts: list[PostRecord], article: Json | None) -> Json:
    return {
        **_head(conversion),
        "version": conversion.version,
        "wishes": {"platforms": conversion.platforms, "languages": conversion.languages, **conversion.wishes},
        "article": article and {"id": conversion.article_id, "version": conversion.article_version, **article},
        "posts": [post_form(post) for post in posts],
        "notices": conversion.notices,
        "usage": conversion.usage,
    }


def summary_form(conversion: Conversion) -> Json:
    return {**_head(conversion), "platforms": conversion.platforms, "languages": conversion.languages}


def _head(conversion: Conversion) -> Json:
    return {
        "id": conversion.id,
        "status": conversion.status,
        "run": conversion.run,
        "title": conversion.title,
        "source": {"kind": conversion.source_kind, "url": conversion.source_url, "name": conversion.source_name},
        "created_by": conversion.created_by,
        "created_at": conversion.created_at,
        "started_at": conversion.started_at,
        "finished_at": conversion.finished_at,
        "error": conversion.error,
    }


def post_form(post: PostRecord) -> Json:
    return {
        **(post.form or pending_form(post)),
        "kept": post.form.get("kept", []),
        "id": post.id,
        "conversion_id": post.conversion_id,
        "version": post.version,
        "status": APPROVED if post.approved_at else post.verdict,
        "verdict": post.verdict,
        "is_being_rewritten": post.job_id is not None,
        "edited_by": post.edited_by,
        "edited_at": post.edited_at,
        "approved_by": post.approved_by,
        "approved_at": post.approved_at,
        "approval_reason": post.approval_reason,
    }


def written_form(post: PostRecord, version: PostVersion) -> Json:
    """The post as it was when this version was written: nobody had edited or approved it."""
    return {
        **version.form,
        "kept": version.form.get("kept", []),
        "id": post.id,
        "conversion_id": post.conversion_id,
        "version": version.version,
        "status": version.form["status"],
        "verdict": version.form["status"],
        "is_being_rewritten": False,
        "edited_by": None,
        "edited_at": None,
        "approved_by": None,
        "approved_at": None,
        "approval_reason": None,
    }


def pending_form(post: PostRecord) -> Json:
    return {
        "platform": post.platform,
        "language": post.language,
        "writer": None,
        "valid": False,
        "requires": [],
        "disclosure": None,
        "fields": {"title": None, "subject": None, "preheader": None, "html": None},
        "hashtags": [],
        "link": None,
        "parts": [],
        "measure": [],
        "violations": [],
        "receipts": [],
        "why": "",
        "attempts": [],
        "prompt_version": None,
        "usage": _NO_USAGE,
        "error": None,
    }
