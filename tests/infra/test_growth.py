"""Read replicas come and go with the load: the state machine really run, against the twin of RDS, ECS and the rest."""

import threading
import time

import pytest

from infra.constructs.replica_growth import Growth, growth_machine
from infra.environments import PROD
from infra.stacks.growth import BUSY_PERCENT, CALM_PERCENT
from tests.infra.assembly import text_of
from tests.infra.clients import ask
from tests.infra.image import start
from tests.infra.steps import Machine, executing_region

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

GROWTH = Growth(
    primary="newsforge-prod",
    replica_class="db.r6g.large",
    group_id="sg-1",
    most=PROD.database.most_replicas,
    parameter="/newsforge/prod/settings/NEWSFORGE_DB_REPLICA_HOSTS",
    cluster="newsforge-prod",
    services=("newsforge-prod-api-blue", "newsforge-prod-worker"),
    busy="busy",
    calm="calm",
    tags={"environment": "prod"},
)
FIRST = GROWTH.name(1)


class Region:
    """Tokyo as the data and compute stacks leave it, and what can happen there."""

    def __init__(self):
        rds, ecs = ask("rds"), ask("ecs")
        rds.create_db_instance(
            DBInstanceIdentifier=GROWTH.primary,
            Engine="postgres",
            DBInstanceClass="db.r6g.large",
            AllocatedStorage=200,
            MasterUsername="x",
            MasterUserPassword="xxxxxxxx",
        )
        rds.create_db_instance_read_replica(
            DBInstanceIdentifier=FIRST, SourceDBInstanceIdentifier=GROWTH.primary, DBInstanceClass="db.r6g.large"
        )
        ecs.create_cluster(clusterName=GROWTH.cluster)
        ecs.register_task_definition(family="f", containerDefinitions=[{"name": "f", "image": "f", "memory": 64}])
        for service in GROWTH.services:
            ecs.create_service(cluster=GROWTH.cluster, serviceName=service, taskDefinition="f", desiredCount=1)
        ask("ssm").put_parameter(Name=GROWTH.parameter, Value="first", Type="String")
        for name in (GROWTH.busy, GROWTH.calm):
            ask("cloudwatch").put_metric_alarm(
                AlarmName=name,
                MetricName="CPUUtilization",
                Namespace="AWS/RDS",
                Period=300,
                EvaluationPeriods=2,
                Threshold=BUSY_PERCENT,
                ComparisonOperator="GreaterThanThreshold",
                Statistic="Average",
            )
        self.machine = Machine(growth_machine(GROWTH))

    def tell(self, *, busy=False, calm=False):
        for name, state in ((GROWTH.busy, busy), (GROWTH.calm, calm)):
            ask("cloudwatch").set_alarm_state(
                AlarmName=name, StateValue="ALARM" if state else "OK", StateReason="a test says so"
            )

    def replicas(self):
        found = [d["DBInstanceIdentifier"] for d in ask("rds").describe_db_instances()["DBInstances"]]
        return sorted(name for name in found if name != GROWTH.primary)

    def published(self):
        """Whose addresses the tasks read."""
        written = ask("ssm").get_parameter(Name=GROWTH.parameter)["Parameter"]["Value"]
        return sorted(host.split(".")[0] for host in start.listed(written))

    def grow_to(self, count):
        for number in range(2, count + 1):
            ask("rds").create_db_instance_read_replica(
                DBInstanceIdentifier=GROWTH.name(number), SourceDBInstanceIdentifier=GROWTH.primary
            )


@pytest.fixture
def region(monkeypatch):
    with executing_region(monkeypatch):
        yield Region()


def when(condition, act):
    """Do ``act`` beside the running machine as soon as ``condition`` holds."""

    def watch():
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if condition():
                act()
                return
            time.sleep(0.02)

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def test_a_busy_replica_gets_another_and_tasks_hear_of_it(region):
    region.tell(busy=True)
    watcher = when(lambda: len(region.replicas()) == 2, region.tell)
    ended = region.machine.run()
    watcher.join()
    assert ended["status"] == "SUCCEEDED", ended
    assert region.replicas() == [FIRST, GROWTH.name(2)]
    assert region.published() == region.replicas()
    made = ask("rds").describe_db_instances(DBInstanceIdentifier=GROWTH.name(2))["DBInstances"][0]
    assert not made["PubliclyAccessible"]
    assert made["DBInstanceClass"] == "db.r6g.large"
    path = region.machine.path(ended["executionArn"])
    assert path.index("Create") < path.index("Ask") < path.index("Publish") < path.index("Restart1")


def test_while_it_stays_busy_it_grows_to_the_limit_and_no_further(region):
    region.tell(busy=True)
    ended = region.machine.run()
    assert ended["status"] == "SUCCEEDED"
    assert region.replicas() == [GROWTH.name(n) for n in range(1, GROWTH.most + 1)]
    assert region.published() == region.replicas()
    assert region.machine.run()["status"] == "SUCCEEDED"
    assert len(region.replicas()) == GROWTH.most


def test_when_it_is_calm_all_go_again_but_the_first(region):
    region.grow_to(3)
    region.tell(calm=True)
    ended = region.machine.run()
    assert ended["status"] == "SUCCEEDED", ended
    assert region.replicas() == region.published() == [FIRST]
    path = region.machine.path(ended["executionArn"])
    # Tasks leave it before it goes.
    assert path.index("Publish") < path.index("Restart1") < path.index("Drain") < path.index("Delete")


def test_a_gap_in_the_numbers_is_filled_first(region):
    region.grow_to(3)
    ask("rds").delete_db_instance(DBInstanceIdentifier=GROWTH.name(2))
    region.tell(busy=True)
    watcher = when(lambda: len(region.replicas()) == 3, region.tell)
    assert region.machine.run()["status"] == "SUCCEEDED"
    watcher.join()
    assert region.replicas() == [GROWTH.name(n) for n in (1, 2, 3)]


def test_nothing_is_done_without_a_reason(region):
    region.tell()
    ended = region.machine.run()
    assert region.machine.path(ended["executionArn"])[-1] == "Done"
    assert region.replicas() == [FIRST]
    assert ask("ssm").get_parameter(Name=GROWTH.parameter)["Parameter"]["Value"] == "first"


def test_a_second_execution_leaves_the_first_one_alone(region):
    region.tell(busy=True)
    machine = Machine(growth_machine(GROWTH), "patient", wait_s=600)
    first = machine.start()
    machine.reached(first, "Wait")  # for the replica that it has asked for
    second = machine.run()
    assert machine.path(second["executionArn"])[-2:] == ["IsOldest", "Done"]
    assert region.replicas() == [FIRST, GROWTH.name(2)]
    assert machine.stop(first) == "RUNNING"


def test_a_replica_that_cannot_be_made_ends_in_a_failure_that_is_heard_of(region):
    """RDS refuses (here: the primary is gone), so asking for the new one fails too; the alarm counts failures."""
    region.tell(busy=True)
    ask("rds").delete_db_instance(DBInstanceIdentifier=GROWTH.primary)
    ended = region.machine.run()
    assert ended["status"] == "FAILED"
    assert ask("ssm").get_parameter(Name=GROWTH.parameter)["Parameter"]["Value"] == "first"


class TestTemplate:
    def test_calm_is_less_than_half_of_busy(self):
        """So that what is left after one of two has gone is not busy at once."""
        assert CALM_PERCENT * 2 < BUSY_PERCENT

    def test_both_alarms_wake_it_and_its_failure_is_an_alarm(self, prod):
        (rule,) = prod.all("Events::Rule", "Growth")
        assert rule.properties["EventPattern"]["detail"] == {"state": {"value": ["ALARM"]}}
        woken_by = text_of(rule.properties["EventPattern"]["resources"])
        alarms = {r.properties["AlarmName"]: r for r in prod.all("CloudWatch::Alarm", "Growth")}
        for name in ("newsforge-prod-replicas-busy", "newsforge-prod-replicas-calm"):
            assert alarms[name].logical_id in woken_by
        failed = alarms["newsforge-prod-replica-growth-failed"].properties
        assert failed["MetricName"] == "ExecutionsFailed"
        assert failed["AlarmActions"]

    def test_it_may_delete_only_what_it_adds(self, prod):
        (policy,) = [p for p in prod.all("IAM::Policy", "Growth") if "DeleteDBInstance" in text_of(p.properties)]
        for statement in policy.properties["PolicyDocument"]["Statement"]:
            if "rds:DeleteDBInstance" in statement["Action"]:
                named = statement["Resource"]
                assert len(named) == PROD.database.most_replicas - 1
                assert not [arn for arn in named if "*" in arn or arn.endswith(("-replica-1", "db:newsforge-prod"))]

    def test_the_machine_that_is_deployed_is_the_one_that_is_tried_here(self, prod):
        written = text_of(prod.one("StepFunctions::StateMachine", "Growth")["DefinitionString"])
        for name in growth_machine(GROWTH)["States"]:
            assert f'\\\\\\"{name}\\\\\\"' in written or f'\\"{name}\\"' in written, name

    def test_each_state_leads_on_and_all_are_reached(self):
        states = growth_machine(GROWTH)["States"]
        reached, ahead = set(), ["Gather"]
        while ahead:
            name = ahead.pop()
            if name in reached:
                continue
            reached.add(name)
            state = states[name]
            ahead += [state[key] for key in ("Next", "Default") if key in state]
            ahead += [each["Next"] for key in ("Choices", "Catch") for each in state.get(key, [])]
        assert reached == set(states)
