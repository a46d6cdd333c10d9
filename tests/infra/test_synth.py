"""Every environment synthesizes without a network, and nothing that the checkers found is left unexplained."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from infra.environments import EDGE_REGION, ENVIRONMENTS, PRIMARY_REGION, RECOVERY_REGION
from tests.infra.assembly import ROOT, text_of, without_network


def test_nothing_was_looked_up_and_nothing_is_to_be_uploaded(assembly):
    """No context is missing (which would mean a question to AWS), and there is no code or image asset."""
    assert "missing" not in assembly.manifest
    for path in assembly.folder.glob("*.assets.json"):
        assets = json.loads(path.read_text())
        assert all(each["source"]["path"].endswith(".template.json") for each in assets["files"].values())
        assert not assets["dockerImages"]


def test_there_is_no_function_that_nobody_wrote(assembly):
    assert assembly.all("Lambda::Function") == []


def test_the_checkers_found_nothing(assembly):
    plugins = {report["pluginName"]: report for report in assembly.report["pluginReports"]}
    assert "AwsSolutions" in plugins
    for name, report in plugins.items():
        assert report["conclusion"] == "success", name
        assert report["violations"] == [], name


def test_the_platform_never_imports_the_product():
    for path in (ROOT / "infra").rglob("*.py"):
        assert not re.search(r"^\s*(from|import) newsforge\b", path.read_text(), re.MULTILINE), path


def test_no_stack_imports_the_cost_model():
    """A synth that is kept for the next run is kept whatever the prices say."""
    for path in [*(ROOT / "infra").glob("*.py"), *(ROOT / "infra/stacks").glob("*.py")]:
        if path.name != "__main__.py":
            assert "infra.cost" not in path.read_text(), path


def test_an_explanation_names_its_finding_and_not_the_whole_rule():
    sources = [path.read_text() for path in (ROOT / "infra").rglob("*.py")]
    assert sum(source.count("acknowledge(") for source in sources) > 10
    for source in sources:
        assert '"IAM5"' not in source
        assert '"IAM4"' not in source


def test_stacks_stand_where_they_belong(assemblies):
    for name, assembly in assemblies.items():
        home = RECOVERY_REGION if ENVIRONMENTS[name].is_recovery else PRIMARY_REGION
        for stack in assembly.stacks:
            expected = {"Firewall": EDGE_REGION, "Edge": EDGE_REGION, "Recovery": RECOVERY_REGION}.get(stack, home)
            assert assembly.place_of(stack) == expected, stack
    assert {name for name, a in assemblies.items() if "Recovery" in a.stacks} == {"prod", "prod-lean"}


def test_each_reference_between_stacks_has_its_output(assemblies):
    """References are by name (Fn::GetStackOutput), so that no export locks two stacks together; each must resolve."""
    published = {
        (a.stack_name(stack), a.place_of(stack), output)
        for a in assemblies.values()
        for stack, template in a.stacks.items()
        for output in template.get("Outputs", {})
    }
    asked = 0

    def walk(value, place):
        nonlocal asked
        if isinstance(value, dict):
            if "Fn::GetStackOutput" in value:
                wanted = value["Fn::GetStackOutput"]
                asked += 1
                assert (wanted["StackName"], wanted.get("Region", place), wanted["OutputName"]) in published
            assert "Fn::ImportValue" not in value
            for each in value.values():
                walk(each, place)
        elif isinstance(value, list):
            for each in value:
                walk(each, place)

    for assembly in assemblies.values():
        for stack, template in assembly.stacks.items():
            walk(template, assembly.place_of(stack))
    assert asked > 100


RECOVERIES = [("prod", "prod-recovery"), ("prod-lean", "lean-recovery")]


def test_each_production_can_be_raised_in_osaka():
    assert {e.restores for e in ENVIRONMENTS.values() if e.restores} == {
        e.name for e in ENVIRONMENTS.values() if e.has_recovery
    }


@pytest.mark.parametrize(("lost", "name"), RECOVERIES)
def test_a_recovery_asks_nothing_of_the_region_that_is_gone(assemblies, lost, name):
    """Its values come from the pilot light in Osaka; edge and zone are global."""
    for stack, template in assemblies[name].stacks.items():
        assert PRIMARY_REGION not in text_of(template), stack
    parameters = [p for t in assemblies[name].stacks.values() for p in t.get("Parameters", {}).values()]
    assert f"/newsforge/{lost}/pilot/zone-id" in {p.get("Default") for p in parameters}


@pytest.mark.parametrize(("lost", "name"), RECOVERIES)
def test_a_recovery_turns_the_edge_that_is_there(assemblies, lost, name):
    prod, recovery = assemblies[lost], assemblies[name]
    assert recovery.stack_name("Edge") == prod.stack_name("Edge")
    ids = {r.logical_id for r in prod.all("CloudFront::Distribution")}
    assert ids == {r.logical_id for r in recovery.all("CloudFront::Distribution")}


#: The others have no kind of resource of their own.
LINTED = ("dev", "prod", "prod-recovery")


@pytest.mark.slow
@pytest.mark.parametrize("region", [PRIMARY_REGION, RECOVERY_REGION, EDGE_REGION])
def test_cfn_lint_agrees(assemblies, region):
    """One process a region, for it takes longer to begin than to read a template."""
    files = [
        str(assemblies[name].folder / f"{stack}.template.json")
        for name in LINTED
        for stack in assemblies[name].stacks
        if assemblies[name].place_of(stack) == region
    ]
    assert files
    # W3005 minds dependencies that are already implied, which CDK writes all the same; W3010 wants the zones looked
    # up, which a synth without a network does not do.
    done = subprocess.run(
        [str(Path(sys.executable).parent / "cfn-lint"), "-r", region, "-i", "W3005", "-i", "W3010", "--", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]


def test_the_synth_really_had_no_network():
    prefix = without_network()
    if not prefix:
        pytest.skip("this machine lets nobody make a network namespace")
    code = "import socket; socket.create_connection(('192.0.2.1', 443), 2)"
    done = subprocess.run([*prefix, sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "unreachable" in done.stderr


def test_mypy_follows_all_of_cdk_that_is_used():
    """A module that it does not follow is Any, and a wrong name in it would be seen by nobody."""
    overrides = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]["overrides"]
    (followed,) = [each["module"] for each in overrides if each.get("follow_imports") == "silent"]
    sources = [path.read_text() for path in (ROOT / "infra").rglob("*.py")]
    used = {
        name for source in sources for name in re.findall(r"^\s*from aws_cdk import (aws_\w+)", source, re.MULTILINE)
    }
    assert set(followed) == {"aws_cdk", *(f"aws_cdk.{name}" for name in used)}
