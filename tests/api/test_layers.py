"""The layers of the door, each around a small application of its own."""

import asyncio
import io
import json
from contextlib import asynccontextmanager

import httpx2
import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st

from newsforge.api.access_log import AccessLog
from newsforge.api.addresses import ClientAddresses
from newsforge.api.asgi import respond
from newsforge.api.bounds import BodyBounds, Door, Shedding
from newsforge.api.cors import Cors
from newsforge.api.entry import Entry, trace_id_of
from newsforge.api.protocol import MAX_HEAD_BYTES, MAX_HEADERS, PatientProtocol
from newsforge.kit.http.seats import Seats


async def echo(scope, receive, send):
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    await respond(send, 200, [(b"content-type", b"application/octet-stream")], body)


def client(app, **options):
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app, **options), base_url="http://test")


async def test_a_body_that_says_it_is_too_large_is_refused_unread():
    app = Entry(BodyBounds(echo, max_bytes=1000, max_upload_bytes=5000, uploads=("/files",)), is_secure=False)
    async with client(app) as http:
        assert (await http.post("/", content=b"x" * 1000)).status_code == 200
        refused = await http.post("/", content=b"x" * 1001)
        assert refused.status_code == 413
        assert refused.json()["code"] == "body_too_large"
        assert refused.json()["trace_id"] == refused.headers["x-trace-id"]
        assert (await http.post("/files", content=b"x" * 5000)).status_code == 200
        assert (await http.post("/files", content=b"x" * 5001)).status_code == 413


async def test_a_body_without_a_length_is_cut_when_it_grows_too_large():
    taken = 0

    async def endless():
        nonlocal taken
        while True:
            taken += 1
            yield b"x" * 100

    app = Entry(BodyBounds(echo, max_bytes=1000, max_upload_bytes=1000), is_secure=False)
    async with client(app) as http:
        assert (await http.post("/", content=endless())).status_code == 413
    assert taken < 20


async def test_a_body_that_drips_is_ended():
    async def dripping():
        for _ in range(100):
            yield b"x"
            await asyncio.sleep(0.05)

    app = Entry(BodyBounds(echo, max_bytes=1000, max_upload_bytes=1000, timeout_s=0.2), is_secure=False)
    async with client(app) as http:
        slow = await http.post("/", content=dripping())
    assert slow.status_code == 408
    assert slow.json()["code"] == "body_too_slow"


async def test_more_requests_than_can_be_worked_on_are_asked_to_come_again():
    release = asyncio.Event()

    async def waiting(scope, receive, send):
        await release.wait()
        await respond(send, 200, [])

    app = Entry(Shedding(waiting, max_in_flight=2), is_secure=False)
    async with client(app) as http:
        working = [asyncio.create_task(http.get("/x")) for _ in range(2)]
        await asyncio.sleep(0.01)
        shed = await http.get("/x")
        assert shed.status_code == 503
        assert int(shed.headers["retry-after"]) >= 1
        spared = asyncio.create_task(http.get("/api/v1/health"))
        await asyncio.sleep(0.01)
        release.set()
        assert [r.status_code for r in await asyncio.gather(*working, spared)] == [200] * 3
        assert (await http.get("/x")).status_code == 200


async def test_a_body_that_drips_takes_no_seat_and_who_finds_none_is_told_when_to_come_again():
    gate = asyncio.Event()

    async def slow(scope, receive, send):
        while scope["method"] == "POST" and (await receive()).get("more_body"):
            pass
        await gate.wait()
        await respond(send, 200, [], b"done")

    async def dripping():
        yield b"x"
        await gate.wait()

    app = Entry(Door(slow, seats=Seats(2, patience_s=0.1, max_waiting=10), max_in_flight=100), is_secure=False)
    async with client(app) as http:
        drips = [asyncio.create_task(http.post("/", content=dripping())) for _ in range(5)]
        await asyncio.sleep(0.01)
        sitting = [asyncio.create_task(http.get("/")), asyncio.create_task(http.post("/", content=b"x"))]
        await asyncio.sleep(0.01)
        refused = await http.post("/", content=b"x")
        assert refused.status_code == 503
        assert refused.json()["code"] == "overloaded"
        assert int(refused.headers["retry-after"]) >= 1
        gate.set()
        assert {(await one).status_code for one in sitting} == {200}
        assert (await http.get("/")).status_code == 200
        for drip in drips:
            drip.cancel()
        await asyncio.gather(*drips, return_exceptions=True)


@pytest.mark.parametrize("kind", ["read", "body that drips"])
async def test_a_workspace_that_sends_more_than_there_is_room_for_keeps_no_other_one_out(kind):
    gate, room = asyncio.Event(), 12

    async def slow(scope, receive, send):
        while scope["method"] == "POST" and (await receive()).get("more_body"):
            pass
        if scope["path"] == "/many":
            await gate.wait()
        await respond(send, 200, [], b"done")

    async def dripping():
        yield b"x"
        await gate.wait()

    door = Door(slow, seats=Seats(room, patience_s=5, max_waiting=room), max_in_flight=room)

    async def known(scope, receive, send):
        scope["state"]["client_address"] = scope["path"]  # a party of its own
        await door(scope, receive, send)

    async with client(Entry(known, is_secure=False)) as http:
        sent = [
            asyncio.create_task(http.get("/many") if kind == "read" else http.post("/many", content=dripping()))
            for _ in range(room * 2)
        ]
        await asyncio.sleep(0.05)
        refused = [await one for one in sent if one.done()]
        assert {answer.json()["code"] for answer in refused} == {"overloaded"}
        assert len(sent) - len(refused) == room // 2
        for path in ("/one", "/two", "/three"):
            assert (await http.get(path)).status_code == 200
        gate.set()
        assert [(await one).status_code for one in sent].count(200) == room // 2
        assert (await http.get("/many")).status_code == 200


async def test_every_answer_has_the_security_headers_also_that_of_a_defect():
    async def broken(scope, receive, send):
        raise RuntimeError("planted-secret")

    async with client(Entry(broken, is_secure=True), raise_app_exceptions=False) as http:
        answer = await http.get("/")
    assert answer.status_code == 500
    assert "planted-secret" not in answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "max-age" in answer.headers["strict-transport-security"]


def test_the_callers_trace_goes_on_and_nonsense_does_not():
    good = b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    assert trace_id_of([(b"traceparent", good)]) == "4bf92f3577b34da6a3ce929d0e0e4736"
    for bad in (b"", b"00-" + b"0" * 32 + b"-1-1", b"00-XYZ-1-1", b"\xff\xff", b"00-" + b"G" * 32 + b"-1-1"):
        made = trace_id_of([(b"traceparent", bad)])
        assert len(made) == 32
        assert int(made, 16)


async def test_only_origins_of_the_list_get_leave():
    app = Entry(Cors(echo, origins=("https://app.example.com",)), is_secure=False)
    async with client(app) as http:
        ask = {"Access-Control-Request-Method": "POST", "Origin": "https://app.example.com"}
        preflight = await http.options("/", headers=ask)
        assert preflight.status_code == 204
        assert preflight.headers["access-control-allow-origin"] == "https://app.example.com"
        assert "If-Match" in preflight.headers["access-control-allow-headers"]
        for stranger in ("https://evil.example", "https://app.example.com.evil.example", "null"):
            answer = await http.post("/", headers={"Origin": stranger})
            assert "access-control-allow-origin" not in answer.headers
            assert answer.headers["vary"] == "Origin"


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # nobody trusts that peer
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),  # the left part is the client's own claim
        ("10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "nonsense", "unknown"),
        ("10.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
    ],
)
def test_the_address_that_counts_is_the_last_one_nobody_vouches_for(peer, forwarded, expected):
    addresses = ClientAddresses(["10.0.0.0/8"])
    assert addresses.of({"client": (peer, 1), "headers": [(b"x-forwarded-for", forwarded.encode())]}) == expected


@given(st.binary(max_size=200))
def test_no_forwarded_header_breaks_anything(header):
    scope = {"client": ("10.0.0.1", 1), "headers": [(b"x-forwarded-for", header)]}
    assert ClientAddresses(["10.0.0.0/8"]).of(scope)


@pytest.mark.parametrize(("peer", "host"), [("10.1.2.3", b"news.example"), ("8.8.8.8", b"api:8000")])
def test_the_browsers_host_is_believed_only_from_a_trusted_proxy(peer, host):
    headers = [(b"host", b"api:8000"), (b"x-forwarded-host", b"news.example"), (b"accept", b"*/*")]
    scope = {"client": (peer, 1), "headers": headers}
    ClientAddresses(["10.0.0.0/8"]).take_host(scope)
    assert [value for name, value in scope["headers"] if name == b"host"] == [host]
    assert (b"accept", b"*/*") in scope["headers"]


@given(st.text(max_size=400))
def test_every_path_makes_one_valid_line(path):
    async def write():
        stream = io.StringIO()
        log = AccessLog(stream)
        log.write({"method": "GET", "path": path, "state": {"trace_id": "t"}}, 200, 0.001)
        log.flush()
        return stream.getvalue()

    lines = asyncio.run(write())
    assert lines.count("\n") == 1
    assert json.loads(lines)["path"] == path[:300]


@asynccontextmanager
async def _serving(protocol):
    """The echo behind a real uvicorn; its port."""
    config = uvicorn.Config(
        echo,
        port=0,
        http=protocol,
        lifespan="off",
        log_level="warning",
        timeout_keep_alive=30,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await running


@pytest.fixture
async def served():
    """By a server with our protocol, patient for 0.3 s."""

    class Impatient(PatientProtocol):
        headers_timeout_s = 0.3

    async with _serving(Impatient) as port:
        yield port


@pytest.fixture
async def patiently_served():
    async with _serving(PatientProtocol) as port:
        yield port


async def _is_closed(reader, within_s, *, after=False):
    """``after``: an answer may come first."""
    async with asyncio.timeout(within_s):
        try:
            return await reader.read() == b"" or after
        except ConnectionResetError:  # it was still being written to
            return True


@pytest.mark.parametrize("start", [b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-A: "])
async def test_headers_that_never_end_are_hung_up_on(served, start):
    reader, writer = await asyncio.open_connection("127.0.0.1", served)
    writer.write(start)
    dripping = asyncio.create_task(_drip(writer)) if start else None
    assert await _is_closed(reader, within_s=5)
    if dripping:
        dripping.cancel()
    writer.close()


@pytest.mark.parametrize(
    ("start", "more"),
    [
        (b"GET / HTTP/1.1\r\nHost: x\r\n", b"a: b\r\n" * 1000),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX-A: ", b"a" * 6000),
        (b"GET /?", b"a" * 6000),
        (b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\n", b"a: b\r\n" * 1000),
        (b"", b"\r\n" * 3000),
    ],
    ids=["many", "one", "address", "second", "nothing"],
)
async def test_a_head_that_grows_without_end_is_refused_before_it_fills_the_memory(patiently_served, start, more):
    reader, writer = await asyncio.open_connection("127.0.0.1", patiently_served)
    writer.write(start)
    sent = await _pour(writer, more, until=100 * MAX_HEAD_BYTES)
    assert sent < 100 * MAX_HEAD_BYTES
    assert await _is_closed(reader, within_s=5, after=True)
    writer.close()


async def test_what_follows_a_body_may_not_grow_without_end_either(patiently_served):
    reader, writer = await asyncio.open_connection("127.0.0.1", patiently_served)
    writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n")
    assert await _pour(writer, b"a: b\r\n" * 1000, until=100 * MAX_HEAD_BYTES) < 100 * MAX_HEAD_BYTES
    assert await _is_closed(reader, within_s=5)
    writer.close()


async def test_too_many_headers_are_told_so_in_a_problem_document(patiently_served):
    reader, writer = await asyncio.open_connection("127.0.0.1", patiently_served)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n" + b"a: b\r\n" * MAX_HEADERS + b"\r\n")
    head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 431 Request Header Fields Too Large\r\n")
    assert b"application/problem+json" in head
    assert json.loads(body)["code"] == "head_too_large"
    writer.close()


async def test_a_large_body_and_headers_within_the_bounds_pass(patiently_served):
    async with httpx2.AsyncClient() as http:
        headers = {f"x-{n}": "a" * 200 for n in range(MAX_HEADERS - 20)}
        answer = await http.post(
            f"http://127.0.0.1:{patiently_served}/", headers=headers, content=b"x" * 20 * MAX_HEAD_BYTES
        )
    assert len(answer.content) == 20 * MAX_HEAD_BYTES


async def _pour(writer, piece, *, until):
    """How much went in before the other side hung up."""
    sent = 0
    try:
        while sent < until:
            writer.write(piece)
            await writer.drain()
            sent += len(piece)
            await asyncio.sleep(0)
    except ConnectionError:
        pass
    return sent


async def test_a_second_request_on_a_kept_connection_may_not_drip_either(served):
    reader, writer = await asyncio.open_connection("127.0.0.1", served)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200")
    await asyncio.sleep(0.5)  # idle longer than headers may take: still open
    writer.write(b"GET / HTTP/1.1\r\nX: ")
    dripping = asyncio.create_task(_drip(writer))
    assert await _is_closed(reader, within_s=5)
    dripping.cancel()
    writer.close()


async def test_a_slow_answer_and_a_slow_body_are_not_the_headers_business(served):
    reader, writer = await asyncio.open_connection("127.0.0.1", served)
    writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n")
    await asyncio.sleep(0.5)
    writer.write(b"ok")
    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200")
    writer.close()


async def _drip(writer):
    while True:
        await asyncio.sleep(0.05)
        writer.write(b"x")
        await writer.drain()
