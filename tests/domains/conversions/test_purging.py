"""What was deleted is erased after its grace, with its files; nothing else is touched."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from newsforge.domains.accounts.tasks import ERASED_AFTER
from newsforge.domains.conversions import purging
from newsforge.kit.clock import utc_now
from newsforge.kit.db.sessions import Sight
from tests.support.news import KO

TABLES = ("conversions", "conversion_sources", "conversion_events", "posts", "post_versions", "articles",
          "article_versions", "usage_entries", "usage_periods", "idempotency_keys")  # fmt: skip


@pytest.fixture
async def both(bench):
    """A file and a text converted in two workspaces; their ids."""
    for name in ("me", "stranger"):
        async with bench.client(name) as client:
            body = {"source": {"text": KO}, "platforms": ["x"]}
            await client.post("/conversions", json=body, headers={"Idempotency-Key": "k"})
            files = {"file": ("a.txt", KO.encode())}
            sent = await client.post("/conversions/files", files=files, data={"wishes": '{"platforms": ["x"]}'})
            assert sent.status_code == 202, sent.text
    await bench.work_off()
    return bench.principals["me"].workspace_id, bench.principals["stranger"].workspace_id


async def _count(bench, workspace_id, table):
    async with bench.store.read(workspace_id) as session:
        return await session.scalar(
            text(f"SELECT count(*) FROM {table} WHERE workspace_id = :id"), {"id": workspace_id}
        )


async def _mark_deleted(bench, workspace_id: UUID):
    async with bench.database.write(Sight(workspace_id=workspace_id)) as session:
        await session.execute(text("UPDATE workspaces SET deleted_at = now() WHERE id = :id"), {"id": workspace_id})


async def test_a_deleted_workspace_is_erased_after_its_grace_and_no_other(bench, both, monkeypatch):
    monkeypatch.setattr(purging, "_BATCH", 1)
    mine, theirs = both
    async with bench.store.write(mine) as session:
        await session.execute(text("INSERT INTO workspace_register (id) VALUES (:id)"), {"id": mine})
    await _mark_deleted(bench, mine)
    before = {table: await _count(bench, theirs, table) for table in TABLES}
    assert all(before.values()), before
    await purging.purge_deleted_workspaces(bench.database, bench.files)
    assert await _count(bench, mine, "conversions") == 2  # not yet
    later = utc_now() + ERASED_AFTER + timedelta(minutes=1)
    await purging.purge_deleted_workspaces(bench.database, bench.files, now=later)
    assert {table: await _count(bench, mine, table) for table in TABLES} == dict.fromkeys(TABLES, 0)
    assert {table: await _count(bench, theirs, table) for table in TABLES} == before
    assert [key for key in bench.files if str(mine) in key] == []
    assert [key for key in bench.files if str(theirs) in key]
    assert await _count(bench, mine, "audit_entries") > 0  # who did what stays on record
    async with bench.store.read(mine) as session:
        assert await session.scalar(text("SELECT count(*) FROM workspaces WHERE id = :id"), {"id": mine}) == 0
        assert await session.scalar(text("SELECT count(*) FROM workspace_register WHERE id = :id"), {"id": mine}) == 0
    await purging.purge_deleted_workspaces(bench.database, bench.files, now=later)


async def test_what_has_only_an_age_goes_by_it_in_every_workspace(bench, both):
    mine, _ = both
    ttl_s = 86_400.0
    await purging.purge_old(bench.database, key_ttl_s=ttl_s)
    assert await _count(bench, mine, "idempotency_keys") == 1
    events = await _count(bench, mine, "conversion_events")
    await purging.purge_old(bench.database, key_ttl_s=ttl_s, now=utc_now() + timedelta(days=1, minutes=1))
    assert [await _count(bench, one, "idempotency_keys") for one in both] == [0, 0]
    assert await _count(bench, mine, "conversion_events") == events
    later = utc_now() + purging.EVENTS_KEPT + timedelta(minutes=1)
    await purging.purge_old(bench.database, key_ttl_s=ttl_s, now=later)
    assert [await _count(bench, one, "conversion_events") for one in both] == [2, 2]  # how each ended
    async with bench.client() as client:
        listed = (await client.get("/conversions")).json()["items"]
        stream = (await client.get(f"/conversions/{listed[0]['id']}/events")).text
    assert stream.count("event: ") == 1
    assert "event: finished" in stream
