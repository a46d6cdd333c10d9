"""More, slower and larger than any client that means well."""

import asyncio
import json
import socket
import time

import httpx2
import pytest

from newsforge.api.protocol import HEADERS_TIMEOUT_S
from tests.support.whole_service import await_end, order

CONNECTIONS = 1000
BURST = 550
#: Twice the seats of a process, and more: the line moves.
LEAST_ACCEPTED = 40


@pytest.fixture(scope="module")
def besieged(whole, api):
    """A person at the shared service, who must be served whatever others do."""
    return whole.join(api)


def _head(api, person, path="/conversions", length=100, method="POST"):
    return (
        f"{method} /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1:{api.port}\r\nAuthorization: Bearer {person.token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    ).encode()


def _read_all(wire):
    wire.settimeout(30)
    received = b""
    try:
        while piece := wire.recv(65536):
            received += piece
    except (TimeoutError, ConnectionError):
        pass
    return received


@pytest.mark.slow
def test_dripping_headers_end_and_meanwhile_others_are_served(api, besieged):
    wires = [socket.create_connection(("127.0.0.1", api.port)) for _ in range(200)]
    try:
        for wire in wires:
            wire.sendall(b"GET /api/v1/me HTTP/1.1\r\nHost: x\r\n")
        began = time.monotonic()
        is_over = False
        while time.monotonic() - began < HEADERS_TIMEOUT_S + 8 and not is_over:
            with api.client(besieged) as http:
                assert http.get("/me").status_code == 200
            try:
                for wire in wires:
                    wire.sendall(b"X-A: b\r\n")
            except OSError:
                is_over = True
            time.sleep(0.5)
        assert is_over
        assert time.monotonic() - began > HEADERS_TIMEOUT_S / 2
    finally:
        for wire in wires:
            wire.close()


def test_bodies_that_drip_hold_up_nobody(api, besieged):
    wires = [socket.create_connection(("127.0.0.1", api.port)) for _ in range(100)]
    try:
        for wire in wires:
            wire.sendall(_head(api, besieged, length=1000) + b"{")
        with api.client(besieged) as http:
            for _ in range(20):
                assert http.get("/me").status_code == 200
    finally:
        for wire in wires:
            wire.close()


@pytest.mark.parametrize("declared", [10**7, 10**12])
def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_sent(api, besieged, declared):
    with socket.create_connection(("127.0.0.1", api.port)) as wire:
        wire.sendall(_head(api, besieged, length=declared))
        received = _read_all(wire)
    assert received.startswith(b"HTTP/1.1 413")
    assert b"body_too_large" in received


def test_a_body_in_pieces_is_cut_off_where_it_grows_too_large(api, besieged):
    sent = 0

    def pieces():
        nonlocal sent
        yield b'{"source": {"text": "'
        for _ in range(400):
            sent += 65536
            yield b"x" * 65536

    with api.client(besieged) as http:
        try:
            answer = http.post("/conversions", content=pieces(), headers={"Content-Type": "application/json"})
        except httpx2.TransportError:  # it hung up while we were still sending
            pass
        else:
            assert answer.status_code == 413
    assert sent < 26 * 1024 * 1024
    with api.client(besieged) as http:
        assert http.get("/me").status_code == 200


def test_an_upload_has_its_own_limit(api, besieged):
    with api.client(besieged) as http:
        wishes = {"wishes": json.dumps({"platforms": ["x"]})}
        fine = http.post("/conversions/files", data=wishes, files={"file": ("a.txt", b"The fare rises. " * 200_000)})
        assert fine.status_code in {202, 422}, fine.text
        large = http.post("/conversions/files", data=wishes, files={"file": ("a.txt", b"x" * (21 * 1024 * 1024))})
        assert large.status_code == 413


async def test_a_thousand_connections_are_all_served(api, besieged):
    request = (f"GET /api/v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {besieged.token}\r\n\r\n").encode()
    connections = [await asyncio.open_connection("127.0.0.1", api.port) for _ in range(CONNECTIONS)]
    try:
        for _, writer in connections:
            writer.write(request)
        async with asyncio.timeout(60):
            heads = await asyncio.gather(*(reader.readuntil(b"\r\n\r\n") for reader, _ in connections))
    finally:
        for _, writer in connections:
            writer.close()
    statuses = [head.split(b" ", 2)[1] for head in heads]
    assert set(statuses) <= {b"200", b"503"}
    assert statuses.count(b"200") > CONNECTIONS // 4
    for head in heads:
        assert head.startswith(b"HTTP/1.1 200") or b"retry-after" in head.lower()


async def test_overload_is_refused_at_the_door_and_nothing_accepted_is_lost(whole, api, worker, besieged):
    """Far more at once than can be worked on: they stand in line, and who would stand too long is told so. Those who
    wait for an end (``Prefer: wait``) keep nobody out."""
    limits = httpx2.Limits(max_connections=BURST + 10)
    headers = {"Authorization": f"Bearer {besieged.token}", "Prefer": "wait=20"}
    base = f"{api.url}/api/v1"
    async with httpx2.AsyncClient(base_url=base, headers=headers, limits=limits, timeout=120) as http:

        async def ask():
            return await http.post(
                "/conversions",
                json=order("The bus fare rises to 1,700 won next March. It is the first rise in six years.", "x"),
            )

        answers = await asyncio.gather(*(ask() for _ in range(BURST)))
        health = await http.get("/health")
    by_status = {}
    for answer in answers:
        by_status.setdefault(answer.status_code, []).append(answer)
    assert health.status_code == 200
    assert set(by_status) <= {200, 202, 503}, {status: len(found) for status, found in by_status.items()}
    for shed in by_status.get(503, []):
        assert int(shed.headers["retry-after"]) >= 1
        assert shed.json()["code"] == "overloaded"  # at the door, and not by a database that it overran
    accepted = [answer.json()["id"] for answer in by_status.get(200, []) + by_status.get(202, [])]
    assert len(accepted) >= LEAST_ACCEPTED
    with api.client(besieged) as client:
        for one in accepted:
            assert (await asyncio.to_thread(await_end, client, one, within_s=120))["status"] == "succeeded"
