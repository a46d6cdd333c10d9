"""PDF: text in reading order, without what is printed on every page."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from newsforge.adapters.readers.errors import (
    DamagedDocument,
    DocumentTooLarge,
    PasswordProtected,
    ScannedDocument,
)
from newsforge.adapters.readers.extract import MAX_CHARACTERS, Extract
from newsforge.adapters.readers.font_gaps import without_font_gaps
from newsforge.adapters.readers.linebreaks import join_lines, split_title, with_whole_title
from newsforge.adapters.readers.type_sizes import TypeSizes

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 100
#: Running headers and footers are looked for in so many lines at either edge of a page.
_EDGE = 3
_LONGEST_RUNNING = 80
_PAGE_NUMBER = re.compile(
    r"[^\w.,%]*(?:page|p\.|쪽|페이지)?[^\w.,%]*\d{1,3}(?:\s*(?:/|of|쪽|페이지|중)\s*\d{0,3})?[^\w.,%]*(?:쪽|페이지|page)?[^\w.,%]*",
    re.IGNORECASE,
)
_PRINTED_BY_BROWSER = re.compile(r"(?:file|https?):/\S*\s+\d{1,3}/\d{1,3}$")
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def read_pdf(data: bytes) -> Extract:
    """Raise a :class:`newsforge.adapters.readers.errors.DocumentFailed`. Not bounded in time: call it apart."""
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it quotes the document's bytes
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        _open(reader)
        sizes = TypeSizes()
        pages = _pages(reader, sizes)
        named, author = _properties(reader)
    except (MemoryError, DocumentTooLarge, PasswordProtected):
        raise
    except PyPdfError as error:
        if "limit" in type(error).__name__.lower():
            raise DocumentTooLarge("The PDF unpacks to far more than an article.") from error
        raise DamagedDocument("The PDF is damaged and cannot be read.") from error
    except Exception as error:  # a parser of hostile bytes may fail in any way
        raise DamagedDocument("The PDF is damaged and cannot be read.") from error
    return _extract(pages, sizes, named=named, author=author)


def _extract(pages: list[list[str]], sizes: TypeSizes, *, named: str, author: str) -> Extract:
    if not any(any(line.strip() for line in page) for page in pages):
        raise ScannedDocument("The PDF has no text in it, only pictures of pages.")
    kept, left_out = without_running_lines(pages)
    lines = [line for page in kept for line in page]
    if _is_garbled("".join(lines)):
        raise ScannedDocument("The PDF does not say which characters its letters stand for.")
    # Many reports print their own title at the head of every page.
    titles = [line for line in left_out if line == named.strip()]
    title, below = split_title(lines, sizes.title_lines(pages[0]))
    story = [*title, *join_lines(below)] if title else with_whole_title(join_lines(lines))
    return Extract(
        lines=(*titles, *story),
        named=named,
        author=author,
        left_out=tuple(left_out),
    )


def _open(reader: PdfReader) -> None:
    """Many publishers encrypt with an empty password, only to forbid changes."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise PasswordProtected("The PDF is protected with a password.")


def _pages(reader: PdfReader, sizes: TypeSizes) -> list[list[str]]:
    if len(reader.pages) > MAX_PAGES:
        raise DocumentTooLarge(f"The PDF has {len(reader.pages)} pages; articles have fewer than {MAX_PAGES}.")
    pages: list[list[str]] = []
    length = 0
    for page in reader.pages:
        text = page.extract_text(visitor_text=None if pages else sizes.visit) or ""
        length += len(text)
        if length > MAX_CHARACTERS:
            raise DocumentTooLarge("The PDF has far more text than an article.")
        text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
        pages.append(without_font_gaps(text).split("\n"))
    return pages


def _properties(reader: PdfReader) -> tuple[str, str]:
    """Title and author, each empty when the properties are missing or broken: no reason to lose the text."""
    try:
        properties = reader.metadata
        return (str(properties.title or ""), str(properties.author or "")) if properties else ("", "")
    except Exception:  # noqa: BLE001 see above
        return "", ""


def without_running_lines(pages: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Leaves out, from either edge inwards, page numbers and lines that come again on most pages but for their
    digits; the first other line ends it."""
    seen = Counter(key for page in pages for key in {_key(page[index]) for index in {*_top(page), *_bottom(page)}})
    often = max(2, (len(pages) + 1) // 2)

    def is_running(line: str) -> bool:
        comes_again = len(pages) > 1 and len(line) < _LONGEST_RUNNING and seen[_key(line)] >= often
        return bool(comes_again or _PAGE_NUMBER.fullmatch(line.strip()) or _PRINTED_BY_BROWSER.search(line))

    left_out: dict[str, None] = {}
    kept: list[list[str]] = []
    for page in pages:
        running: set[int] = set()
        for edge in (_top(page), _bottom(page)):
            for index in edge:
                if not is_running(page[index]):
                    break
                running.add(index)
        left_out.update(dict.fromkeys(page[index].strip() for index in sorted(running)))
        kept.append([line for index, line in enumerate(page) if index not in running])
    return kept, list(left_out)


def _top(page: list[str]) -> list[int]:
    return [index for index, line in enumerate(page) if line.strip()][:_EDGE]


def _bottom(page: list[str]) -> list[int]:
    return [index for index, line in reversed(list(enumerate(page))) if line.strip()][:_EDGE]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", line))


def _is_garbled(text: str) -> bool:
    """Fonts without a Unicode table give private-use characters, replacement marks or control characters."""
    seen = re.sub(r"\s", "", text)
    bad = sum(1 for character in seen if unicodedata.category(character) in {"Co", "Cc", "Cn"} or character == "\ufffd")
    return bad > 0.2 * len(seen)
