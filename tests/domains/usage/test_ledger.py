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
from newsforge.domains.usage.service import Allowance, Allowances, Trial
from newsforge.kit.http.pages import PageQuery
from newsforge.pipeline.ports import Usage
from tests.support.tenants import open_store, principal_of

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


def trial_of(person, units=10):
    return Allowance(units=100, trial=Trial(user_id=person, units=units))


async def reserve_in(store, workspace_id, allowance, units, *, subject=None):
    async with store.write(workspace_id) as session:
        await service.reserve(
            session, workspace_id=workspace_id, subject_id=subject or uuid4(), run=1, units=units, allowance=allowance
        )


async def shown(store, workspace_id, allowance):
    async with store.read(workspace_id) as session:
        seen = await service.read_usage(session, workspace_id=workspace_id, allowance=allowance, page=PageQuery())
    return seen.used, seen.reserved, seen.limit, seen.resets_at


class TestTrials:
    async def test_a_new_workspace_brings_no_new_trial(self, store):
        person, first, second = uuid4(), await store.add_workspace(), await store.add_workspace()
        await reserve_in(store, first, trial_of(person), 8)
        with pytest.raises(TrialUsed) as refused:
            await reserve_in(store, second, trial_of(person), 3)
        assert refused.value.members == {"limit": 10, "used": 8, "wanted": 3, "resets_at": None}
        assert await sums(store, second) == (0, 0), "a refusal leaves nothing behind"
        await reserve_in(store, second, trial_of(person), 2)
        for workspace_id in (first, second):
            assert await shown(store, workspace_id, trial_of(person)) == (0, 10, 10, None)

    async def test_it_is_nobody_elses(self, store):
        """Neither a colleague's trial nor what the workspace has made is counted in it."""
        workspace_id = await store.add_workspace()
        await reserve_in(store, workspace_id, Allowance(units=100), 50)
        for _ in range(2):
            await reserve_in(store, workspace_id, trial_of(uuid4()), 10)

    async def test_the_workspaces_month_holds_for_it_too(self, store):
        workspace_id = await store.add_workspace()
        await reserve_in(store, workspace_id, Allowance(units=100), 98)
        person = uuid4()
        with pytest.raises(QuotaExceeded) as refused:
            await reserve_in(store, workspace_id, trial_of(person), 3)
        assert not isinstance(refused.value, TrialUsed)
        assert await shown(store, workspace_id, trial_of(person)) == (0, 0, 10, None)

    async def test_what_was_not_used_comes_back_once(self, store):
        person, subject, workspace_id = uuid4(), uuid4(), await store.add_workspace()
        await reserve_in(store, workspace_id, trial_of(person), 10, subject=subject)
        await reserve_in(store, workspace_id, trial_of(person), 10, subject=subject)
        for _ in range(2):
            async with store.write(workspace_id) as session:
                await service.settle(session, workspace_id=workspace_id, subject_id=subject, run=1, units=4)
        assert await shown(store, workspace_id, trial_of(person)) == (4, 0, 10, None)
        await reserve_in(store, workspace_id, trial_of(person), 6)

    async def test_all_workspaces_at_once_get_no_more_than_one_trial(self, store):
        person, places = uuid4(), [await store.add_workspace() for _ in range(8)]
        answers = await asyncio.gather(
            *(reserve_in(store, place, trial_of(person), 3) for place in places), return_exceptions=True
        )
        assert sum(answer is None for answer in answers) == 3
        assert sum(isinstance(answer, TrialUsed) for answer in answers) == 5
        assert await shown(store, places[0], trial_of(person)) == (0, 9, 10, None)

    def test_who_has_confirmed_has_none(self):
        known, unknown = principal_of(uuid4()), principal_of(uuid4(), is_verified=False)
        assert Allowances().of(known).trial is None
        assert Allowances().of(unknown).trial == Trial(user_id=unknown.user_id, units=60)


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
