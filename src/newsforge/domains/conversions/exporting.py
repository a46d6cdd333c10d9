"""Posts to take away: plain text, Markdown, a page, JSON, a table, or a folder of files."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Final
from urllib.parse import quote

from pydantic_core import to_json

from newsforge.domains.conversions import forms
from newsforge.domains.conversions.errors import NothingToExport
from newsforge.domains.conversions.schemas import ExportFormat
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.post import Post
from newsforge.phrases import say
from newsforge.phrases.documents import say_document
from newsforge.pipeline.files import BETWEEN_PARTS, plain_text, post_files
from newsforge.pipeline.from_json import post_of

_NAME_LENGTH: Final = 60
#: What a spreadsheet takes for a formula at the start of a cell (OWASP, CSV injection).
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_READY: Final = frozenset({"approved", "clean"})
_RULE: Final = "=" * 40
#: A zip names a moment for each file; the same posts give the same bytes.
_MOMENT: Final = (2000, 1, 1, 0, 0, 0)
_MEDIA: Final[dict[ExportFormat, str]] = {
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Exported:
    data: bytes
    name: str
    media_type: str

    @property
    def disposition(self) -> str:
        """With the name in UTF-8 (RFC 6266), and one in ASCII for whoever does not know that."""
        plain = re.sub(r"[^A-Za-z0-9._-]+", "-", self.name).strip("-") or "export"
        return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(self.name, safe='')}"


@dataclass(frozen=True, slots=True)
class _Item:
    form: forms.Json
    post: Post
    language: str

    @property
    def is_ready(self) -> bool:
        return self.form["status"] in _READY

    @property
    def text(self) -> str:
        """A Markdown file has its title in itself."""
        return self.post.parts[0] if _form_of(self.post) == "markdown" else plain_text(self.post)

    @property
    def heading(self) -> str:
        platform = get_platform(self.post.platform)
        name = platform.name.get(self.post.language) or platform.name["en"]
        status = self.form["status"]
        told = status if self.language == "en" else say(f"status: {status}", self.language, within=True)
        mark = "" if self.is_ready else f" [{told}]"
        return f"{name} ({self.post.language}){mark}"


def export(
    conversion: forms.Json, format_: ExportFormat, *, only_approved: bool = False, language: str = "en"
) -> Exported:
    """``conversion`` is the form that ``GET`` answers with. What is not ready to publish is marked as such; what we say
    in it is said in ``language``. Raise :class:`NothingToExport`. Costs CPU time."""
    conversion = conversion if language == "en" else say_document(conversion, language)
    items = [
        _Item(form, post, language)
        for form in conversion["posts"]
        if (not only_approved or form["status"] == "approved") and (post := post_of(form)) is not None
    ]
    if not items:
        raise NothingToExport
    data = _json(conversion, items) if format_ == "json" else _WRITERS[format_](conversion["title"], items)
    return Exported(data, f"{folder_name(conversion)}.{format_}", _MEDIA[format_])


def _form_of(post: Post) -> str:
    return get_platform(post.platform).form


def folder_name(conversion: forms.Json) -> str:
    """From the day and the title; safe on every file system."""
    made = conversion["created_at"]
    day = (made if isinstance(made, datetime) else datetime.fromisoformat(made)).strftime("%Y-%m-%d")
    words = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", conversion["title"])).strip("-_")
    return "-".join(filter(None, [day, words[:_NAME_LENGTH].strip("-")]))


def _txt(title: str, items: Sequence[_Item]) -> bytes:
    blocks = [f"{_RULE}\n{item.heading}\n{_RULE}\n\n{item.text}\n" for item in items]
    return "\n".join([f"{title}\n", *blocks]).encode()


def _md(title: str, items: Sequence[_Item]) -> bytes:
    """Each text in a fence, so that it is copied as it is to be published."""
    blocks = []
    for item in items:
        text = item.text
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text)), 3)
        blocks.append(f"## {item.heading}\n\n{fence}\n{text}\n{fence}\n")
    return "\n".join([f"# {' '.join(title.split())}\n", *blocks]).encode()


def _html(title: str, items: Sequence[_Item]) -> bytes:
    """Every text is escaped, so that a post can bring no markup of its own into the page."""
    blocks = []
    for item in items:
        head = item.post.subject or item.post.title
        parts = "\n".join(f"<pre>{escape(part)}</pre>" for part in item.post.parts)
        named = f"<h3>{escape(head)}</h3>\n" if head else ""
        lang = escape(item.post.language, quote=True)
        blocks.append(f'<section lang="{lang}">\n<h2>{escape(item.heading)}</h2>\n{named}{parts}\n</section>')
    style = "body{font-family:sans-serif;max-width:42rem;margin:2rem auto}pre{white-space:pre-wrap;font:inherit}"
    page = (
        f'<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
    )
    return (page + "\n".join(blocks) + "\n</body>\n</html>\n").encode()


def _csv(_title: str, items: Sequence[_Item]) -> bytes:
    """With a byte order mark: spreadsheets take Korean for something else without."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["platform", "language", "status", "title", "subject", "text", "hashtags", "link", "writer"])
    for item in items:
        post = item.post
        cells = [
            post.platform,
            post.language,
            item.form["status"],
            post.title or "",
            post.subject or "",
            BETWEEN_PARTS.join(post.parts),
            " ".join(post.hashtags),
            post.link or "",
            post.writer,
        ]
        writer.writerow([_harmless(cell) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _zip(title: str, items: Sequence[_Item]) -> bytes:
    """A folder a language where there are several; what is not ready stands apart."""
    languages = {item.post.language for item in items}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in items:
            folder = "" if item.is_ready else "not-ready/"
            folder += f"{item.post.language}/" if len(languages) > 1 else ""
            for name, text in post_files(item.post, get_platform(item.post.platform)).items():
                archive.writestr(zipfile.ZipInfo(folder + name, _MOMENT), text, zipfile.ZIP_DEFLATED)
        everything = to_json({"title": title, "posts": [item.form for item in items]}, indent=1)
        archive.writestr(zipfile.ZipInfo("posts.json", _MOMENT), everything, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _json(conversion: forms.Json, items: Sequence[_Item]) -> bytes:
    return to_json({**conversion, "posts": [item.form for item in items]}, indent=1)


_WRITERS: Final[dict[ExportFormat, Callable[[str, Sequence[_Item]], bytes]]] = {
    "txt": _txt,
    "md": _md,
    "html": _html,
    "csv": _csv,
    "zip": _zip,
}
