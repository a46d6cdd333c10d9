"""The events of a conversion over HTTP, as a browser and as a broken line would have them."""

import socket
import threading
import time

import pytest

from tests.support.whole_service import GRACEFUL, PUBLIC_URL, convert, order, wait_until


@pytest.fixture(scope="module")
def follower(whole, api):
    return whole.join(api)


def parse(text):
    found = []
    for block in text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line and not line.startswith(":"))
        if "id" in fields:
            found.append((int(fields["id"]), fields["event"]))
    return found


def test_events_come_live_in_order_and_the_stream_ends(api, worker, follower):
    with api.client(follower) as http:
        asked = http.post("/conversions", json=order()).json()
        with http.stream("GET", f"/conversions/{asked['id']}/events") as answer:
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith("text/event-stream")
            assert answer.headers["cache-control"] == "no-cache, no-transform"
            assert "content-encoding" not in answer.headers
            text = "".join(answer.iter_text())
    events = parse(text)
    assert [seq for seq, _ in events] == list(range(1, len(events) + 1))
    assert (events[0][1], events[-1][1]) == ("queued", "finished")
    assert [name for _, name in events].count("post") == 2


@pytest.mark.parametrize("where", ["header", "query"])
def test_who_comes_back_gets_what_is_missing_and_nothing_twice(api, worker, follower, where):
    with api.client(follower) as http:
        done = convert(http)
        path = f"/conversions/{done['id']}/events"
        everything = parse(http.get(path).text)
        for seen in (0, 1, len(everything) - 1, len(everything), 10**6):
            asked = (
                {"headers": {"Last-Event-ID": str(seen)}} if where == "header" else {"params": {"last_event_id": seen}}
            )
            assert parse(http.get(path, **asked).text) == everything[seen:]
        for nonsense in ("-1", "x", "9" * 20, "٣", "1; DROP"):
            assert http.get(path, headers={"Last-Event-ID": nonsense.encode()}).status_code in {200, 422}


def test_a_line_that_breaks_between_two_events_loses_none(api, whole, follower):
    """Without a worker's help the stream stands still; one event at a time is taken from it."""
    with api.client(follower) as http:
        done = convert(http)
        path = f"/conversions/{done['id']}/events"
        everything = parse(http.get(path).text)
        taken, seen = [], 0
        while len(taken) < len(everything):
            with http.stream("GET", path, headers={"Last-Event-ID": str(seen)}) as answer:
                text = ""
                for piece in answer.iter_text():
                    text += piece
                    if parsed := parse(text.rpartition("\n\n")[0] + "\n\n"):
                        break
            taken.append(parsed[0])
            seen = parsed[0][0]
    assert taken == everything


def test_a_page_of_a_browser_follows_by_its_cookies(api, whole, follower):
    from tests.support.whole_service import PASSWORD

    with api.client(follower) as http:
        done = convert(http)
    with api.client(Origin=PUBLIC_URL) as http:
        assert http.post("/auth/session", json={"email": follower.email, "password": PASSWORD}).status_code == 204
        del http.headers["Origin"]
        assert parse(http.get(f"/conversions/{done['id']}/events").text)


@pytest.fixture(scope="module")
def still(whole):
    """A process whose queue nobody works off, so that streams stay open."""
    from tests.support.postgres import clone_database
    from tests.support.servers import ask, database_address
    from tests.support.whole_service import WholeService

    admin = database_address(ask("postgres"), "postgres").admin_url
    with clone_database(admin, f"{whole.database.name}_still") as address:
        service = WholeService(whole.folder / "still", address, whole.valkey_url)
        try:
            yield service
        finally:
            service.stop()


def _open(api, person, conversion_id):
    wire = socket.create_connection(("127.0.0.1", api.port))
    wire.sendall(
        f"GET /api/v1/conversions/{conversion_id}/events HTTP/1.1\r\nHost: x\r\n"
        f"Authorization: Bearer {person.token}\r\n\r\n".encode()
    )
    if wire.recv(12) == b"HTTP/1.1 200":
        return wire
    wire.close()
    return None


@pytest.mark.slow
def test_streams_of_those_who_left_are_let_go_and_open_ones_hear_a_heartbeat(still):
    api = still.start_api()
    person = still.join(api)
    with api.client(person) as http:
        asked = http.post("/conversions", json=order()).json()["id"]
        streams = []
        while (wire := _open(api, person, asked)) is not None:
            streams.append(wire)
            assert len(streams) < 500
        assert len(streams) >= 2  # as many as one may have
        refused = http.get(f"/conversions/{asked}/events")
        assert refused.status_code == 429
        assert refused.headers["retry-after"]
        heard = bytearray()

        def listen():
            streams[0].settimeout(25)
            while b": still here" not in heard:
                heard.extend(streams[0].recv(4096) or b": gone")

        listening = threading.Thread(target=listen)
        listening.start()
        for wire in streams[1:]:
            wire.close()
        wait_until(lambda: _is_admitted(http, asked), within_s=3)
        listening.join(timeout=30)
        assert b": still here" in heard
        # The end of the process ends them as well: browsers come back to another one.
        began = time.monotonic()
        assert api.stop() in GRACEFUL
        assert time.monotonic() - began < 10
        streams[0].close()


def _is_admitted(http, conversion_id):
    with http.stream("GET", f"/conversions/{conversion_id}/events") as answer:
        return answer.status_code == 200
