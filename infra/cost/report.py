"""The bill and the comparison as text for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from infra.cost.bill import COMMITTED, ON_DEMAND, Buying, Line, bill, total_usd
from infra.cost.capacity import load_of_users
from infra.cost.prices import Certainty, Prices, read_prices
from infra.environments import ENVIRONMENTS, PROD, Environment

#: The plan: "총계: $500-1000/월".
PLAN_USD: Final = (500, 1000)
_SCALES: Final = (100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_MARKS: Final = {Certainty.QUOTED: " ", Certainty.DERIVED: "~", Certainty.UNVERIFIED: "?"}


def bill_text(environment: Environment, *, users: int, buying: Buying = ON_DEMAND) -> str:
    prices = read_prices()
    lines = bill(environment, prices, buying=buying, load=load_of_users(users))
    how = "committed for a year" if buying is COMMITTED else "on demand"
    return "\n".join(
        [
            f"{environment.name}, {users:,} users, {how}, USD a month:",
            *_rows(lines),
            f"  {'total':<66}{total_usd(lines):>9,.0f}",
            "",
            *_how_sure(lines, prices),
        ]
    )


def _rows(lines: list[Line]) -> Iterator[str]:
    """The part is written once for all its lines."""
    before = ""
    for line in lines:
        part = "" if line.part == before else line.part
        before = line.part
        yield f"  {part:<23}{line.what:<43}{line.usd:>9,.0f} {_MARKS[line.certainty]}".rstrip()


def _how_sure(lines: list[Line], prices: Prices) -> Iterator[str]:
    usd = dict.fromkeys(Certainty, 0.0)
    for line in lines:
        usd[line.certainty] += line.usd
    yield f"{usd[Certainty.QUOTED]:,.0f} USD of it rest on prices that somebody quotes from AWS with their date,"
    yield f"{usd[Certainty.DERIVED]:,.0f} (~) on prices derived from such,"
    yield f"{usd[Certainty.UNVERIFIED]:,.0f} (?) on unverified ones. Unverified are:"
    unverified = [name for name, certainty in prices.certainty.items() if certainty is Certainty.UNVERIFIED]
    yield from _wrapped(unverified)
    yield f"Tokyo, {prices.collected}, without tax and AI vendors. Sources: infra/cost/prices.json."


def _wrapped(words: list[str], width: int = 78) -> Iterator[str]:
    row = " "
    for word in words:
        if len(row) + len(word) + 1 > width:
            yield row
            row = " "
        row += f" {word}"
    yield row


def comparison_text(*, users: int) -> str:
    prices = read_prices()
    load = load_of_users(users)
    rows = [
        f"USD a month at {users:,} users:",
        f"  {'':<16}{'on demand':>10}{'committed':>11}   committed: the plan is 500-1,000",
    ]
    for environment in ENVIRONMENTS.values():
        if environment.is_recovery:
            continue
        asked, bought = (total_usd(bill(environment, prices, buying=b, load=load)) for b in (ON_DEMAND, COMMITTED))
        rows.append(f"  {environment.name:<16}{asked:>10,.0f}{bought:>11,.0f}   {_verdict(bought)}")
    plan = bill(PROD, prices, buying=ON_DEMAND, load=load)
    return "\n".join([*rows, "", *_scale_rows(prices), "", "Of prod on demand:", *_how_sure(plan, prices)])


def _verdict(usd: float) -> str:
    least, most = PLAN_USD
    if usd < least:
        return f"{least - usd:,.0f} below"
    return "fits" if usd <= most else f"{usd - most:,.0f} over"


def _scale_rows(prices: Prices) -> Iterator[str]:
    yield "From a hundred people to ten million (prod, committed; tasks at the peak):"
    widths = {
        "users": 11,
        "conversions/day": 17,
        "web": 6,
        "API": 6,
        "workers": 9,
        "replicas": 10,
        "primary": 9,
        "USD": 10,
    }
    yield "".join(f"{title:>{width}}" for title, width in widths.items())
    for users in _SCALES:
        load = load_of_users(users)
        usd = total_usd(bill(PROD, prices, buying=COMMITTED, load=load))
        least = {"web": PROD.web.least, "API": PROD.api.least, "workers": PROD.worker.least}
        peak = {name: max(load.peak_tasks[name], fewest) for name, fewest in least.items()}
        values = (users, load.conversions_per_day, *peak.values(), load.replicas)
        cells = [f"{value:>{width},}" for value, width in zip(values, widths.values(), strict=False)]
        yield "".join([*cells, f"{f'{load.primary_factor:.0f} x':>{widths['primary']}}", f"{usd:>{widths['USD']},.0f}"])
    yield "Replicas beyond 4 and a primary beyond 1 x are not in the sum: they need a"
    yield "change of infra/environments.py first."
