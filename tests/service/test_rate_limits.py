"""How often one principal may ask, how an unknown one is told apart, and what the answers say about it."""

import re
import time

import httpx2
import pytest

LIMIT = 100
ANONYMOUS = 30


@pytest.fixture(scope="module")
def limited(whole, api):
    """A process of its own with the limits that are the default for a person."""
    return whole.start_api(NEWSFORGE_REQUESTS_PER_MINUTE=str(LIMIT), NEWSFORGE_ANONYMOUS_PER_MINUTE=str(ANONYMOUS))


def _burst(http, path, count, **more):
    began = time.monotonic()
    answers = [http.get(path, **more) for _ in range(count)]
    return answers, time.monotonic() - began


def _is_refused(answer, limit):
    assert answer.status_code == 429
    assert answer.json()["code"] == "rate_limited"
    assert 1 <= int(answer.headers["retry-after"]) <= 62
    assert answer.headers["ratelimit-policy"] == f'"default";q={limit};w=60'
    assert re.fullmatch(r'"default";r=0;t=\d+', answer.headers["ratelimit"])


def test_after_a_hundred_requests_a_minute_one_waits(whole, api, limited):
    person = whole.join(api)
    with limited.client(person) as http:
        answers, _ = _burst(http, "/me", LIMIT + 15)
        good = [answer for answer in answers if answer.status_code == 200]
        # join() has asked twice in the other process, which counts by the same key.
        assert LIMIT - 3 <= len(good) <= LIMIT
        _is_refused(next(answer for answer in answers if answer.status_code == 429), LIMIT)
        waits = [int(re.search(r"t=(\d+)", answer.headers["ratelimit"])[1]) for answer in answers]
        assert max(waits) <= 60, "no longer than the window that RateLimit-Policy names"
        left = [int(re.search(r"r=(\d+)", answer.headers["ratelimit"])[1]) for answer in answers[:50]]
        assert left == sorted(left, reverse=True)
        key_is_apart = whole.mint(person)
    with limited.client(key_is_apart) as http:  # another session of the same person is the same person
        assert 429 in {http.get("/me").status_code for _ in range(4)}
    with limited.client(whole.join(api)) as http:
        assert http.get("/me").status_code == 200


def test_an_api_key_counts_for_itself(whole, api, limited):
    person = whole.join(api)
    with api.client(person) as http:
        key = http.post("/api-keys", json={"name": "busy"}).json()["key"]
    with limited.client(key) as http:
        answers, _ = _burst(http, "/conversions", LIMIT + 15)
        assert answers[-1].status_code == 429
    with limited.client(person) as http:
        assert http.get("/me").status_code == 200


def test_nobody_in_particular_is_counted_by_address_and_cannot_choose_it(whole, limited):
    # From an address of its own: what the other tests here ask for without an account counts for 127.0.0.1.
    transport = httpx2.HTTPTransport(local_address="127.0.0.30")
    with httpx2.Client(base_url=f"{limited.url}/api/v1", transport=transport, timeout=60) as http:
        statuses = [
            http.get(
                "/platforms", headers={"X-Forwarded-For": f"198.51.100.{n}", "Forwarded": f"for=198.51.100.{n}"}
            ).status_code
            for n in range(ANONYMOUS + 10)
        ]
        assert statuses[0] == 200
        assert statuses[-1] == 429
        _is_refused(http.get("/platforms"), ANONYMOUS)
        # Who guesses at credentials counts as nobody too.
        assert http.get("/me", headers={"Authorization": "Bearer nf_live_guess"}).status_code == 429
        assert http.get("/health").status_code == 200


@pytest.mark.slow
def test_behind_a_proxy_that_is_trusted_each_client_counts_for_itself(whole):
    behind = whole.start_api(NEWSFORGE_ANONYMOUS_PER_MINUTE="5", NEWSFORGE_TRUSTED_PROXIES="127.0.0.0/8")
    with behind.client() as http:
        one, other = {"X-Forwarded-For": "203.0.113.5"}, {"X-Forwarded-For": "203.0.113.6"}
        assert [http.get("/platforms", headers=one).status_code for _ in range(9)][-1] == 429
        assert http.get("/platforms", headers=other).status_code == 200
        # What the client itself wrote to the left of it changes nothing.
        lied = {"X-Forwarded-For": "198.51.100.9, 203.0.113.5"}
        assert http.get("/platforms", headers=lied).status_code == 429
    behind.stop()
