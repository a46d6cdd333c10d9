"""Whatever it is given, the reader gives an article or says in one sentence why there is none."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsforge.adapters.readers import apart
from newsforge.adapters.readers.apart import extract_apart
from newsforge.adapters.readers.docx import read_docx
from newsforge.adapters.readers.errors import DamagedDocument, DocumentTooLarge
from newsforge.adapters.readers.hwp import read_hwp
from newsforge.adapters.readers.pdf import read_pdf
from newsforge.adapters.readers.source import MAX_FILE_BYTES, SourceReader
from newsforge.engine.article import Article
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.media import sniff
from newsforge.pipeline.ports import Source
from tests.adapters.readers.documents import BODY, PARAGRAPHS, TITLE, docx, encrypted_pdf, hwp, hwpx, ole, pdf, zipped
from tests.kit.local_sites import policy_for, redirect, response, running

PAGE = (
    f"<!doctype html><html lang=ko><head><title>{TITLE}</title><meta charset=utf-8>"
    f'<meta property="og:type" content="article"></head><body><article><h1>{TITLE}</h1>'
    + "".join(f"<p>{text}</p>" for text in PARAGRAPHS * 2)
    + "</article></body></html>"
).encode()
SAVED = f"{TITLE}\n\n{BODY}\n"


def read(kind: str, data: bytes, name: str = "") -> Article:
    return asyncio.run(SourceReader().read(Source(kind=kind, name=name, data=data)))


def refusal(kind: str, data: bytes, name: str = "") -> NewsforgeError:
    with pytest.raises(NewsforgeError) as caught:
        read(kind, data, name)
    assert caught.value.message.endswith((".", "?"))
    assert caught.value.remedy.endswith((".", "?"))
    return caught.value


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (SAVED.encode(), "a.txt"),
        (SAVED.encode("utf-8-sig"), "a.txt"),
        (SAVED.encode("cp949"), "a.txt"),
        (SAVED.encode("utf-16"), "a.txt"),
        (SAVED.encode("utf-16-be"), "a.txt"),
        (SAVED.replace("\n", "\r\n").encode(), "-"),
        (SAVED.encode(), "misnamed.pdf"),
        (f"# {TITLE}\n\n{BODY}".encode(), "a.md"),
        (f"# {TITLE}\n\n{BODY}".encode(), "-"),
        (f"---\ntitle: {TITLE}\n---\n{BODY}".encode(), "-"),
        (PAGE, "a.html"),
        (PAGE, "-"),
        (PAGE, "misnamed.txt"),
        (pdf([[TITLE, "", *PARAGRAPHS]]), "a.pdf"),
        (pdf([[TITLE, "", *PARAGRAPHS]]), "-"),
        (docx(PARAGRAPHS, title=TITLE), "a.docx"),
        (docx(PARAGRAPHS, title=TITLE), "misnamed.hwp"),
        (hwpx([TITLE, *PARAGRAPHS]), "a.hwpx"),
        (hwp([TITLE, *PARAGRAPHS]), "a.hwp"),
        (hwp([TITLE, *PARAGRAPHS]), "misnamed.doc"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_every_format_gives_the_same_article(data, name):
    article = read("file", data, name)
    assert article.title == TITLE
    assert all(text in article.text for text in PARAGRAPHS)
    assert article.language == "ko"
    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)


def test_japanese_in_its_old_encoding_is_read():
    text = "市、自転車を追加へ\n\n市は20日、公共自転車を1200台増やすと発表した。来年3月までに48か所を新設する。\n市民の声を反映したという。\n"
    assert read("file", text.encode("cp932"), "a.txt").text.startswith("市は20日、公共自転車")


def test_pasted_text_is_read():
    assert read("text", SAVED.encode()).title == TITLE
    assert asyncio.run(SourceReader().read(Source(kind="text", name=SAVED))).title == TITLE


@pytest.mark.parametrize(
    ("kind", "data", "name", "code"),
    [
        ("file", b"", "a.txt", "empty_source"),
        ("file", b" \n\x00"[:2], "-", "empty_source"),
        ("file", "제목 한 줄".encode(), "a.txt", "too_short"),
        ("text", b"https://news.example/1", "", "bad_url"),
        ("url", b"", "news.example", "bad_url"),
        ("url", b"", "", "bad_url"),
        ("url", b"", "/etc/passwd", "bad_url"),
        ("url", b"", "http://127.0.0.1/", "private_address"),
        ("file", b"\x89PNG\r\n\x1a\n" + bytes(100), "a.png", "unknown_format"),
        ("file", b"\x7fELF" + bytes(range(256)) * 9, "a", "unknown_format"),
        ("file", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9, "a.jpg", "unknown_format"),
        ("file", zipped({"a.txt": b"a"}), "a.zip", "unknown_format"),
        ("file", rb"{\rtf1\ansi A first sentence of it. And a second one of it.\par}", "a.doc", "unknown_format"),
        ("file", zipped({"xl/workbook.xml": b"<a/>"}), "a.xlsx", "unknown_format"),
        ("file", ole({"WordDocument": b"a" * 5000}), "a.doc", "unknown_format"),
        ("file", ole({"EncryptionInfo": b"a", "EncryptedPackage": b"a" * 5000}), "a.docx", "password_protected"),
        ("file", hwp(PARAGRAPHS, is_encrypted=True), "a.hwp", "password_protected"),
        ("file", b"PK\x03\x04" + bytes(100), "a.docx", "damaged_document"),
        ("file", b"%PDF-1.7\n" + b"x" * 100, "a.pdf", "damaged_document"),
        ("file", pdf([[""]]), "a.pdf", "scanned_document"),
        ("file", zipped({"word/document.xml": bytes(60_000_000)}), "a.docx", "document_too_large"),
        ("nonsense", b"a", "a", "unknown_format"),
    ],
)
def test_what_is_no_article_is_refused_in_words(kind, data, name, code):
    assert refusal(kind, data, name).code == code


def test_an_encrypted_pdf_is_refused_in_words():
    assert refusal("file", encrypted_pdf(pdf([PARAGRAPHS]), "secret"), "a.pdf").code == "password_protected"


def test_a_file_beyond_the_limit_is_refused():
    assert "21 MB" in refusal("file", b"a" * (MAX_FILE_BYTES + 1_000_000), "a.txt").message


def test_no_path_is_ever_opened(tmp_path):
    """The name of an upload is a stranger's."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SAVED)
    assert refusal("file", b"", str(secret)).code == "empty_source"


# From the web


async def fetched(site, path="/1"):
    reader = SourceReader(policy=policy_for(site))
    return await reader.read(Source(kind="url", name=f"http://news.example:{site.port}{path}"))


async def test_a_page_is_fetched_and_read():
    async with running() as site:
        site.answers["/1"] = redirect("/news/1")
        site.answers["/news/1"] = response(PAGE)
        article = await fetched(site)
    assert article.title == TITLE
    assert article.url == f"http://news.example:{site.port}/news/1"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (SAVED.encode("cp949"), "text/plain; charset=euc-kr"),
        (f"# {TITLE}\n\n{BODY}".encode(), "text/markdown"),
        (hwpx([TITLE, *PARAGRAPHS]), "application/octet-stream"),
        (PAGE.decode().replace("utf-8", "euc-kr").encode("cp949"), "text/html"),
    ],
    ids=["text", "markdown", "hwpx", "html"],
)
async def test_other_kinds_are_fetched_and_read(body, kind):
    async with running() as site:
        site.answers["/1"] = response(body, kind=kind)
        article = await fetched(site)
    assert article.title == TITLE
    assert article.url == f"http://news.example:{site.port}/1"


# Parsers apart


async def test_a_parser_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "_MODULE", "tests.adapters.readers.endless")
    monkeypatch.setattr(apart, "_environment", lambda: {"PYTHONPATH": str(Path.cwd())})
    started = time.monotonic()
    with pytest.raises(DocumentTooLarge, match="too long"):
        await extract_apart("pdf", b"spin", timeout_s=1)
    assert time.monotonic() - started < 4


@pytest.mark.parametrize("after_s", [0.0, 0.003, 0.5])
async def test_a_reading_that_is_called_off_ends_at_once_and_leaves_no_process(monkeypatch, after_s):
    monkeypatch.setattr(apart, "_MODULE", "tests.adapters.readers.endless")
    monkeypatch.setattr(apart, "_environment", lambda: {"PYTHONPATH": str(Path.cwd())})
    reading = asyncio.create_task(extract_apart("pdf", b"spin", timeout_s=60))
    await asyncio.sleep(after_s)
    reading.cancel()
    started = time.monotonic()
    with pytest.raises(asyncio.CancelledError):
        await reading
    while _children_running("adapters.readers.endless"):
        assert time.monotonic() - started < 20
        await asyncio.sleep(0.02)


def _children_running(module):
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            of = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            if int(of) == os.getpid() and module in (folder / "cmdline").read_text():
                found.append(folder.name)
    return found


async def test_a_parser_that_breaks_down_is_no_harm(monkeypatch):
    monkeypatch.setattr(apart, "_MODULE", "tests.adapters.readers.endless")
    monkeypatch.setattr(apart, "_environment", lambda: {"PYTHONPATH": str(Path.cwd())})
    for order in (b"die", b"babble", b""):
        with pytest.raises(DamagedDocument):
            await extract_apart("pdf", order, timeout_s=20)


async def test_a_parser_gets_no_more_memory_than_its_share():
    with pytest.raises((DocumentTooLarge, DamagedDocument)):
        await extract_apart("pdf", pdf([PARAGRAPHS]), memory_bytes=10_000_000)


def test_a_parser_sees_no_secret(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    assert "sk-secret" not in str(apart._environment())


# Whatever the bytes

SEEDS = {
    "pdf": (read_pdf, pdf([[TITLE, *PARAGRAPHS]])),
    "docx": (read_docx, docx(PARAGRAPHS, title=TITLE)),
    "hwp": (read_hwp, hwp([TITLE, *PARAGRAPHS])),
    "hwpx": (read_hwp, hwpx([TITLE, *PARAGRAPHS])),
}
PLENTY = settings(max_examples=60, deadline=5000, suppress_health_check=[HealthCheck.too_slow])


def unless_refused(attempt: Callable[[], object]):
    try:
        return attempt()
    except NewsforgeError:
        return None


@pytest.mark.parametrize("kind", SEEDS)
@PLENTY
@given(spoilt=st.data())
def test_spoilt_documents_raise_nothing_but_words(kind, spoilt):
    parse, good = SEEDS[kind]
    data = bytearray(good)
    for _ in range(spoilt.draw(st.integers(1, 6))):
        at = spoilt.draw(st.integers(0, len(data) - 1))
        data[at : at + spoilt.draw(st.integers(1, 8))] = spoilt.draw(st.binary(min_size=0, max_size=8))
    unless_refused(lambda: parse(bytes(data)))


@PLENTY
@given(data=st.binary(max_size=4000), name=st.sampled_from(["a.txt", "a.md", "a.html", "-", ""]))
def test_any_bytes_give_an_article_or_words(data, name):
    if sniff(data) in {"pdf", "zip", "ole"}:
        return
    article = unless_refused(lambda: read("file", data, name))
    assert article is None or all(article.text[s.start : s.end] == s.text for s in article.sentences)


@PLENTY
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=3000))
def test_any_text_gives_an_article_or_words(text):
    for kind, name in (("text", ""), ("file", "a.md")):
        article = unless_refused(lambda kind=kind, name=name: read(kind, text.encode(), name))
        assert article is None or all(article.text[s.start : s.end] == s.text for s in article.sentences)


@given(data=st.binary(max_size=5000))
def test_sniffing_never_fails(data):
    assert sniff(data) in {"html", "text", "pdf", "zip", "ole", "binary", "empty"}
