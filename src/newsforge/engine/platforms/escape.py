"""The markup that publishing must escape, so that a text shows as it was written."""

from __future__ import annotations

import html
import re

from newsforge.engine.platforms.record import Dialect
from newsforge.engine.text.links import hashtags

#: learn.microsoft.com, "little Text Format": reserved characters.
_LINKEDIN = re.compile(r"[\\|{}@\[\]()<>#*_~]")


def _linkedin(text: str) -> str:
    escaped: list[str] = []
    at = 0
    for tag in hashtags(text):
        escaped += [
            _LINKEDIN.sub(r"\\\g<0>", text[at : tag.start]),
            r"{hashtag|\#|",
            _LINKEDIN.sub(r"\\\g<0>", tag.text[1:]),
            "}",
        ]
        at = tag.end
    return "".join([*escaped, _LINKEDIN.sub(r"\\\g<0>", text[at:])])


def escape(text: str, dialect: Dialect) -> str:
    """``text`` as the platform's API wants it."""
    match dialect:
        case "none":
            return text
        case "linkedin":
            return _linkedin(text)
        case "slack" | "telegram":
            return html.escape(text, quote=False)
