"""Valkey away from the start, killed, frozen and back again, under a service that goes on."""

import statistics
import time

import pytest

from tests.support.whole_service import convert, order, wait_until

pytestmark = pytest.mark.slow
LIMIT = 40


@pytest.fixture
def served(lone, lone_valkey):
    lone.valkey_url = lone_valkey.url()
    api = lone.start_api(is_awaited=False)
    lone.start_worker()
    api.wait_until_ready()
    return lone, lone_valkey, api, lone.join(api)


def _cache_state(api):
    with api.client() as http:
        answer = http.get("/health/ready")
    assert answer.status_code == 200
    found = answer.json()
    return found["status"], found["dependencies"]["cache"]["state"]


def _times_ms(http, path, count=150):
    taken = []
    for _ in range(count):
        began = time.perf_counter()
        assert http.get(path).status_code == 200
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def test_the_service_starts_without_its_cache_and_takes_it_when_it_comes(lone, lone_valkey):
    lone.valkey_url = lone_valkey.url()
    lone_valkey.stop()
    api = lone.start_api(is_awaited=False)
    lone.start_worker()
    api.wait_until_ready()
    person = lone.join(api)
    with api.client(person) as http:
        assert convert(http)["status"] == "succeeded"
        assert _cache_state(api) == ("degraded", "degraded")
        lone_valkey.start()
        wait_until(lambda: _cache_state(api) == ("ok", "ok"))
        assert convert(http)["status"] == "succeeded"


def test_a_cache_that_dies_in_flight_costs_nobody_their_request(served):
    _, valkey, api, person = served
    with api.client(person) as http:
        before = convert(http)
        valkey.kill()
        for _ in range(20):
            assert http.get(f"/conversions/{before['id']}").status_code == 200
        assert convert(http)["status"] == "succeeded"
        wait_until(lambda: _cache_state(api) == ("degraded", "degraded"))
        edited = http.patch(
            f"/posts/{before['posts'][0]['id']}",
            json={"parts": ["The bus fare rises to 1,700 won next March."]},
            headers={"If-Match": '"1"'},
        )
        assert edited.status_code == 200, edited.text
        valkey.start()
        wait_until(lambda: _cache_state(api) == ("ok", "ok"))
        # What changed meanwhile is not hidden by an older copy in the cache that came back.
        shown = http.get(f"/conversions/{before['id']}").json()["posts"]
        assert [post["version"] for post in shown if post["id"] == edited.json()["id"]] == [2]


def test_a_frozen_cache_costs_a_request_a_few_milliseconds(served):
    _, valkey, api, person = served
    with api.client(person) as http:
        made = convert(http)
        path = "/conversions?limit=1"
        _times_ms(http, path, 30)
        usual_ms = statistics.median(_times_ms(http, path))
        valkey.freeze()
        try:
            frozen = _times_ms(http, path)
            assert _cache_state(api)[0] == "degraded"
            assert convert(http, order(tone="formal"))["status"] == "succeeded"
        finally:
            valkey.thaw()
        # The first few meet its time-out; from then on the circuit is open.
        assert statistics.median(frozen) < usual_ms * 3 + 3
        assert statistics.mean(frozen) < usual_ms * 4 + 10
        wait_until(lambda: _cache_state(api) == ("ok", "ok"))
        assert http.get(f"/conversions/{made['id']}").status_code == 200


def test_limits_hold_while_the_cache_is_dead_and_its_death_gives_no_second_burst(lone, lone_valkey):
    lone.valkey_url = lone_valkey.url()
    api = lone.start_api(NEWSFORGE_REQUESTS_PER_MINUTE=str(LIMIT))
    person = lone.join(api)
    with api.client(person) as http:
        first = [http.get("/me").status_code for _ in range(LIMIT // 2)]
        lone_valkey.kill()
        then = [http.get("/me").status_code for _ in range(LIMIT * 2)]
    assert set(first) == {200}
    assert 429 in then
    assert then.count(200) + len(first) <= LIMIT
