"""How much a hostile server can make a fetch take: bytes, memory, time."""

from __future__ import annotations

import asyncio
import gzip
import time
import tracemalloc
import zlib

import pytest

from newsforge.kit.fetch import Incomplete, Limits, TimedOut, TooLarge, UnsupportedEncoding
from tests.kit.local_sites import PAGE, get, redirect, response, running


@pytest.fixture
async def site():
    async with running() as running_site:
        yield running_site


# Size

SMALL = Limits(wire_bytes=100_000, decoded_bytes=300_000, document_bytes=200_000, total_s=5)


async def test_a_page_of_fifty_megabytes_is_refused_by_its_announced_length(site):
    async def announce(writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 50000000\r\n\r\n" + PAGE)
        await asyncio.sleep(30)

    site.answers["/"] = announce
    started = time.monotonic()
    with pytest.raises(TooLarge, match="5 MB"):
        await get(site)
    assert time.monotonic() - started < 2


async def test_a_page_without_a_length_is_counted(site):
    sent = 0

    async def pour(writer):
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        while sent < 50_000_000:
            writer.write(b"<p>news</p>" * 1000)
            sent += 11_000
            await writer.drain()

    site.answers["/"] = pour
    with pytest.raises(TooLarge):
        await get(site)
    assert sent < 20_000_000


async def test_a_page_may_grow_when_unpacked_but_not_beyond_its_limit(site):
    body = b"<html>" + b"a" * 299_000
    site.answers["/fits"] = response(gzip.compress(body), "Content-Encoding: gzip")
    site.answers["/bursts"] = response(gzip.compress(body + b"b" * 2000), "Content-Encoding: gzip")
    assert (await get(site, "/fits", limits=SMALL)).data == body
    with pytest.raises(TooLarge):
        await get(site, "/bursts", limits=SMALL)


async def test_a_document_may_be_larger_than_a_page(site):
    site.answers["/a.pdf"] = response(b"%PDF-1.7" + b"a" * 150_000, kind="application/pdf")
    site.answers["/b.pdf"] = response(b"%PDF-1.7" + b"a" * 250_000, kind="application/pdf")
    assert len((await get(site, "/a.pdf", limits=SMALL)).data) > 150_000
    with pytest.raises(TooLarge):
        await get(site, "/b.pdf", limits=SMALL)


def bomb(megabytes: int) -> bytes:
    """Gzip whose deflate blocks are one and the same compressed megabyte of zeros, again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + block * megabytes + b"\x03\x00" + bytes(8)


async def test_a_bomb_of_half_a_gigabyte_takes_no_memory(site):
    packed = bomb(512)
    assert len(packed) < 1_000_000
    site.answers["/"] = response(packed, "Content-Encoding: gzip")
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge, match="10 MB"):
            await get(site)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 30_000_000


async def test_a_bomb_in_many_members_is_one_all_the_same(site):
    site.answers["/"] = response(gzip.compress(bytes(1_000_000)) * 40, "Content-Encoding: gzip")
    with pytest.raises(TooLarge):
        await get(site)


@pytest.mark.parametrize("pad", [b"", bytes(512)])
async def test_gzip_in_several_members_and_padding_is_read_whole(site, pad):
    site.answers["/"] = response(gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:]) + pad, "Content-Encoding: gzip")
    assert (await get(site)).data == PAGE


async def test_gzip_in_single_bytes_is_read_whole(site):
    packed = gzip.compress(PAGE * 50)

    async def drop_by_drop(writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n")
        writer.write(b"Transfer-Encoding: chunked\r\n\r\n")
        for byte in packed:
            writer.write(b"1\r\n" + bytes([byte]) + b"\r\n")
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    site.answers["/"] = drop_by_drop
    assert (await get(site)).data == PAGE * 50


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(PAGE * 9)[:-20], b"not gzip at all", gzip.compress(PAGE)[:5]],
    # gzip writes the time into its bytes, and tests have to be named alike in every process.
    ids=["cut", "other", "head"],
)
async def test_half_a_page_is_no_page(site, packed):
    site.answers["/"] = response(packed, "Content-Encoding: gzip")
    with pytest.raises(Incomplete):
        await get(site)


@pytest.mark.parametrize("encoding", ["br", "deflate", "zstd", "gzip, gzip", "gzip, br", "gzip,gzip,gzip", "compress"])
async def test_other_and_stacked_encodings_are_refused(site, encoding):
    site.answers["/"] = response(gzip.compress(PAGE), f"Content-Encoding: {encoding}")
    with pytest.raises(UnsupportedEncoding):
        await get(site)


@pytest.mark.parametrize("encoding", ["identity", "", " GZIP ", "x-gzip", "gzip, identity"])
async def test_plain_encodings_are_read(site, encoding):
    is_packed = "gzip" in encoding.lower()
    site.answers["/"] = response(gzip.compress(PAGE) if is_packed else PAGE, f"Content-Encoding: {encoding}")
    assert (await get(site)).data == PAGE


# Time


async def test_a_drip_that_keeps_the_line_warm_ends_at_the_deadline(site):
    async def drip(writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n")
        while True:
            writer.write(b"<")
            await writer.drain()
            await asyncio.sleep(0.05)

    site.answers["/"] = drip
    await ends_in_time(site)


async def test_a_server_that_never_answers_ends_at_the_deadline(site):
    async def sulk(writer):
        await asyncio.sleep(30)

    site.answers["/"] = sulk
    await ends_in_time(site)


async def test_endless_preliminary_answers_end_at_the_deadline(site):
    async def hint(writer):
        while True:
            writer.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
            await writer.drain()
            await asyncio.sleep(0.01)

    site.answers["/"] = hint
    await ends_in_time(site)


async def test_redirects_share_one_deadline(site):
    async def dawdle(writer):
        await asyncio.sleep(0.3)
        writer.write(redirect("/"))
        await writer.drain()

    site.answers["/"] = dawdle
    await ends_in_time(site)


async def ends_in_time(site):
    started = time.monotonic()
    with pytest.raises(TimedOut, match=r"0\.5 seconds"):
        await get(site, limits=Limits(total_s=0.5))
    assert time.monotonic() - started < 1.5
