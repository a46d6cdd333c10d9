"""The circuit breaker on a clock that the test moves."""

from __future__ import annotations

import pytest

from newsforge.pipeline.breaker import Breaker, Circuit

CIRCUIT = Circuit("openai", "workspace-1")


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker(threshold=3, window_s=60, cooldown_s=30, clock=clock)


def fail(breaker, times=1):
    for _ in range(times):
        breaker.failed(CIRCUIT)


def test_it_opens_at_the_threshold_and_says_for_how_long(breaker, clock):
    fail(breaker, 2)
    assert breaker.admit(CIRCUIT) == 0
    fail(breaker)
    assert breaker.admit(CIRCUIT) == 30
    clock.now += 10
    assert breaker.admit(CIRCUIT) == 20


def test_old_failures_do_not_count(breaker, clock):
    fail(breaker, 2)
    clock.now += 61
    fail(breaker, 2)
    assert breaker.admit(CIRCUIT) == 0


def test_a_success_forgets_the_failures(breaker):
    fail(breaker, 2)
    breaker.succeeded(CIRCUIT)
    fail(breaker, 2)
    assert breaker.admit(CIRCUIT) == 0


def test_one_probe_at_a_time_when_half_open(breaker, clock):
    fail(breaker, 3)
    clock.now += 31
    assert breaker.admit(CIRCUIT) == 0
    assert breaker.admit(CIRCUIT) > 0
    breaker.succeeded(CIRCUIT)
    assert breaker.admit(CIRCUIT) == 0
    assert breaker.admit(CIRCUIT) == 0


def test_a_failed_probe_opens_it_again(breaker, clock):
    fail(breaker, 3)
    clock.now += 90  # the failures are out of the window: it is the probe alone that opens it
    assert breaker.admit(CIRCUIT) == 0
    fail(breaker)
    assert breaker.admit(CIRCUIT) == 30


def test_a_probe_that_was_given_up_makes_room_for_the_next(breaker, clock):
    fail(breaker, 3)
    clock.now += 31
    assert breaker.admit(CIRCUIT) == 0
    breaker.abandoned(CIRCUIT)
    assert breaker.admit(CIRCUIT) == 0


def test_owners_and_vendors_are_apart(breaker):
    fail(breaker, 3)
    assert breaker.admit(Circuit("openai", "workspace-2")) == 0
    assert breaker.admit(Circuit("anthropic", "workspace-1")) == 0


def test_a_hold_lasts_as_long_as_the_vendor_asks_and_lets_all_go_on(breaker, clock):
    breaker.hold(CIRCUIT, wait_s=20)
    breaker.hold(CIRCUIT, wait_s=5)
    assert breaker.admit(CIRCUIT) == 20
    clock.now += 20
    assert breaker.admit(CIRCUIT) == 0
    assert breaker.admit(CIRCUIT) == 0


def test_a_late_success_does_not_lift_a_hold(breaker):
    breaker.hold(CIRCUIT, wait_s=20)
    breaker.succeeded(CIRCUIT)
    assert breaker.admit(CIRCUIT) == 20
