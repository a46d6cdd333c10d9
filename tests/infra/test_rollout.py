"""Running tasks are brought to a release and back to the one before: really asked of the twin of ECS."""

import boto3
import pytest
from moto import mock_aws

from infra.environments import PROD
from infra.refusal import Misconfigured
from infra.rollout import family_of, roll

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
CLUSTER = "newsforge-prod"
SERVICES = ("newsforge-prod-api-blue", "newsforge-prod-api-green", "newsforge-prod-worker")


def register(ecs, release):
    for family in ("newsforge-prod-api", "newsforge-prod-worker"):
        ecs.register_task_definition(
            family=family,
            containerDefinitions=[
                {
                    "name": "x",
                    "image": "x",
                    "memory": 64,
                    "environment": [{"name": "NEWSFORGE_RELEASE", "value": release}],
                }
            ],
        )


@pytest.fixture
def ecs(monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    with mock_aws():
        ecs = boto3.client("ecs", region_name="ap-northeast-1")
        ecs.create_cluster(clusterName=CLUSTER)
        register(ecs, "old")
        for service in SERVICES:
            ecs.create_service(cluster=CLUSTER, serviceName=service, taskDefinition=family_of(service), desiredCount=1)
        yield ecs


def running(ecs):
    found = ecs.describe_services(cluster=CLUSTER, services=list(SERVICES))["services"]
    return {each["serviceName"]: each["taskDefinition"].rsplit(":", 1)[-1] for each in found}


def test_a_new_release_reaches_every_service_of_both_colours(ecs):
    register(ecs, "new")
    rolled = roll(ecs, PROD, "new")
    assert set(rolled) == set(SERVICES)
    assert set(running(ecs).values()) == {"2"}


def test_and_back_to_the_one_before(ecs):
    register(ecs, "new")
    roll(ecs, PROD, None)
    assert set(running(ecs).values()) == {"2"}
    roll(ecs, PROD, "old")
    assert set(running(ecs).values()) == {"1"}


def test_a_release_that_was_never_deployed_changes_nothing(ecs):
    with pytest.raises(Misconfigured, match="newsforge-prod-worker"):
        roll(ecs, PROD, "newest")
    assert set(running(ecs).values()) == {"1"}


def test_where_nothing_runs_there_is_nothing_to_roll(monkeypatch):
    with mock_aws():
        ecs = boto3.client("ecs", region_name="ap-northeast-1", aws_access_key_id="x", aws_secret_access_key="x")
        ecs.create_cluster(clusterName=CLUSTER)
        with pytest.raises(Misconfigured, match="no service"):
            roll(ecs, PROD, None)
