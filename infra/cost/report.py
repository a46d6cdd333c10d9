"""The bill and the comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from infra.cost.bill import COMMITTED, ON_DEMAND, Buying, bill, total_usd
from infra.cost.capacity import load_of_users
from infra.cost.prices import Prices, read_prices
from infra.environments import ENVIRONMENTS, PROD, Environment

#: The plan: "총계: $500-1000/월".
PLAN_USD: Final = (500, 1000)
_SCALES: Final = (100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000)


def bill_text(environment: Environment, *, users: int, buying: Buying = ON_DEMAND) -> str:
    prices = read_prices()
    lines = bill(environment, prices, buying=buying, load=load_of_users(users))
    rows = [f"  {line.part:<24}{line.what:<52}{line.usd:>10,.0f}" for line in lines]
    head = f"{environment.name}, {users:,} users, {'committed for a year' if buying is COMMITTED else 'on demand'}"
    return "\n".join([head + ", USD a month:", *rows, f"  {'total':<76}{total_usd(lines):>10,.0f}", *_caveats(prices)])


def comparison_text(*, users: int) -> str:
    prices = read_prices()
    load = load_of_users(users)
    rows = [f"USD a month at {users:,} users:", f"  {'':<24}{'on demand':>12}{'committed':>12}   the plan's 500-1,000"]
    for environment in (*ENVIRONMENTS.values(),):
        if environment.is_recovery:
            continue
        asked, bought = (total_usd(bill(environment, prices, buying=b, load=load)) for b in (ON_DEMAND, COMMITTED))
        verdict = "fits" if bought <= PLAN_USD[1] else f"over by {bought - PLAN_USD[1]:,.0f}"
        rows.append(f"  {environment.name:<24}{asked:>12,.0f}{bought:>12,.0f}   {verdict}")
    return "\n".join([*rows, "", *_scale_rows(prices), *_caveats(prices)])


def _scale_rows(prices: Prices) -> Iterator[str]:
    yield "From a hundred people to ten million (prod, committed; tasks at the busiest hour):"
    titles = {
        "users": 12,
        "conversions/day": 18,
        "web": 6,
        "API": 6,
        "workers": 9,
        "replicas": 10,
        "primary": 10,
        "USD": 12,
    }
    yield "  " + "".join(f"{title:>{width}}" for title, width in titles.items())
    for users in _SCALES:
        load = load_of_users(users)
        usd = total_usd(bill(PROD, prices, buying=COMMITTED, load=load))
        peak = {name: max(n, least) for (name, n), least in zip(load.peak_tasks.items(), _least(), strict=True)}
        yield (
            f"  {users:>12,}{load.conversions_per_day:>18,}{peak['web']:>6}{peak['API']:>6}{peak['workers']:>9}"
            f"{load.replicas:>10}{f'{load.primary_factor:.0f} x':>10}{usd:>12,.0f}"
        )
    yield "  (replicas beyond 4 and primaries beyond 1 x are not in the sum: they need a change of environments.py)"


def _least() -> tuple[int, int, int]:
    return PROD.web.least, PROD.api.least, PROD.worker.least


def _caveats(prices: Prices) -> Iterator[str]:
    unsure = sum(confidence != "quoted" for confidence in prices.confidence.values())
    yield ""
    yield f"Prices of {prices.collected}, Tokyo, without tax and without AI vendors; {unsure} of {len(prices.usd)} are"
    yield "derived or unverified (infra/cost/prices.json says which), so take it as +-15 %."
