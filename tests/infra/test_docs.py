"""The page about the platform says what is there."""

import re

import pytest

from infra.cost.bill import COMMITTED, ON_DEMAND, bill, total_usd
from infra.cost.capacity import load_of_users
from infra.cost.prices import read_prices
from infra.diagram import draw
from infra.environments import ENVIRONMENTS
from tests.infra.assembly import ROOT

PAGE = (ROOT / "docs/infrastructure.md").read_text()


@pytest.mark.parametrize("name", ["docs/infrastructure.md", "README.md", "README.ko.md"])
def test_the_picture_is_the_one_of_the_templates(name, prod):
    text = (ROOT / name).read_text()
    drawn = re.search(r"<!-- diagram -->\n(.*?)\n<!-- /diagram -->", text, re.DOTALL)[1]
    assert drawn == draw(prod.folder), "python -m infra.diagram infra/cdk.out/prod"


def test_every_file_and_test_that_the_table_names_exists():
    table = PAGE.partition("## Plan line")[2].partition("\n## ")[0]
    for path in re.findall(r"`((?:stacks|constructs|cost)/\w*(?:\.py)?)`", table):
        assert (ROOT / "infra" / path).exists(), path
    tests = "".join(path.read_text() for path in (ROOT / "tests/infra").glob("test_*.py"))
    for name in re.findall(r"`(test_\w+|Test\w+)(?:\[\w+\])?`", table):
        assert f"{name}(" in tests or f"class {name}:" in tests, name
    for link in re.findall(r"\]\((adr/[\w-]+\.md)\)", PAGE):
        assert (ROOT / "docs" / link).exists(), link


def test_the_sums_are_those_that_are_printed():
    row = next(line for line in PAGE.splitlines() if line.startswith("| USD a month"))
    prices, load = read_prices(), load_of_users(1000)
    for name in ("dev", "staging", "prod", "prod-lean"):
        assert f"{total_usd(bill(ENVIRONMENTS[name], prices, buying=ON_DEMAND, load=load)):,.0f}" in row
    for name in ("prod", "prod-lean"):
        assert f"{total_usd(bill(ENVIRONMENTS[name], prices, buying=COMMITTED, load=load)):,.0f}" in row
