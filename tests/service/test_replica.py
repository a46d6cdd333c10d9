"""A streaming replica that lags, stands still, dies and comes back, under requests that must see their own writes."""

import random
import time

import pytest

from newsforge.kit.servers.standby import pause_replay, resume_replay
from tests.support.whole_service import WholeService, convert, order, wait_until

ROUNDS = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Of the module, as its databases are: it holds the master key."""
    return tmp_path_factory.mktemp("service")


@pytest.fixture
def served(replica_pair, own_valkey, folder):
    """With a Valkey: without one nobody knows what another process has written, and all reads go to the primary."""
    service = WholeService(
        folder,
        replica_pair.primary_database,
        options={
            "NEWSFORGE_REPLICA_URLS": replica_pair.standby_database.app_url,
            "NEWSFORGE_REDIS_URL": own_valkey.url(),
        },
    )
    try:
        api = service.start_api()
        yield service, replica_pair, api, service.join(api)
    finally:
        resume_replay(replica_pair.standby)
        service.stop()


#: More than the poller asks in the time that they take.
READS = 200


def _replicas(api):
    with api.client() as http:
        answer = http.get("/health/ready")
    assert answer.status_code == 200
    found = answer.json()
    return found["status"], found["dependencies"]["replicas"]["state"], found["dependencies"]["replicas"]["detail"]


def _transactions_on_standby(pair):
    """A read ends with a rollback, so both kinds count."""
    from newsforge.kit.servers.sql import fetch_value

    query = "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = $1"
    return fetch_value(pair.standby.url(), query, pair.standby_database.name)


def test_everybody_sees_their_own_writes_whatever_the_replica_does(served):
    _, pair, api, person = served
    chosen = random.Random(7)
    with api.client(person) as http:
        for turn in range(ROUNDS):
            if turn % 10 == 3:
                pause_replay(pair.standby)
            if turn % 10 == 8:
                resume_replay(pair.standby)
            made = http.post("/conversions", json=order()).json()["id"]
            assert http.get(f"/conversions/{made}").status_code == 200, turn
            listed = http.get("/conversions", params={"limit": 3}).json()["items"]
            assert listed[0]["id"] == made, turn
            if chosen.random() < 0.2:
                assert http.post(f"/conversions/{made}/cancel").json()["status"] == "cancelled"
                assert http.get("/conversions", params={"status": "cancelled"}).json()["items"][0]["id"] == made


def test_a_paused_replica_takes_no_reads_that_it_cannot_answer_and_health_says_so(served):
    _, pair, api, person = served
    wait_until(lambda: _replicas(api)[:2] == ("ok", "ok"))
    pair.standby.stop()
    with api.client(person) as http:
        for _ in range(5):
            assert http.get("/conversions").status_code == 200
        wait_until(lambda: _replicas(api)[:2] == ("degraded", "degraded"))
        made = http.post("/conversions", json=order())
        assert made.status_code == 202
        assert http.get("/conversions").json()["items"][0]["id"] == made.json()["id"]
        pair.standby.start()
        wait_until(lambda: _replicas(api)[:2] == ("ok", "ok"))
        assert http.get("/conversions").status_code == 200


def test_reads_do_go_to_the_replica_and_a_frozen_one_is_left(served):
    service, pair, api, person = served
    wait_until(lambda: _replicas(api)[:2] == ("ok", "ok"))
    with api.client(person) as http:
        wait_until(pair.caught_up)

        def reads_arrive():
            before = _transactions_on_standby(pair)
            for _ in range(READS):
                assert http.get("/usage").status_code == 200
            time.sleep(1.2)  # figures come once a second
            # Positions are asked for about twenty times a second: far fewer than these.
            return _transactions_on_standby(pair) >= before + READS

        wait_until(reads_arrive, every_s=0.1)
        pair.standby.freeze()
        try:
            for _ in range(20):
                assert http.get("/conversions").status_code == 200
            wait_until(lambda: _replicas(api)[1] == "degraded")
        finally:
            pair.standby.thaw()
        wait_until(lambda: _replicas(api)[1] == "ok")
        service.start_worker()
        assert convert(http)["status"] == "succeeded"
