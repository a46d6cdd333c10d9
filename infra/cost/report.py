"""The bill and the comparison as text for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from infra.cost.bill import COMMITTED, ON_DEMAND, Buying, Line, bill, total_usd
from infra.cost.capacity import Load, load_of_users
from infra.cost.prices import Certainty, Prices, read_prices
from infra.environments import ENVIRONMENTS, PROD, Environment

#: The plan: "총계: $500-1000/월".
PLAN_USD: Final = (500, 1000)
_SCALES: Final = (100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_CHOICES: Final = (
    ON_DEMAND,
    Buying(is_reserved=True),
    Buying(has_savings_plan=True),
    Buying(has_spot_workers=True),
    Buying(is_reserved=True, has_savings_plan=True, has_spot_workers=True),
)
_MARKS: Final = {Certainty.QUOTED: " ", Certainty.DERIVED: "~", Certainty.UNVERIFIED: "?"}


def bill_text(environment: Environment, *, users: int, buying: Buying = ON_DEMAND) -> str:
    prices = read_prices()
    lines = bill(environment, prices, buying=buying, load=load_of_users(users))
    return "\n".join(
        [
            f"{environment.name}, {users:,} users, USD a month",
            f"({buying.in_words()}):",
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


def comparison_text(environment: Environment = PROD, *, users: int) -> str:
    """Every environment, each way of buying ``environment``, and growth."""
    prices = read_prices()
    load = load_of_users(users)
    rows = [
        f"USD a month at {users:,} users:",
        f"  {'':<16}{'on demand':>10}{'committed':>11}   committed: the plan is 500-1,000",
    ]
    for each in ENVIRONMENTS.values():
        if each.is_recovery:
            continue
        asked, bought = (total_usd(bill(each, prices, buying=b, load=load)) for b in (ON_DEMAND, COMMITTED))
        rows.append(f"  {each.name:<16}{asked:>10,.0f}{bought:>11,.0f}   {_verdict(bought)}")
    lines = bill(environment, prices, buying=ON_DEMAND, load=load)
    return "\n".join(
        [
            *rows,
            "",
            *_choice_rows(environment, prices, load),
            "",
            *_scale_rows(prices),
            "",
            f"Of {environment.name} on demand:",
            *_how_sure(lines, prices),
        ]
    )


def _choice_rows(environment: Environment, prices: Prices, load: Load) -> Iterator[str]:
    """What each way of buying saves alone, and all of them together."""
    yield f"Ways to buy {environment.name}:"
    on_demand = total_usd(bill(environment, prices, buying=ON_DEMAND, load=load))
    for buying in _CHOICES:
        usd = total_usd(bill(environment, prices, buying=buying, load=load))
        saved = f"{on_demand - usd:,.0f} less" if buying is not ON_DEMAND else ""
        yield f"  {buying.in_words():<52}{saved:>15}{usd:>10,.0f}"


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
