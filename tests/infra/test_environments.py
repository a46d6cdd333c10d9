"""A wrong configuration is refused before anything is made, with a sentence that says what to change."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.answers import Answers
from infra.environments import DEV, ENVIRONMENTS, PROD, PROD_LEAN, get_environment, named
from infra.refusal import Misconfigured
from infra.sizes import FARGATE_MEMORY_MIB, CacheSize, NetworkSize, SearchSize, TaskSize
from tests.infra.assembly import ANSWERS, run_hermetic


def refused(make):
    with pytest.raises(Misconfigured) as caught:
        make()
    assert caught.value.remedy.endswith(".")
    return str(caught.value)


@pytest.mark.parametrize("name", ["production", "", None, "PROD"])
def test_an_unknown_environment_names_the_known_ones(name):
    said = refused(lambda: get_environment(name))
    assert all(known in said for known in ENVIRONMENTS)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (
            {"account": "", "domain": ""},
            "NEWSFORGE_INFRA_ACCOUNT to the account's 12 digits and NEWSFORGE_INFRA_DOMAIN",
        ),
        ({"account": ""}, "NEWSFORGE_INFRA_ACCOUNT"),
        ({"account": "12345"}, "12 digits"),
        ({"domain": ""}, "NEWSFORGE_INFRA_DOMAIN"),
        ({"domain": "not a domain"}, "like example.com"),
        ({"domain": "https://example.com"}, "like example.com"),
        ({"domain": f"{'a' * 60}.com"}, "at most 56"),
        ({"alarm_mail": "nonsense"}, "like ops@example.com"),
        ({"region": "eu-west-9"}, "ap-northeast-1"),
        ({"region": "ap-northeast-3"}, "where it runs itself"),
        ({"repository": "newsforge"}, "owner/name"),
        ({"release": "a tag"}, "short hash"),
    ],
)
def test_a_wrong_answer_says_what_to_set(wrong, says):
    assert says in refused(lambda: Answers.of({**ANSWERS, **wrong}, PROD, {}))


def test_context_wins_over_the_environments_variables_and_two_answers_are_enough():
    variables = {"NEWSFORGE_INFRA_ACCOUNT": "222222222222", "NEWSFORGE_INFRA_DOMAIN": "example.net"}
    assert Answers.of({}, DEV, variables).host(DEV) == "dev.example.net"
    assert Answers.of({"domain": "example.com"}, PROD, variables).host(PROD) == "example.com"


def test_three_vcpus_are_refused():
    said = refused(lambda: TaskSize(cpu_units=3072, memory_mib=8192, least=1, most=1))
    assert "3 vCPU" in said
    assert "2048" in said


@given(cpu=st.sampled_from(sorted(FARGATE_MEMORY_MIB)), memory=st.integers(0, 40_000))
def test_only_sizes_that_fargate_offers_pass(cpu, memory):
    if memory in FARGATE_MEMORY_MIB[cpu]:
        assert TaskSize(cpu_units=cpu, memory_mib=memory, least=1, most=1).memory_mib == memory
    else:
        refused(lambda: TaskSize(cpu_units=cpu, memory_mib=memory, least=1, most=1))


@pytest.mark.parametrize(
    "make",
    [
        lambda: TaskSize(cpu_units=256, memory_mib=512, least=3, most=2),
        lambda: TaskSize(cpu_units=256, memory_mib=512, least=0, most=2),
        lambda: NetworkSize(cidr="10.0.0.0/16", zones=1, nat_gateways=1),
        lambda: NetworkSize(cidr="10.0.0.0/16", zones=2, nat_gateways=3),
        lambda: NetworkSize(cidr="10.0.0.0/16", zones=3, nat_gateways=2),
        lambda: NetworkSize(cidr="8.8.0.0/16", zones=2, nat_gateways=1),
        lambda: NetworkSize(cidr="10.256.0.0/16", zones=2, nat_gateways=1),
        lambda: NetworkSize(cidr="10.010.0.0/16", zones=2, nat_gateways=1),
        lambda: CacheSize(node_type="cache.r6g.medium", nodes=3),
        lambda: CacheSize(node_type="cache.t4g.small", nodes=0),
        lambda: replace(PROD.database, instance_class="db.r6g.medium"),
        lambda: replace(PROD.database, instance_class="r6g.large"),
        lambda: replace(PROD.database, most_storage_gib=200),
        lambda: replace(PROD.database, storage_gib=-200),
        lambda: replace(PROD.database, storage_gib=10),
        lambda: replace(PROD.database, most_replicas=-1),
        lambda: replace(PROD.database, most_replicas=16),
        lambda: SearchSize(instance_type="t3.small", nodes=2, storage_gib=30),
        lambda: SearchSize(instance_type="t3.small.search", nodes=0, storage_gib=30),
        lambda: SearchSize(instance_type="t3.small.search", nodes=2, storage_gib=-30),
        lambda: replace(PROD, monthly_budget_usd=-1),
        lambda: replace(PROD, log_days=31),
        lambda: named(PROD, replace(DEV, network=PROD.network)),
        lambda: replace(PROD.database, backup_days=0),
        lambda: replace(PROD_LEAN.database, most_replicas=2),
        lambda: replace(PROD, database=replace(PROD.database, is_multi_az=False)),
        lambda: replace(DEV, has_recovery=True),
    ],
)
def test_what_aws_does_not_sell_or_would_lose_data_is_refused(make):
    refused(make)


def test_values_cannot_be_changed():
    for value, field in ((PROD, "name"), (PROD.api, "least"), (PROD.database, "storage_gib")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, field, 1)


def test_two_may_have_one_network_only_when_one_takes_the_place_of_the_other():
    assert named(PROD, PROD_LEAN)["prod-lean"].network.cidr == PROD.network.cidr
    said = refused(lambda: named(PROD, replace(PROD_LEAN, instead_of=None)))
    assert "prod-lean" in said
    assert PROD.network.cidr in said


def test_a_domain_is_the_same_in_capitals():
    given = {"account": ANSWERS["account"], "domain": "News.Example.COM"}
    assert Answers.of(given, PROD, {}).domain == "news.example.com"


@pytest.mark.parametrize("name", [None, "prd"])
def test_what_is_to_be_typed_stays_on_one_line(name):
    with pytest.raises(Misconfigured) as caught:
        get_environment(name)
    lines = caught.value.for_terminal().splitlines()
    assert max(map(len, lines)) <= 80
    assert any("`make synth ENV=dev`" in line for line in lines)


def test_the_command_refuses_in_one_sentence_and_writes_nothing(tmp_path):
    given = {**ANSWERS, "environment": "prod", "out": tmp_path / "out", "domain": ""}
    done = run_hermetic("infra.app", *(f"{name}={value}" for name, value in given.items()), home=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("newsforge: ")
    assert "Traceback" not in done.stderr
    assert max(map(len, done.stderr.splitlines())) <= 80
    assert not (tmp_path / "out").exists()
