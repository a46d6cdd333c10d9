"""The ledger: sums are those of the entries, and a limit holds, whatever crashes, repeats or happens at once."""

import asyncio
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from newsforge.domains.usage import service
from newsforge.domains.usage.errors import QuotaExceeded, TrialUsed
from newsforge.domains.usage.service import Allowance
from newsforge.kit.http.pages import PageQuery
from newsforge.pipeline.ports import Usage
from tests.support.tenants import open_store

LIMIT = Allowance(units=10)


@pytest.fixture
async def store(database):
    async with open_store(database) as store:
        yield store


async def sums(store, workspace_id):
    """Reserved and used: as the periods say, and as the entries say."""
    async with store.read(workspace_id) as session:
        said = (
            await session.execute(text("SELECT coalesce(sum(reserved), 0), coalesce(sum(used), 0) FROM usage_periods"))
        ).one()
        true = (
            await session.execute(
                text("""
                SELECT coalesce(sum(r.units) FILTER (WHERE c.id IS NULL), 0), coalesce(sum(c.units), 0)
                FROM usage_entries r LEFT JOIN usage_entries c
                    ON c.subject_id = r.subject_id AND c.run = r.run AND c.kind = 'close'
                WHERE r.kind = 'reserve'""")
            )
        ).one()
    assert tuple(said) == tuple(true)
    return tuple(said)


async def test_reserved_then_settled_then_nothing_changes_any_more(store):
    workspace_id, subject = await store.add_workspace(), uuid4()
    for _ in range(2):
        async with store.write(workspace_id) as session:
            await service.reserve(
                session, workspace_id=workspace_id, subject_id=subject, run=1, units=4, allowance=LIMIT
            )
    assert await sums(store, workspace_id) == (4, 0)
    spent = Usage(input_tokens=7, output_tokens=3, calls=1, cost_usd=Decimal("0.0000012"))
    answers = []
    for units in (3, 4, 0):
        async with store.write(workspace_id) as session:
            answers.append(
                await service.settle(
                    session, workspace_id=workspace_id, subject_id=subject, run=1, units=units, usage=spent
                )
            )
    assert answers == [True, False, False]
    assert await sums(store, workspace_id) == (0, 3)
    async with store.read(workspace_id) as session:
        seen = await service.read_usage(session, workspace_id=workspace_id, allowance=LIMIT, page=PageQuery(limit=1))
    assert (seen.used, seen.reserved, seen.limit) == (3, 0, 10)
    assert seen.entries.items[0].cost_usd == Decimal("0.0000012")
    assert seen.entries.next_cursor


async def test_the_limit_is_told_with_what_is_left_and_until_when(store):
    workspace_id = await store.add_workspace()
    now = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)

    async def reserve(units, *, at=now, allowance=LIMIT):
        async with store.write(workspace_id) as session:
            await service.reserve(
                session,
                workspace_id=workspace_id,
                subject_id=uuid4(),
                run=1,
                units=units,
                allowance=allowance,
                now=at,
            )

    await reserve(8)
    with pytest.raises(QuotaExceeded) as refused:
        await reserve(3)
    assert refused.value.members == {
        "limit": 10,
        "used": 8,
        "wanted": 3,
        "resets_at": "2027-01-01T00:00:00+00:00",
    }
    assert await sums(store, workspace_id) == (8, 0), "a refusal leaves nothing behind"
    await reserve(10, at=datetime(2027, 1, 1, tzinfo=UTC))
    with pytest.raises(TrialUsed):
        await reserve(1, at=datetime(2027, 5, 1, tzinfo=UTC), allowance=Allowance(units=18, per="ever"))


async def test_more_than_reserved_cannot_be_used(store):
    workspace_id, subject = await store.add_workspace(), uuid4()
    async with store.write(workspace_id) as session:
        await service.reserve(session, workspace_id=workspace_id, subject_id=subject, run=1, units=2, allowance=LIMIT)
        with pytest.raises(ValueError, match="3 units"):
            await service.settle(session, workspace_id=workspace_id, subject_id=subject, run=1, units=3)


steps = st.lists(
    st.tuples(
        st.sampled_from(["reserve", "settle", "release", "crash"]),
        st.integers(0, 3),  # the subject
        st.integers(1, 2),  # its run
        st.integers(0, 6),  # units
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
async def test_under_any_interleaving_the_sums_are_the_entries_and_never_above_the_limit(store, steps):
    """Each step is a transaction of its own, and all of them run at once; a crash reserves and settles, then rolls
    back."""
    workspace_id = await store.add_workspace()
    subjects = [uuid4() for _ in range(4)]

    async def step(verb, subject, run, units):
        on = {"workspace_id": workspace_id, "subject_id": subjects[subject], "run": run}
        try:
            async with store.write(workspace_id) as session:
                if verb in {"reserve", "crash"}:
                    await service.reserve(session, **on, units=units, allowance=LIMIT)
                if verb in {"settle", "crash"}:
                    await service.settle(session, **on, units=units)
                if verb == "release":
                    await service.release(session, **on)
                if verb == "crash":
                    raise InterruptedError  # noqa: TRY301
        except (QuotaExceeded, InterruptedError, ValueError):
            pass

    await asyncio.gather(*(step(*one) for one in steps))
    reserved, used = await sums(store, workspace_id)
    assert reserved + used <= LIMIT.units
