"""The bill and the capacity model: figures that the docs quote, and that they move the right way."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.__main__ import main
from infra.cost.bill import COMMITTED, ON_DEMAND, Buying, bill, total_usd
from infra.cost.capacity import AHEAD_CPU_S, CONVERSION_CPU_S, PAGE_CPU_S, READ_CPU_S, load_of_users
from infra.cost.prices import FILE, Certainty, read_prices
from infra.cost.report import bill_text, comparison_text
from infra.environments import DEV, ENVIRONMENTS, PROD, PROD_LEAN, STAGING
from infra.refusal import Misconfigured
from tests.infra.assembly import ROOT

PRICES = read_prices()
QUIET = load_of_users(1000)


def usd(environment, buying=ON_DEMAND, load=QUIET):
    return total_usd(bill(environment, PRICES, buying=buying, load=load))


def test_each_price_has_a_date_a_source_and_how_sure_it_is():
    for name, price in json.loads(FILE.read_text())["prices"].items():
        assert price["usd"] > 0, name
        assert re.fullmatch(r"202[56]-\d\d-\d\d", price["date"])
        assert price["source"]
        assert price["certainty"] in {"quoted", "derived", "unverified"}
        # What is from memory says so, and what claims a source names one that can be looked up.
        assert ("from memory" in price["source"]) is (price["certainty"] == "unverified"), name


def test_more_than_half_of_the_prices_have_a_source():
    quoted = [c for c in PRICES.certainty.values() if c is Certainty.QUOTED]
    assert len(quoted) >= 17


def test_a_line_is_as_sure_as_its_least_sure_price():
    lines = {line.what.partition(" ")[0]: line for line in bill(DEV, PRICES, buying=ON_DEMAND, load=QUIET)}
    assert lines["web:"].certainty is Certainty.UNVERIFIED  # what Spot takes off moves
    on_demand = bill(PROD, PRICES, buying=ON_DEMAND, load=QUIET)
    assert next(line for line in on_demand if line.part == "ECS Fargate").certainty is Certainty.QUOTED
    assert next(line for line in on_demand if line.part == "RDS PostgreSQL").certainty is Certainty.DERIVED
    committed = bill(PROD, PRICES, buying=COMMITTED, load=QUIET)
    assert next(line for line in committed if line.part == "ECS Fargate").certainty is Certainty.UNVERIFIED


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=list(ENVIRONMENTS))
def test_every_environment_can_be_priced_and_is_within_its_own_budget(environment):
    assert usd(environment) < environment.monthly_budget_usd


def test_the_plans_budget_buys_lean_production_but_not_the_plans_sizes():
    assert usd(PROD_LEAN) <= 1000
    assert usd(PROD, COMMITTED) > 1000


def test_committing_never_costs_more_and_nights_off_save():
    for environment in (DEV, STAGING, PROD, PROD_LEAN):
        assert usd(environment, COMMITTED) < usd(environment)
    assert usd(DEV) < usd(replace(DEV, is_off_at_night=False))
    assert usd(DEV) < usd(replace(DEV, is_spot=False))


def test_what_has_no_price_is_refused():
    odd = replace(PROD, cache=replace(PROD.cache, node_type="cache.r7g.large"))
    with pytest.raises(Misconfigured, match=r"cache\.r7g\.large"):
        usd(odd)


@given(fewer=st.integers(0, 10_000_000), more=st.integers(0, 10_000_000))
def test_more_people_never_need_less(fewer, more):
    low, high = (load_of_users(n) for n in sorted((fewer, more)))
    assert low.requests_per_second <= high.requests_per_second
    assert low.replicas <= high.replicas
    assert all(low.peak_tasks[name] <= high.peak_tasks[name] for name in low.peak_tasks)
    assert usd(PROD, load=low) <= usd(PROD, load=high) + 1e-6


def test_beyond_one_database_the_model_says_so():
    with pytest.raises(Misconfigured, match="Spread workspaces"):
        load_of_users(1_000_000_000)
    with pytest.raises(Misconfigured):
        load_of_users(-1)


def test_the_service_times_are_the_measured_ones():
    results = ROOT / "benchmarks/results"
    measured = json.loads((results / "real_pages.json").read_text())["scores"]["conversion"]["cpu"]
    assert measured["p50_ms"] / 1000 == pytest.approx(CONVERSION_CPU_S, rel=0.25)
    read = json.loads((results / "api.json").read_text())["scores"]["cpu_us_a_request"]["newsforge"]
    assert read / 1e6 == pytest.approx(READ_CPU_S, rel=0.25)
    pages = json.loads((results / "pages.json").read_text())["scores"]["pages"]
    assert pages["open conversion"]["cpu_ms"] / 1000 == pytest.approx(PAGE_CPU_S, rel=0.25)
    assert pages["fetched ahead"]["cpu_ms"] / 1000 == pytest.approx(AHEAD_CPU_S, rel=0.25)


def test_the_command_prints_the_bill_and_the_comparison(capsys):
    assert main(["cost", "--environment", "prod-lean", "--users", "500"]) == 0
    assert "prod-lean, 500 users" in capsys.readouterr().out
    assert main(["cost", "--compare"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"prod +[\d,]+ +[\d,]+ +\d+ over", out)
    assert re.search(r"prod-lean +[\d,]+ +[\d,]+ +fits", out)
    assert "10,000,000" in out


@pytest.mark.parametrize("users", [0, 1000, 10_000_000])
@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=list(ENVIRONMENTS))
def test_the_bill_fits_a_terminal_of_eighty_columns_and_names_what_is_unverified(environment, users):
    for text in (bill_text(environment, users=users, buying=COMMITTED), comparison_text(users=users)):
        assert max(map(len, text.splitlines())) <= 80, max(text.splitlines(), key=len)
        for name in ("search.t3.small.hour", "backup.gb_month", "spot"):
            assert name in text


def test_each_way_to_buy_is_priced_alone_and_together(capsys):
    """By hand: 30 % off database, replica and cache; 20 % off Fargate; 70 % off two workers."""
    fargate_hour = {"web": 0.04929, "API": 0.09858, "workers": 0.09858}
    tasks = 730 * (2 * fargate_hour["web"] + 3 * fargate_hour["API"] + 2 * fargate_hour["workers"])
    workers = 730 * 2 * fargate_hour["workers"]
    reserved = 0.3 * 730 * (3 * 0.27 + 3 * 0.198)
    for buying, saved in (
        (Buying(is_reserved=True), reserved),
        (Buying(has_savings_plan=True), 0.2 * tasks),
        (Buying(has_spot_workers=True), 0.7 * workers),
        (
            Buying(is_reserved=True, has_savings_plan=True, has_spot_workers=True),
            reserved + 0.2 * (tasks - workers) + 0.7 * workers,
        ),
    ):
        assert usd(PROD) - usd(PROD, buying) == pytest.approx(saved, abs=0.01), buying.in_words()
    assert main(["cost", "--compare", "--environment", "prod-lean"]) == 0
    assert re.search(r"Ways to buy prod-lean:\n.*\n.*reserved a year +\d+ less", capsys.readouterr().out)
    assert main(["cost", "--reserved", "--spot-workers"]) == 0
    assert "reserved a year, spot workers" in capsys.readouterr().out
    assert main(["cost", "--reserved", "--compare"]) == 2
    assert "every way to buy" in capsys.readouterr().err


def test_a_wrong_environment_is_one_sentence(capsys):
    assert main(["cost", "--environment", "production"]) == 2
    assert "prod-lean" in capsys.readouterr().err
