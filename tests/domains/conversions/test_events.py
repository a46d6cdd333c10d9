"""Events: every one, once, in order, wherever the client was cut off; a crash leaves nothing double."""

import asyncio
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from newsforge.domains.conversions.errors import TooManyStreams
from newsforge.domains.conversions.options import ConversionOptions
from newsforge.domains.conversions.service import CONVERT
from newsforge.domains.conversions.streams import HEARTBEAT, Streams
from newsforge.domains.conversions.tasks import give_up_conversion, run_conversion
from newsforge.kit.queue.claims import Superseded
from tests.support.news import KO

PLATFORMS = ["x", "telegram", "threads", "slack"]


@pytest.fixture
async def made(client):
    answer = await client.post("/conversions", json={"source": {"text": KO}, "platforms": PLATFORMS})
    return answer.json()


def read(frames):
    """Id, name and data of each event; comments and the retry line are none."""
    found = []
    for frame in b"".join(frames).decode().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in frame.splitlines() if not line.startswith((":", "retry")))
        if fields:
            found.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
    return found


async def follow(bench, made, *, after=0, at_most=None):
    from uuid import UUID

    frames = []
    stream = bench.streams.follow(bench.principals["me"], UUID(made["id"]), after=after)
    async for frame in stream:
        if frame != HEARTBEAT:
            frames.append(frame)
        if at_most is not None and len(frames) >= at_most:
            break
    await stream.aclose()
    return read(frames)


async def test_a_stream_tells_all_from_the_first_to_the_last(bench, client, made):
    following = asyncio.create_task(follow(bench, made))
    async with bench.working():
        events = await asyncio.wait_for(following, 30)
    assert [seq for seq, _, _ in events] == list(range(1, len(events) + 1))
    names = [name for _, name, _ in events]
    assert names[:3] == ["queued", "started", "article"]
    assert names[-1] == "finished"
    assert names.count("written") == names.count("checked") == names.count("post") == 4
    done = (await client.get(f"/conversions/{made['id']}")).json()
    told = {data["id"]: data for _, name, data in events if name == "post"}
    assert told == {post["id"]: post for post in done["posts"]}
    assert events[-1][2]["usage"] == done["usage"]
    assert events[2][2]["title"] == done["title"]


async def test_over_http_it_is_an_event_stream_that_ends(bench, client, made):
    await bench.work_off()
    answer = await client.get(f"/conversions/{made['id']}/events")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-cache, no-transform"
    assert answer.headers["x-accel-buffering"] == "no"
    events = read([answer.content])
    resumed = await client.get(f"/conversions/{made['id']}/events", headers={"Last-Event-ID": "4"})
    assert read([resumed.content]) == events[4:]
    by_query = await client.get(f"/conversions/{made['id']}/events?last_event_id=4")
    assert read([by_query.content]) == events[4:]
    beyond = await client.get(f"/conversions/{made['id']}/events", headers={"Last-Event-ID": "9" * 19})
    assert read([beyond.content]) == []


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(1, 7), max_size=6))
async def test_wherever_it_is_cut_off_nothing_is_lost_or_doubled(bench, client, cuts):
    made = (await client.post("/conversions", json={"source": {"text": KO}, "platforms": PLATFORMS})).json()
    seen = []

    async def client_that_is_cut_off():
        for cut in [*cuts, None]:
            seen.extend(await follow(bench, made, after=seen[-1][0] if seen else 0, at_most=cut))
            if seen[-1][1] == "finished":
                return

    following = asyncio.create_task(client_that_is_cut_off())
    await bench.work_off()
    await asyncio.wait_for(following, 30)
    assert [seq for seq, _, _ in seen] == list(range(1, len(seen) + 1))
    assert seen[-1][1] == "finished"


async def test_who_goes_away_frees_everything(bench, made):
    """Also while nothing happens: the stream is idle when the client goes."""
    gone, sent = asyncio.Event(), []

    async def receive():
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}, "http_version": "1.1", "method": "GET",
        "path": f"/api/v1/conversions/{made['id']}/events", "raw_path": b"", "query_string": b"", "root_path": "",
        "scheme": "http", "server": ("service.test", 80), "headers": [(b"x-test-principal", b"me")],
    }  # fmt: skip
    request = asyncio.create_task(bench.app(scope, receive, send))
    while len(sent) < 3:
        await asyncio.sleep(0.01)
    assert bench.streams.count == 1
    pool = bench.database.primary.pool
    while pool.checkedout():
        await asyncio.sleep(0.01)
    gone.set()
    await asyncio.wait_for(request, 2)
    assert bench.streams.count == 0
    assert pool.checkedout() == 0
    assert set(bench.bell._listeners) <= {"cache"}


async def test_an_idle_stream_beats_and_holds_no_connection(bench, made):
    options = ConversionOptions(heartbeat_s=0.05, poll_s=0.01)
    bench.streams = Streams(bench.database, bench.bell, options)
    from uuid import UUID

    stream = bench.streams.follow(bench.principals["me"], UUID(made["id"]), after=1)
    beats = [await asyncio.wait_for(anext(stream), 5) for _ in range(3)]
    assert beats == [HEARTBEAT] * 3
    await asyncio.sleep(0.02)
    assert bench.database.primary.pool.checkedout() == 0
    bench.streams.close()
    assert [frame async for frame in stream if frame != HEARTBEAT] == []


def test_streams_of_a_principal_are_counted(bench):
    from contextlib import ExitStack

    me, other = bench.principals["me"], bench.principals["viewer"]
    with ExitStack() as stack:
        for _ in range(8):
            stack.enter_context(bench.streams.admitted(me))
        with pytest.raises(TooManyStreams), bench.streams.admitted(me):
            pass
        stack.enter_context(bench.streams.admitted(other))
    assert bench.streams.count == 0


async def test_a_rewriting_is_followed_too(bench, client, made):
    await bench.work_off()
    last = len(await follow(bench, made))
    post = (await client.get(f"/conversions/{made['id']}")).json()["posts"][0]
    await client.post(f"/posts/{post['id']}/regenerate", headers={"If-Match": "*"})
    following = asyncio.create_task(follow(bench, made, after=last))
    await asyncio.sleep(0.1)
    assert not following.done()
    await bench.work_off()
    events = await asyncio.wait_for(following, 20)
    assert [name for _, name, _ in events] == ["post_queued", "written", "checked", "post"]
    assert events[-1][2]["version"] == post["version"] + 1


class Dies(Exception):
    pass


async def facts(bench):
    async with bench.store.read(bench.workspace_id) as session:
        rows = await session.execute(
            text("""SELECT (SELECT count(*) FROM posts), (SELECT count(*) FROM post_versions),
                (SELECT count(*) FROM conversion_events WHERE name = 'post'),
                (SELECT count(*) FROM usage_entries WHERE kind = 'close'),
                (SELECT sum(used) FROM usage_periods), (SELECT sum(reserved) FROM usage_periods),
                (SELECT count(DISTINCT seq) = max(seq) FROM conversion_events)""")
        )
        return tuple(rows.one())


@pytest.mark.parametrize("dies_after", range(5))
async def test_killed_between_posts_the_next_attempt_goes_on(bench, client, made, monkeypatch, dies_after):
    """Each post in a transaction of its own; after some of them the attempt is gone as if killed, its claim still
    running, and another takes the job up."""
    from newsforge.domains.conversions import tasks

    saved = tasks._save
    count = 0

    async def one_by_one(claim, tools, work, batch):
        nonlocal count
        for item in batch:
            if isinstance(item, tasks.Finished):
                if count == dies_after:
                    raise Dies
                count += 1
            await saved(claim, tools, work, [item])

    first = await bench.claim()
    monkeypatch.setattr(tasks, "_save", one_by_one)
    if dies_after < 4:
        with pytest.raises(Dies):
            await run_conversion(first, bench.tools)
    monkeypatch.setattr(tasks, "_save", saved)
    before = (await client.get(f"/conversions/{made['id']}")).json()
    async with bench.database.write() as session:
        await session.execute(text("UPDATE jobs SET status = 'queued' WHERE status = 'running'"))
    second = await bench.claim()
    assert second.attempt == first.attempt + 1
    await run_conversion(second, bench.tools)
    done = (await client.get(f"/conversions/{made['id']}")).json()
    assert done["status"] == "succeeded"
    kept = [post for post in before["posts"] if post["status"] != "pending"]
    assert len(kept) == min(dies_after, 4) % 4
    assert all(post in done["posts"] for post in kept)
    assert await facts(bench) == (4, 4, 4, 1, 4, 0, True)
    with pytest.raises(Superseded):  # the dead one comes back to life
        await run_conversion(first, bench.tools)
    assert await facts(bench) == (4, 4, 4, 1, 4, 0, True)


async def test_two_attempts_at_once_leave_one_result(bench, client, made):
    first = await bench.claim()
    running = asyncio.create_task(run_conversion(first, bench.tools))
    await asyncio.sleep(0)
    async with bench.database.write() as session:
        await session.execute(text("UPDATE jobs SET status = 'queued' WHERE status = 'running'"))
    second = await bench.claim()
    outcomes = await asyncio.gather(running, run_conversion(second, bench.tools), return_exceptions=True)
    assert isinstance(outcomes[0], Superseded)
    assert outcomes[1] is None
    assert await facts(bench) == (4, 4, 4, 1, 4, 0, True)


async def test_cancelled_in_mid_run_nothing_is_added_and_only_what_is_there_counts(bench, client, made, monkeypatch):
    from newsforge.domains.conversions import tasks

    saved = tasks._save

    async def then_cancel(claim, tools, work, batch):
        for item in batch:
            await saved(claim, tools, work, [item])
            if isinstance(item, tasks.Finished):
                assert (await client.post(f"/conversions/{made['id']}/cancel")).status_code == 200

    monkeypatch.setattr(tasks, "_save", then_cancel)
    with pytest.raises(Superseded):
        await run_conversion(await bench.claim(), bench.tools)
    done = (await client.get(f"/conversions/{made['id']}")).json()
    assert done["status"] == "cancelled"
    assert [post["status"] for post in done["posts"]].count("clean") == 1
    usage = (await client.get("/usage")).json()
    assert (usage["used"], usage["reserved"]) == (1, 0)
    events = await follow(bench, made)
    assert events[-1][1] == "cancelled"
    await client.post(f"/conversions/{made['id']}/retry")
    monkeypatch.setattr(tasks, "_save", saved)
    await bench.work_off()
    assert await facts(bench) == (4, 4, 4, 2, 4, 0, True)


async def test_given_up_it_has_failed_and_what_is_there_counts(bench, client, made):
    claim = await bench.claim()
    async with bench.store.write(bench.workspace_id) as session:
        await claim.hold(session)
        await give_up_conversion(session, claim, "worker_lost")
    done = (await client.get(f"/conversions/{made['id']}")).json()
    assert (done["status"], done["error"]["code"]) == ("failed", "worker_lost")
    usage = (await client.get("/usage")).json()
    assert (usage["used"], usage["reserved"]) == (0, 0)
    assert (await client.post(f"/conversions/{made['id']}/retry")).status_code == 202


async def test_deleted_in_mid_run_the_attempt_just_ends(bench, client, made):
    claim = await bench.claim()
    assert claim.kind == CONVERT
    assert (await client.delete(f"/conversions/{made['id']}")).status_code == 204
    with pytest.raises(Superseded):
        await run_conversion(claim, bench.tools)
    assert (await client.get("/usage")).json()["reserved"] == 0


async def test_a_hanging_source_ends_in_time(bench, client):
    class Hangs:
        async def read(self, source):
            await asyncio.sleep(60)

    from dataclasses import replace

    options = ConversionOptions(deadline_s=3.2)
    tools = replace(bench.tools, reader=Hangs(), options=options)
    made = (await client.post("/conversions", json={"source": {"text": KO}, "platforms": ["x"]})).json()
    await asyncio.wait_for(run_conversion(await bench.claim(), tools), 5)
    done = (await client.get(f"/conversions/{made['id']}")).json()
    assert (done["status"], done["error"]["code"]) == ("failed", "reading_took_too_long")


async def test_deleted_while_a_post_is_written_anew_nothing_stays_reserved(bench, client, made):
    await bench.work_off()
    post = (await client.get(f"/conversions/{made['id']}")).json()["posts"][0]
    await client.post(f"/posts/{post['id']}/regenerate", headers={"If-Match": "*"})
    assert (await client.delete(f"/conversions/{made['id']}")).status_code == 204
    assert await bench.claim() is None
    usage = (await client.get("/usage")).json()
    assert (usage["used"], usage["reserved"]) == (4, 0)
