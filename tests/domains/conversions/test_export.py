"""Exports, against files that a person has looked at. Set NEWSFORGE_WRITE_GOLDEN=1 to write them anew."""

import csv
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from newsforge.domains.conversions.errors import NothingToExport
from newsforge.domains.conversions.exporting import export
from tests.support.news import EN, KO

GOLDEN = Path(__file__).parent / "golden"
PLATFORMS = ["x", "newsletter", "markdown", "feed", "sms"]
STEADY = "2026-11-26T09:00:00+00:00"


async def converted(bench, client, source):
    made = await client.post("/conversions", json={"source": {"text": source}, "platforms": PLATFORMS})
    await bench.work_off()
    return (await client.get(f"/conversions/{made.json()['id']}")).json()


def steady(conversion):
    """Without what differs from run to run."""
    form = {**conversion, "created_at": STEADY, "id": "1", "version": 1, "article": None, "usage": None}
    form |= {"started_at": STEADY, "finished_at": STEADY, "created_by": "1"}
    form["posts"] = [
        {**post, "id": str(n), "conversion_id": "1", "attempts": [], "receipts": []}
        for n, post in enumerate(conversion["posts"])
    ]
    return form


@pytest.mark.parametrize(("language", "source"), [("ko", KO), ("en", EN)])
async def test_exports_are_as_the_golden_files(bench, client, language, source):
    form = steady(await converted(bench, client, source))
    for kind in ("txt", "md", "html", "json", "csv"):
        exported = export(form, kind)
        path = GOLDEN / f"{language}.{kind}"
        if os.environ.get("NEWSFORGE_WRITE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(exported.data)
        assert exported.data == path.read_bytes(), path.name
    archive = zipfile.ZipFile(io.BytesIO(export(form, "zip").data))
    assert sorted(archive.namelist()) == sorted(
        ["x.txt", "newsletter.txt", "newsletter.html", "markdown.md", "feed.txt", "feed.html", "feed.json",
         "feed.xml", "sms.txt", "posts.json"]
    )  # fmt: skip
    assert export(form, "zip").data == export(form, "zip").data


async def test_over_http_with_a_name_in_utf_8(bench, client):
    conversion = await converted(bench, client, KO)
    for kind, media in {"txt": "text/plain", "zip": "application/zip", "csv": "text/csv"}.items():
        answer = await client.get(f"/conversions/{conversion['id']}/export", params={"format": kind})
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(media)
        disposition = answer.headers["content-disposition"]
        assert disposition.startswith("attachment; filename=")
        assert "filename*=UTF-8''20" in disposition
        assert "%ED%95%9C%EB%B9%9B%EC%8B%9C" in disposition
        assert disposition.isascii()
    assert (await client.get(f"/conversions/{conversion['id']}/export?format=exe")).status_code == 422
    none = await client.get(f"/conversions/{conversion['id']}/export?format=txt&only=approved")
    assert (none.status_code, none.json()["code"]) == (409, "nothing_to_export")
    post = conversion["posts"][0]
    await client.post(f"/posts/{post['id']}/approve", headers={"If-Match": "*"})
    one = await client.get(f"/conversions/{conversion['id']}/export?format=json&only=approved")
    assert [one["platform"] for one in one.json()["posts"]] == ["x"]


def a_post(text, **more):
    post = {
        "platform": "x", "language": "en", "writer": "embedded", "status": "clean", "link": None, "disclosure": None,
        "fields": {"title": None, "subject": None, "preheader": None, "html": None}, "hashtags": [],
        "parts": [{"text": text, "measure": []}],
    }  # fmt: skip
    return post | more


def of(*posts, title="T"):
    return {"title": title, "created_at": STEADY, "posts": list(posts)}


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", '=HYPERLINK("http://x")']
)
def test_no_cell_is_a_formula(cell):
    data = export(of(a_post(cell, link=cell)), "csv").data
    assert data.startswith(b"\xef\xbb\xbf")
    [_, row] = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert not [one for one in row if one.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))]
    assert row[5] == f"'{cell}"


def test_a_page_shows_markup_and_runs_none():
    attack = "<script>alert(1)</script>"
    page = export(of(a_post(attack, language='"><b>'), title=attack), "html").data.decode()
    assert attack not in page
    assert "<b>" not in page


def test_a_fence_cannot_be_left():
    text = export(of(a_post("````\n# out")), "md").data.decode()
    assert "\n`````\n" in text


@pytest.mark.parametrize("title", ["../../etc/passwd", 'a"; x=y', "a\r\nSet-Cookie: x", "", "한" * 500, "..", "CON"])
def test_names_are_safe(title):
    exported = export(of(a_post("x"), title=title), "txt")
    assert exported.name.startswith("2026-11-26")
    assert exported.name.endswith(".txt")
    assert len(exported.name) < 100
    assert not set('/\\"\r\n;') & set(exported.name)
    assert not set("\r\n") & set(exported.disposition)


def test_what_is_not_ready_is_marked_or_apart():
    form = of(a_post("good"), a_post("bad", platform="telegram", status="unsupported"))
    assert "Telegram (en) [unsupported]" in export(form, "txt").data.decode()
    names = zipfile.ZipFile(io.BytesIO(export(form, "zip").data)).namelist()
    assert names == ["x.txt", "not-ready/telegram.txt", "posts.json"]
    assert len(json.loads(export(form, "json").data)["posts"]) == 2


@pytest.mark.parametrize(
    ("language", "mark", "why"),
    [
        ("ko", "[원문에 없음]", "gemini:n이 3.0초 안에 답하지 않았습니다."),
        ("ja", "[原文になし]", "gemini:nが3.0秒以内に応答しませんでした。"),
        ("en", "[unsupported]", "gemini:n did not answer within 3.0 s."),
    ],
)
def test_what_we_say_in_a_file_is_said_in_the_reader_s_language(language, mark, why):
    reason = "gemini:n did not answer within 3.0 s."
    bad = a_post("The post has no text.", status="unsupported", attempts=[{"writer": "gemini:n", "reason": reason}])
    form = of(bad) | {"notices": [{"message": reason}]}
    for kind in ("txt", "md", "html"):
        text = export(form, kind, language=language).data.decode()
        assert f"(en) {mark}" in text
        assert "The post has no text." in text, "a post is nobody's to change"
    document = json.loads(export(form, "json", language=language).data)
    assert (document["notices"], document["posts"][0]["attempts"][0]["reason"]) == ([{"message": why}], why)
    assert document["posts"][0]["status"] == "unsupported"
    archive = zipfile.ZipFile(io.BytesIO(export(form, "zip", language=language).data))
    assert json.loads(archive.read("posts.json"))["posts"][0]["attempts"][0]["reason"] == why
    assert export(form, "csv", language=language) == export(form, "csv"), "a table is read by programs"


async def test_a_file_comes_in_the_language_that_is_asked_for(bench, client):
    conversion = await converted(bench, client, KO)
    address = f"/conversions/{conversion['id']}/export?format=json"
    whys = {
        language: (await client.get(address, headers={"Accept-Language": language})).json()["posts"][0]["why"]
        for language in ("ko", "ja", "en")
    }
    assert whys == {"ko": "내장 작성기가 썼습니다.", "ja": "内蔵ライターが書きました。", "en": "embedded wrote it."}


def test_nothing_is_no_file():
    with pytest.raises(NothingToExport):
        export(of(a_post("x", writer=None)), "txt")
