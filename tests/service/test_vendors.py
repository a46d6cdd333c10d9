"""An AI vendor that answers once for all, and one that hangs while many wait."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from tests.support.vendor_thread import hanging_vendor, vendor_options
from tests.support.whole_service import ARTICLE, await_end, order

pytestmark = pytest.mark.slow
MANY = 50
CONVERSIONS = 20
DEADLINE_S = 30.0
#: What a machine that does other things at the same time adds to starting and writing twenty conversions.
LOAD_S = 6.0


@pytest.fixture
def vendor():
    with hanging_vendor() as server:
        yield server


@pytest.fixture
def served(lone, lone_valkey, vendor):
    """Two workers, as where the second one knows nothing of what the first one does."""
    lone.valkey_url = lone_valkey.url()
    lone.options = vendor_options(vendor)
    lone.options["NEWSFORGE_WORKER_CONCURRENCY"] = "16"
    api = lone.start_api(is_awaited=False)
    for _ in range(2):
        lone.start_worker()
    api.wait_until_ready()
    return api, lone.join(api), lone


def _ask_all(api, person, bodies):
    with api.client(person) as http, ThreadPoolExecutor(10) as pool:
        return list(pool.map(lambda body: http.post("/conversions", json=body).json()["id"], bodies))


def test_fifty_equal_requests_cost_one_call(served, vendor):
    api, person, _ = served
    vendor.answer()
    vendor.delay_s = 1.0
    ids = _ask_all(api, person, [order(ARTICLE, "telegram", writer="auto")] * MANY)
    with api.client(person) as http:
        done = [await_end(http, one) for one in ids]
        used = http.get("/usage").json()
    assert {one["status"] for one in done} == {"succeeded"}
    assert len(vendor.requests) == 1
    assert len({str(one["posts"][0]["parts"]) for one in done}) == 1
    assert {one["posts"][0]["writer"] for one in done} == {"compatible:house-model"}
    # Also when the attempt that called was taken over: the next one of that conversion finds text and price.
    assert sum(one["usage"]["calls"] for one in done) == 1
    assert used["used"] == MANY


@pytest.mark.parametrize("kind", ["equal", "different"])
def test_while_the_vendor_hangs_every_conversion_ends_in_time_and_says_why(served, vendor, kind):
    api, person, _ = served
    texts = [f"{ARTICLE}\n\nThe hearing has the number {1000 + n}." for n in range(CONVERSIONS)]
    bodies = [
        order(ARTICLE if kind == "equal" else text, "x", "threads", "newsletter", writer="auto") for text in texts
    ]
    began = time.monotonic()
    ids = _ask_all(api, person, bodies)
    with api.client(person) as http:
        done = [await_end(http, one, within_s=DEADLINE_S * 3) for one in ids]
    took_s = time.monotonic() - began
    assert {one["status"] for one in done} == {"succeeded"}
    for one in done:
        assert len(one["posts"]) == 3
        for post in one["posts"]:
            assert post["writer"] == "embedded"
            assert post["parts"]
            assert "compatible:house-model" in post["why"], post["why"]
    waited_s, worked_s = zip(*(_times_s(one) for one in done), strict=True)
    assert took_s < DEADLINE_S + LOAD_S, (took_s, sorted(waited_s), sorted(worked_s))


def _times_s(conversion):
    made, began, ended = (
        datetime.fromisoformat(conversion[f"{name}_at"]) for name in ("created", "started", "finished")
    )
    return (began - made).total_seconds(), (ended - began).total_seconds()
