"""Processes that die in the middle of something. What was accepted is done, once."""

import socket
import threading
import time
from uuid import uuid4

import httpx2
import pytest

from tests.support.vendor_thread import hanging_vendor, vendor_options
from tests.support.whole_service import await_end, convert, order, wait_until

pytestmark = pytest.mark.slow
PLATFORMS = ("x", "threads", "telegram", "linkedin", "facebook", "newsletter")


def _of_each_once(conversion, *platforms):
    assert conversion["status"] == "succeeded"
    assert sorted(post["platform"] for post in conversion["posts"]) == sorted(platforms)
    assert all(post["version"] == 1 and post["parts"] for post in conversion["posts"])


def _ledger(service, conversion_id):
    query = "SELECT string_agg(kind || ':' || units, ',' ORDER BY kind) FROM usage_entries WHERE subject_id = $1::uuid"
    return service.value(query, conversion_id)


@pytest.fixture
def vendor():
    with hanging_vendor() as server:
        yield server


def test_a_worker_killed_in_mid_conversion_loses_and_doubles_nothing(lone, lone_valkey, vendor):
    lone.valkey_url = lone_valkey.url()
    lone.options = vendor_options(vendor)
    api, doomed = lone.start_api(is_awaited=False), lone.start_worker()
    api.wait_until_ready()
    person = lone.join(api)
    with api.client(person) as http:
        asked = http.post("/conversions", json=order(writer="auto") | {"platforms": list(PLATFORMS)}).json()
        wait_until(lambda: vendor.requests)  # it is being written
        doomed.kill()
        assert http.get(f"/conversions/{asked['id']}").json()["status"] == "running"
        vendor.answer()
        lone.start_worker()
        done = await_end(http, asked["id"])
        _of_each_once(done, *PLATFORMS)
        events = http.get(f"/conversions/{asked['id']}/events").text
    assert events.count("event: finished") == 1
    assert events.count("event: started") == 2
    assert events.count("event: post\n") == len(PLATFORMS)
    assert _ledger(lone, asked["id"]) == f"close:{len(PLATFORMS)},reserve:{len(PLATFORMS)}"
    assert lone.value("SELECT sum(used) FROM usage_periods") == len(PLATFORMS)
    assert lone.value("SELECT sum(reserved) FROM usage_periods") == 0
    assert lone.value("SELECT count(*) FROM jobs WHERE status NOT IN ('succeeded')") == 0


def test_a_worker_that_is_told_to_stop_hands_back_what_it_cannot_end_and_goes(lone, vendor):
    lone.options = vendor_options(vendor)
    api, worker = lone.start_api(is_awaited=False), lone.start_worker(NEWSFORGE_STOP_TIMEOUT_S="7")
    api.wait_until_ready()
    person = lone.join(api)
    with api.client(person) as http:
        asked = http.post("/conversions", json=order(writer="auto") | {"platforms": list(PLATFORMS)}).json()
        wait_until(lambda: vendor.requests)
        began = time.monotonic()
        assert worker.stop() == 0
        assert time.monotonic() - began < 12
        vendor.answer()
        lone.start_worker()
        _of_each_once(await_end(http, asked["id"]), *PLATFORMS)
    assert _ledger(lone, asked["id"]) == f"close:{len(PLATFORMS)},reserve:{len(PLATFORMS)}"


def test_with_its_own_limit_a_worker_is_gone_within_25_seconds(lone, vendor):
    lone.options = vendor_options(vendor)
    api, worker = lone.start_api(is_awaited=False), lone.start_worker()
    api.wait_until_ready()
    person = lone.join(api)
    with api.client(person) as http:
        http.post("/conversions", json=order(writer="auto"))
    wait_until(lambda: vendor.requests)
    began = time.monotonic()
    assert worker.stop(within_s=60) == 0
    assert time.monotonic() - began < 25 + 3  # what the machine's load adds


def test_what_the_api_has_accepted_outlives_it(lone):
    api = lone.start_api()
    person = lone.join(api)
    with api.client(person) as http:
        accepted = http.post("/conversions", json=order(), headers={"Idempotency-Key": "once"})
        assert accepted.status_code == 202
        api.kill()
    lone.start_worker()
    again = lone.start_api()
    with again.client(person) as http:
        _of_each_once(await_end(http, accepted.json()["id"]), "x", "threads")
        # Whoever did not hear the answer asks once more, and does not get a second conversion.
        replay = http.post("/conversions", json=order(), headers={"Idempotency-Key": "once"})
        assert replay.json()["id"] == accepted.json()["id"]


def test_requests_cut_off_by_a_kill_are_there_in_whole_or_not_at_all(lone):
    api = lone.start_api()
    person = lone.join(api)
    keys = [uuid4().hex for _ in range(60)]
    answered = {}

    def ask(mine):
        with api.client(person) as http:
            for key in mine:
                try:
                    answer = http.post("/conversions", json=order(), headers={"Idempotency-Key": key})
                except httpx2.TransportError:
                    return
                answered[key] = answer.json()["id"]

    threads = [threading.Thread(target=ask, args=(keys[n::6],)) for n in range(6)]
    for thread in threads:
        thread.start()
    wait_until(lambda: len(answered) > 5, every_s=0.005)
    api.kill()
    for thread in threads:
        thread.join()
    whole = (
        "SELECT count(*) FROM conversions c WHERE"
        " (SELECT count(*) FROM posts p WHERE p.conversion_id = c.id) = 2"
        " AND (SELECT count(*) FROM usage_entries u WHERE u.subject_id = c.id AND u.kind = 'reserve') = 1"
        " AND (SELECT count(*) FROM jobs j WHERE j.payload->>'conversion_id' = c.id::text) = 1"
    )
    made = lone.value("SELECT count(*) FROM conversions")
    assert len(answered) <= made <= len(keys)
    assert lone.value(whole) == made
    again = lone.start_api()
    with again.client(person) as http:
        for key, known in answered.items():
            assert http.post("/conversions", json=order(), headers={"Idempotency-Key": key}).json()["id"] == known
    assert lone.value("SELECT count(*) FROM conversions") == made


def test_half_a_request_leaves_nothing(whole, api, owner):
    before = whole.value("SELECT count(*) FROM conversions")
    body = b'{"source": {"text": "Hanbit City will raise its fare."}, "platforms": ["x"]}'
    head = (
        f"POST /api/v1/conversions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {owner.token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    for cut in (1, len(body) // 2, len(body) - 1):
        with socket.create_connection(("127.0.0.1", api.port)) as wire:
            wire.sendall(head + body[:cut])
    with api.client(owner) as http:
        convert(http)
    assert whole.value("SELECT count(*) FROM conversions") == before + 1
