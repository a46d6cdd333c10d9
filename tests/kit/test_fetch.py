"""What a fetch does with servers that are honest or broken; all of them real, on loopback."""

from __future__ import annotations

import time

import pytest

from newsforge import __version__
from newsforge.kit.fetch import (
    BadUrl,
    FetchFailed,
    HttpStatus,
    Incomplete,
    NotFound,
    Policy,
    TooManyRedirects,
    Unreachable,
    UnsupportedContentType,
    fetch,
)
from tests.kit.local_sites import PAGE, PUBLIC_HOST, Names, get, names, policy_for, redirect, response, running


@pytest.fixture
async def site():
    async with running() as running_site:
        yield running_site


async def test_a_page_comes_with_what_its_reader_needs(site):
    site.answers["/news/1?a=b"] = response(PAGE, 'ETag: "v1"', "Last-Modified: Fri, 20 Nov 2026 05:03:00 GMT")
    fetched = await get(site, "/news/1?a=b#comments")
    assert fetched.data == PAGE
    assert fetched.url == f"http://news.example:{site.port}/news/1?a=b"
    assert (fetched.content_type, fetched.media_type) == ("text/html; charset=utf-8", "text/html")
    assert (fetched.etag, fetched.last_modified) == ('"v1"', "Fri, 20 Nov 2026 05:03:00 GMT")
    assert "판교" not in repr(fetched)


async def test_the_request_says_who_asks_and_for_which_host(site):
    site.answers["/"] = response(PAGE)
    await get(site)
    request = site.requests[0].lower()
    assert f"host: news.example:{site.port}" in request
    assert f"user-agent: newsforge/{__version__}" in request
    assert "accept-encoding: gzip, identity" in request
    assert "cookie" not in request
    assert "referer" not in request


async def test_an_unchanged_page_is_not_sent_again(site):
    site.answers["/"] = response(b"", status="304 Not Modified")
    fetched = await get(site, etag='"v1"', last_modified="Fri, 20 Nov 2026 05:03:00 GMT")
    assert fetched.is_unchanged
    assert 'if-none-match: "v1"' in site.requests[0].lower()
    assert "if-modified-since: fri, 20 nov 2026 05:03:00 gmt" in site.requests[0].lower()
    with pytest.raises(HttpStatus):
        await get(site)


async def test_redirects_are_followed_three_times(site):
    site.answers["/1"] = redirect("/2")
    site.answers["/2"] = redirect(f"http://www.news.example:{site.port}/3", "301 Moved Permanently")
    site.answers["/3"] = redirect("4?x=%EC%86%8D", "307 Temporary Redirect")
    site.answers["/4?x=%EC%86%8D"] = response(PAGE)
    site.answers["/0"] = redirect("/1")
    resolve = names(news_example=PUBLIC_HOST, www_news_example=PUBLIC_HOST)
    fetched = await fetch(f"http://news.example:{site.port}/1", policy=policy_for(site, resolve=resolve))
    assert fetched.url == f"http://www.news.example:{site.port}/4?x=%EC%86%8D"
    with pytest.raises(TooManyRedirects):
        await fetch(f"http://news.example:{site.port}/0", policy=policy_for(site, resolve=resolve))


async def test_cookies_of_a_redirect_go_back_to_the_site_that_set_them(site):
    site.answers["/"] = response(b"", "Location: /page", "Set-Cookie: seen=1; Path=/", status="302 Found")
    site.answers["/page"] = response(PAGE)
    await get(site)
    assert "cookie: seen=1" in site.requests[1].lower()


@pytest.mark.parametrize(
    ("status", "error", "code"),
    [
        ("404 Not Found", NotFound, "not_found"),
        ("410 Gone", NotFound, "not_found"),
        ("500 Internal Server Error", HttpStatus, "http_status"),
        ("503 Service Unavailable", HttpStatus, "http_status"),
        ("403 Forbidden", HttpStatus, "http_status"),
        ("401 Unauthorized", HttpStatus, "http_status"),
        ("429 Too Many Requests", HttpStatus, "http_status"),
        ("451 Unavailable", HttpStatus, "http_status"),
        ("400 Bad Request", HttpStatus, "http_status"),
        ("302 Found", HttpStatus, "http_status"),
    ],
)
async def test_a_status_is_told_in_words(site, status, error, code):
    site.answers["/"] = response(PAGE, status=status)
    with pytest.raises(error) as caught:
        await get(site)
    assert caught.value.code == code
    assert caught.value.status == int(status[:3])
    assert status[:3] in caught.value.message
    assert caught.value.remedy.endswith(".")


# Broken servers


async def test_endless_headers_end_soon(site):
    async def babble(writer):
        writer.write(b"HTTP/1.1 200 OK\r\n")
        for i in range(1_000_000):
            writer.write(b"X-%d: %s\r\n" % (i, b"a" * 100))
            await writer.drain()

    site.answers["/"] = babble
    started = time.monotonic()
    with pytest.raises(Incomplete):
        await get(site)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"\x16\x03\x01\x00\x00",
        b"HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n",
        b"HTTP/1.1 999999 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
async def test_what_is_not_http_is_said_to_be_so(site, answer):
    async def speak(writer):
        writer.write(answer)
        await writer.drain()

    site.answers["/"] = speak
    with pytest.raises(Incomplete):
        await get(site)


async def test_a_connection_that_breaks_off_gives_no_half_page(site):
    async def break_off(writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n" + PAGE)
        await writer.drain()

    site.answers["/"] = break_off
    with pytest.raises(Incomplete):
        await get(site)


async def test_a_redirect_to_nonsense_is_told(site):
    site.answers["/"] = redirect("http://[::1")
    with pytest.raises(FetchFailed) as caught:
        await get(site)
    assert caught.value.code in {"incomplete", "bad_url"}


async def test_a_closed_port_and_an_unknown_name_are_unreachable(site):
    async with running() as gone:
        pass
    with pytest.raises(Unreachable, match="connection"):
        await get(gone)
    with pytest.raises(Unreachable, match="not known"):
        await fetch("http://nowhere.example/", policy=Policy(resolve=Names({})))


async def test_the_second_address_is_tried_when_the_first_is_dead(site):
    resolve = Names({"news.example": [["127.0.0.3", PUBLIC_HOST]]})
    site.answers["/"] = response(PAGE)
    policy = Policy(allow_networks=("127.0.0.2/31",), ports=frozenset({site.port}), resolve=resolve)
    assert (await fetch(f"http://news.example:{site.port}/", policy=policy)).data == PAGE


# Content types


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html", PAGE),
        ("TEXT/HTML;charset=euc-kr", PAGE),
        ("application/xhtml+xml", PAGE),
        ("text/plain; charset=utf-8", b"plain"),
        ("application/pdf", b"%PDF-1.4"),
        ("application/vnd.hancom.hwpx", b"PK\x03\x04"),
        ("application/haansofthwp", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("application/octet-stream", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("application/octet-stream", b"%PDF-1.4"),
        ("application/xml", b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>"),
        ("", PAGE),
    ],
)
async def test_articles_come_in_these_types(site, kind, body):
    site.answers["/"] = response(body, kind=kind)
    assert (await get(site)).data == body


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("image/png", b"\x89PNG"),
        ("video/mp4", b"\x00\x00"),
        ("application/json", b"{}"),
        ("application/javascript", b"1"),
        ("text/css", b"a{}"),
        ("application/rss+xml", b"<rss/>"),
        ("application/octet-stream", b"\x7fELF\x02\x01\x01\x00\x00"),
        ("application/octet-stream", b"root:x:0:0"),
        ("application/xml", b"<?xml version='1.0'?><rss/>"),
        ("", b"{}"),
        ("nonsense", PAGE),
    ],
)
async def test_other_types_are_refused(site, kind, body):
    site.answers["/"] = response(body, kind=kind)
    with pytest.raises(UnsupportedContentType) as caught:
        await get(site)
    assert caught.value.code == "unsupported_content_type"


async def test_a_bare_name_gets_a_hint():
    with pytest.raises(BadUrl, match=r"Did you mean https://www\.mk\.co\.kr/news/1"):
        await fetch("www.mk.co.kr/news/1?from=x")


async def test_a_name_in_hangul_is_looked_up_in_its_ascii_form(site):
    site.answers["/"] = response(PAGE)
    resolve = Names({"xn--bj0bj06e.kr": [[PUBLIC_HOST]]})
    fetched = await fetch(f"http://한글.kr:{site.port}/", policy=policy_for(site, resolve=resolve))
    assert fetched.data == PAGE
