"""The line before the door: nobody twice, nobody forgotten, nobody for nothing."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsforge.kit.http.seats import Full, Seats, put_seat, waiting_outside


def _seats(count=2, *, patience_s=5.0, max_waiting=100):
    return Seats(count, patience_s=patience_s, max_waiting=max_waiting)


async def test_those_in_line_are_called_in_their_order():
    seats, called = _seats(1), []
    first = await seats.take()

    async def visit(name):
        seat = await seats.take()
        called.append(name)
        await asyncio.sleep(0)
        seat.leave()

    visits = [asyncio.create_task(visit(n)) for n in range(20)]
    await asyncio.sleep(0)
    assert called == []
    first.leave()
    await asyncio.gather(*visits)
    assert called == list(range(20))
    assert seats.waiting == 0


async def test_parties_are_called_in_turn_however_many_stand_in_one_line():
    seats, called = _seats(1), []
    first = await seats.take("many")

    async def visit(party):
        seat = await seats.take(party)
        called.append(party)
        await asyncio.sleep(0)
        seat.leave()

    visits = [asyncio.create_task(visit(party)) for party in ["many"] * 20 + ["one"] + ["two"] * 2]
    await asyncio.sleep(0)
    first.leave()
    await asyncio.gather(*visits)
    assert called[:5] == ["many", "one", "two", "many", "two"]
    assert called[5:] == ["many"] * 18
    assert seats.waiting == 0


async def test_a_party_that_would_wait_too_long_keeps_no_other_one_out():
    seats = _seats(1, patience_s=0.5)
    await _visit(seats, 0.1)
    seat = await seats.take("many")
    waiting = []
    while seats.expected_wait_s("many") <= 0.5:
        waiting.append(asyncio.create_task(seats.take("many")))
        await asyncio.sleep(0)
    with pytest.raises(Full):
        await seats.take("many")
    other = asyncio.create_task(seats.take("one"))
    await asyncio.sleep(0)
    seat.leave()
    (await waiting[0]).leave()
    (await other).leave()
    for one in waiting:
        one.cancel()
    for seat in await asyncio.gather(*waiting, return_exceptions=True):
        if not isinstance(seat, BaseException):
            seat.leave()
    assert seats.waiting == 0


async def test_who_waits_too_long_is_told_when_to_come_again():
    seats = _seats(1, patience_s=0.02)
    seat = await seats.take()
    with pytest.raises(Full) as told:
        await seats.take()
    assert told.value.retry_after_s >= 1
    seat.leave()
    (await seats.take()).leave()


async def test_who_cannot_be_served_in_time_is_told_at_once():
    seats = _seats(1, patience_s=0.3)
    visits = [asyncio.create_task(_visit(seats, 0.1)) for _ in range(30)]
    began = asyncio.get_running_loop().time()
    await asyncio.wait(visits, return_when=asyncio.FIRST_EXCEPTION)
    first_refusal_s = asyncio.get_running_loop().time() - began
    results = await asyncio.gather(*visits, return_exceptions=True)
    served = results.count(None)
    assert first_refusal_s < 0.3  # by what the first visit took, not by the clock of each
    assert 1 < served < 15
    assert all(isinstance(result, Full) for result in results if result is not None)


async def _visit(seats, for_s):
    seat = await seats.take()
    await asyncio.sleep(for_s)
    seat.leave()


async def test_a_full_line_takes_nobody_more():
    seats = _seats(1, max_waiting=1)
    seat = await seats.take()
    waiting = asyncio.create_task(seats.take())
    await asyncio.sleep(0)
    with pytest.raises(Full):
        await seats.take()
    seat.leave()
    (await waiting).leave()


async def test_a_lent_seat_serves_another_and_its_owner_comes_back_before_the_line():
    seats, order, state = _seats(1), [], {}
    put_seat(state, await seats.take())

    async def other(name):
        seat = await seats.take()
        order.append(name)
        await asyncio.sleep(0.01)
        seat.leave()

    others = [asyncio.create_task(other(n)) for n in range(3)]
    async with waiting_outside(state):
        while not order:
            await asyncio.sleep(0)
    order.append("back")
    state["seat"].leave()
    await asyncio.gather(*others)
    assert order == [0, "back", 1, 2]


async def test_a_request_without_a_seat_just_waits():
    async with waiting_outside({}):
        pass


@settings(max_examples=60, deadline=None)
@given(
    count=st.integers(1, 4),
    steps=st.lists(st.tuples(st.sampled_from(["take", "leave", "cancel", "lend"]), st.integers(0, 30)), max_size=60),
)
def test_never_more_inside_than_seats_and_none_is_lost(count, steps):
    async def play():
        seats, tasks, gates = _seats(count), [], []
        inside = 0

        async def visit(gate, is_lent):
            nonlocal inside
            seat = await seats.take(len(gates) % 3)
            try:
                inside += 1
                assert inside <= count
                if is_lent:
                    inside -= 1
                    try:
                        async with seat.lent():
                            await gate.wait()
                    finally:
                        inside += 1
                else:
                    await gate.wait()
            finally:
                inside -= 1
                seat.leave()

        for what, which in steps:
            if what in {"take", "lend"}:
                gates.append(asyncio.Event())
                tasks.append(asyncio.create_task(visit(gates[-1], what == "lend")))
            elif tasks and what == "leave":
                gates[which % len(gates)].set()
            elif tasks:
                tasks[which % len(tasks)].cancel()
            await asyncio.sleep(0)
        for gate in gates:
            gate.set()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(result is None or isinstance(result, asyncio.CancelledError) for result in results)
        again = [await asyncio.wait_for(seats.take(), 1) for _ in range(count)]
        assert seats.waiting == 0
        assert len(again) == count

    asyncio.run(play())
