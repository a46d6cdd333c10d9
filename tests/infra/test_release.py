"""Releases in steps: the state machine really run, against the twin of the load balancer, ECS, scaling and alarms."""

import threading

import pytest
from moto.elbv2.exceptions import ResourceInUseError

from infra.environments import DEV, ENVIRONMENTS, PROD
from infra.refusal import Misconfigured
from infra.release.__main__ import follow, revisions_of, start
from infra.release.machine import PATIENCE_S, POLL_S, release_machine
from infra.release.plan import STEPS, TRIES, ReleasePlan
from tests.infra.assembly import text_of
from tests.infra.clients import ask
from tests.infra.release_region import PREFIX, ReleaseRegion
from tests.infra.steps import Machine, executing_region

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

BEFORE = {
    "api-blue": (3, "old"),
    "api-green": (0, "old"),
    "web-blue": (2, "old"),
    "web-green": (0, "old"),
    "worker": (3, "old"),
}
LEAST_BEFORE = {"api-blue": 3, "api-green": 0, "web-blue": 2, "web-green": 0, "worker": 3}


@pytest.fixture
def region(monkeypatch):
    with executing_region(monkeypatch):
        yield ReleaseRegion(monkeypatch)


def everything_is_as_before(region):
    assert region.weights("api") == region.weights("web") == {"blue": 100, "green": 0}
    assert {name: count for name, (count, _) in region.tasks().items()} == {n: c for n, (c, _) in BEFORE.items()}
    assert {region.tasks()[name][1] for name in ("api-blue", "web-blue", "worker")} == {"old"}
    assert region.least() == LEAST_BEFORE


def ended(region, **given):
    return region.machine.run(**(given or region.order("new")))


class TestGood:
    def test_it_goes_live_in_steps_and_the_old_colour_goes_to_rest(self, region):
        seen = []
        region.on_traffic = lambda: seen.append((region.weights("api")["green"], region.tasks(), region.least()))
        assert ended(region)["status"] == "SUCCEEDED"
        assert region.moved == [10, 50, 100]
        assert [(t["api-green"], t["web-green"]) for _, t, _ in seen] == [
            ((2, "new"), (1, "new")),  # a tenth of the traffic: a few tasks
            ((3, "new"), (2, "new")),
            ((3, "new"), (2, "new")),
        ]
        # What is live may take everything back at any moment, and workers come last.
        assert {(t["api-blue"], t["web-blue"], t["worker"]) for _, t, _ in seen} == {
            (BEFORE["api-blue"], BEFORE["web-blue"], BEFORE["worker"])
        }
        assert {part: region.weights(part)["green"] for part in ("api", "web")} == {"api": 100, "web": 100}
        assert region.tasks() == {
            "api-blue": (0, "old"),
            "api-green": (3, "new"),
            "web-blue": (0, "old"),
            "web-green": (2, "new"),
            "worker": (3, "new"),
        }
        assert region.least() == {"api-blue": 0, "api-green": 3, "web-blue": 0, "web-green": 2, "worker": 3}

    def test_a_busy_colour_is_replaced_by_one_as_large(self, region):
        region._scale("api-blue", 7)
        sizes = []
        region.on_traffic = lambda: sizes.append((region.tasks()["api-green"][0], region.least()["api-blue"]))
        assert ended(region)["status"] == "SUCCEEDED"
        assert sizes == [(2, 7), (7, 7), (7, 7)]
        assert region.least()["api-green"] == 3

    def test_the_next_one_goes_the_other_way(self, region):
        assert ended(region)["status"] == "SUCCEEDED"
        assert ended(region, **region.order("old"))["status"] == "SUCCEEDED"
        assert region.moved == [10, 50, 100, 90, 50, 0]
        assert region.tasks() == {
            "api-blue": (3, "old"),
            "api-green": (0, "new"),
            "web-blue": (2, "old"),
            "web-green": (0, "new"),
            "worker": (3, "old"),
        }
        assert region.least() == LEAST_BEFORE

    def test_what_is_live_already_is_left_alone(self, region):
        path = region.machine.path(ended(region, **region.order("old"))["executionArn"])
        assert path[-1] == "Already"
        assert region.moved == []
        everything_is_as_before(region)


class TestTakenBack:
    @pytest.mark.parametrize(
        ("alarm", "percent"),
        [("api-green-errors", 10), ("web-green-latency", 50), ("web-green-memory", 100), ("release-brake", 50)],
    )
    def test_when_an_alarm_of_the_new_colour_rings(self, region, alarm, percent):
        region.on_traffic = lambda: region.ring(alarm) if region.moved[-1] == percent else None
        done = ended(region)
        assert (done["status"], done["error"]) == ("FAILED", "TakenBack")
        steps = [10, 50, 100]
        assert region.moved == [*steps[: steps.index(percent) + 1], 0]
        everything_is_as_before(region)

    def test_when_workers_of_the_release_stumble_at_the_last_step(self, region):
        region.on_traffic = lambda: region.ring("worker-error-lines") if region.moved[-1] == 100 else None
        done = ended(region)
        assert done["error"] == "TakenBack"
        assert "StartWorker" in region.machine.path(done["executionArn"])
        everything_is_as_before(region)

    def test_when_tasks_do_not_become_healthy_in_time(self, region):
        """The balancer finds none: asked so many times, then no traffic has moved at all."""
        for part in region.plan.parts:
            ask("elbv2").deregister_targets(TargetGroupArn=part.groups["green"], Targets=[{"Id": "10.10.0.9"}])
        done = ended(region)
        assert done["error"] == "TakenBack"
        assert region.machine.path(done["executionArn"]).count("AskApi") == region.plan.tries
        assert region.moved == [0]
        everything_is_as_before(region)

    def test_when_ecs_gives_up_by_itself(self, region):
        """Its circuit breaker writes the revision before into the service again."""

        def give_up():
            if region.tasks()["api-green"] == (2, "new"):
                service = f"{PREFIX}-api-green"
                ask("ecs").update_service(
                    cluster=PREFIX, service=service, taskDefinition=region.revision("api", "old"), desiredCount=2
                )

        region.on_tasks = give_up
        done = ended(region)
        assert done["error"] == "TakenBack"
        assert region.machine.path(done["executionArn"]).count("AskApi") == 1
        assert region.moved == [0]
        everything_is_as_before(region)

    def test_when_an_answer_of_aws_is_lost_on_the_way(self, region):
        def lose():
            if region.moved[-1] == 50:
                raise ResourceInUseError

        region.on_traffic = lose
        done = ended(region)
        assert done["error"] == "TakenBack"
        assert region.moved == [10, 50, 50, 0]  # tried again, and then back
        everything_is_as_before(region)


class TestRefused:
    def refused(self, region, error, **given):
        done = ended(region, **given)
        assert (done["status"], done["error"]) == ("FAILED", error), done
        assert "Nothing was changed" in done["cause"]
        assert region.moved == []
        everything_is_as_before(region)

    def test_a_release_whose_image_is_not_there(self, region):
        ask("ecr").batch_delete_image(repositoryName="newsforge/web", imageIds=[{"imageTag": "new"}])
        self.refused(region, "NoSuchRelease", **region.order("new"))

    def test_a_release_whose_revision_is_not_there(self, region):
        order = region.order("new")
        order["revisions"]["web"] = order["revisions"]["web"].replace(":2", ":77")
        self.refused(region, "NoSuchRelease", **order)

    def test_a_revision_of_another_release(self, region):
        self.refused(region, "NoSuchRelease", **{**region.order("old"), "release": "new"})

    def test_while_the_brake_is_on(self, region):
        region.ring("release-brake")
        self.refused(region, "BrakeIsOn")

    def test_where_an_alarm_could_never_ring(self, region):
        ask("cloudwatch").delete_alarms(AlarmNames=[f"{PREFIX}-web-blue-cpu"])
        self.refused(region, "Unwatched")

    @pytest.mark.parametrize("part", ["api", "web"])
    def test_traffic_between_the_colours(self, region, part):
        region.weigh(part, 50)
        region.moved.clear()
        done = ended(region)
        assert done["error"] == "Between"
        assert region.moved == []
        assert region.weights(part) == {"blue": 50, "green": 50}

    def test_a_second_one_while_the_first_goes_on(self, region):
        first, second = [], []

        def begin_another():
            if not second:
                second.append(region.machine.start(**region.order("old")))
                # Before the first goes on, the second has looked.
                first.append(region.machine.ended(second[0]))

        region.on_traffic = begin_another
        assert ended(region)["status"] == "SUCCEEDED"
        assert first[0]["error"] == "AnotherRuns"
        assert region.moved == [10, 50, 100]
        assert region.tasks()["api-green"] == (3, "new")

    def test_two_that_begin_at_once(self, region):
        machine = Machine(release_machine(region.plan), "at-once", wait_s=0, first_s=1)
        # Without its waits the older would perhaps be through before the younger looks.
        has_left = threading.Event()
        region.on_tasks = lambda: has_left.wait(60)
        older = machine.start(**region.order("new"))
        younger = machine.start(**region.order("new"))
        assert machine.ended(younger)["error"] == "AnotherRuns"
        has_left.set()
        assert machine.ended(older)["status"] == "SUCCEEDED"
        assert region.moved == [10, 50, 100]


class TestCommand:
    def test_it_starts_the_machine_and_tells_how_it_goes(self, region):
        states, told = ask("stepfunctions"), []
        revisions = revisions_of(ask("ecs"), PROD, "new")
        assert revisions == region.order("new")["revisions"]
        assert follow(states, start(states, PROD, "new", revisions), told.append, poll_s=0.05)
        assert [each.split(";")[-1].strip() for each in told] == [
            "then 10 % of the traffic",
            "then 50 %",
            "100 %",
            "workers are rolled",
            "the other colour goes to rest",
        ]

    def test_what_is_taken_back_is_told_and_is_a_failure(self, region):
        states, told = ask("stepfunctions"), []
        region.on_traffic = lambda: region.ring("api-green-cpu")
        revisions = revisions_of(ask("ecs"), PROD, "new")
        assert not follow(states, start(states, PROD, "new", revisions), told.append, poll_s=0.05)
        assert told[-2] == "going back to the release before"
        assert told[-1].startswith("TakenBack: ")

    def test_a_release_that_was_never_deployed_starts_nothing(self, region):
        with pytest.raises(Misconfigured, match="for api, web, worker") as caught:
            revisions_of(ask("ecs"), PROD, "never")
        assert "NEWSFORGE_INFRA_RELEASE=never make deploy ENV=prod" in caught.value.remedy

    def test_where_tasks_are_rolled_it_says_how(self, region):
        with pytest.raises(Misconfigured, match=r"infra\.rollout dev new"):
            start(ask("stepfunctions"), DEV, "new", {})

    def test_where_there_is_no_machine_it_says_what_makes_one(self, region):
        states = ask("stepfunctions")
        states.delete_state_machine(stateMachineArn=region.machine.arn)
        with pytest.raises(Misconfigured, match="make deploy ENV=prod"):
            start(states, PROD, "new", region.order("new")["revisions"])


class TestTemplate:
    def test_only_environments_that_never_sleep_release_in_steps(self, assemblies):
        having = {name for name, each in assemblies.items() if "Release" in each.stacks}
        assert having == {"prod", "prod-lean", "prod-recovery", "lean-recovery"}
        assert not [e for e in ENVIRONMENTS.values() if e.is_canary and e.is_off_at_night]

    def test_the_machine_that_is_deployed_is_the_one_that_is_tried_here(self, prod, region):
        written = text_of(prod.one("StepFunctions::StateMachine", "Release")["DefinitionString"])
        for name in release_machine(region.plan)["States"]:
            assert f'\\\\\\"{name}\\\\\\"' in written or f'\\"{name}\\"' in written, name
        for percent, minutes in STEPS:
            assert minutes >= 6, "an alarm needs three of five minutes to ring"
            assert f"To{percent}" in written

    def test_its_patience_is_longer_than_all_that_it_waits_for(self):
        rising, watching = 2 * TRIES * POLL_S, sum(minutes for _, minutes in STEPS) * 60
        assert rising + watching + TRIES * 60 < PATIENCE_S * 0.8

    def test_every_alarm_that_it_goes_by_is_there_and_tells_people_too(self, assemblies):
        for name in ("prod", "prod-lean", "prod-recovery", "lean-recovery"):
            alarms = {
                r.properties["AlarmName"]: r
                for r in assemblies[name].all("CloudWatch::Alarm")
                if "AlarmName" in r.properties
            }
            prefix = f"newsforge-{name}"
            plan = ReleasePlan(prefix=prefix, parts=_parts(), worker="w", brake=f"{prefix}-release-brake", images=())
            assert len(plan.all_alarms) == 20
            assert set(plan.all_alarms) <= set(alarms)
            for alarm in plan.all_alarms:
                assert alarms[alarm].properties["AlarmActions"], alarm

    def test_the_brake_stays_as_people_set_it(self, prod):
        brake = prod.one("CloudWatch::Alarm", AlarmName="newsforge-prod-release-brake")
        assert brake["TreatMissingData"] == "ignore"

    def test_a_release_that_does_not_go_live_is_an_alarm(self, prod):
        alarm = prod.one("CloudWatch::Alarm", AlarmName="newsforge-prod-release-failed")
        metrics = {m["MetricStat"]["Metric"]["MetricName"] for m in alarm["Metrics"] if "MetricStat" in m}
        assert metrics == {"ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"}
        assert "docs/runbooks/release.md" in alarm["AlarmDescription"]

    def test_it_may_move_these_two_rules_and_these_five_services(self, prod):
        (policy,) = [p for p in prod.all("IAM::Policy", "Release") if "ModifyRule" in text_of(p.properties)]
        granted = {}
        for statement in policy.properties["PolicyDocument"]["Statement"]:
            for action in statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]:
                granted[action] = statement["Resource"]
        assert len(granted["elasticloadbalancing:ModifyRule"]) == 2
        assert len(granted["ecs:UpdateService"]) == 5
        writing = {a for a in granted if not a.split(":")[1].startswith(("Describe", "List", "Get"))}
        everywhere = {a for a in writing if granted[a] == "*"}
        assert not [a for a in everywhere if a.split(":")[0] not in {"logs", "xray"}], everywhere

    def test_who_deploys_may_start_this_machine_and_no_other(self, assemblies):
        for name, assembly in assemblies.items():
            granted = [
                statement["Resource"]
                for kind in ("IAM::Policy", "IAM::ManagedPolicy")
                for each in assembly.all(kind, "Access")
                for statement in each.properties["PolicyDocument"]["Statement"]
                if "states:StartExecution" in statement["Action"]
            ]
            assert bool(granted) is (name in {"prod", "prod-lean"})
            for resources in granted:
                assert [arn.split(":")[6].rstrip("*") for arn in resources] == [f"newsforge-{name}-release"] * 2

    def test_each_state_leads_on_and_all_are_reached(self, region):
        states = release_machine(region.plan)["States"]
        reached, ahead = set(), ["Gather"]
        while ahead:
            name = ahead.pop()
            if name not in reached:
                reached.add(name)
                state = states[name]
                ahead += [state[key] for key in ("Next", "Default") if key in state]
                ahead += [each["Next"] for key in ("Choices", "Catch") for each in state.get(key, [])]
        assert reached == set(states)

    def test_revisions_stay_usable_when_a_newer_one_comes(self, assembly):
        """Going back to the release before needs them."""
        for task in assembly.all("ECS::TaskDefinition"):
            assert task.body["UpdateReplacePolicy"] == "Retain", task.place


def _parts():
    from infra.release.plan import Part

    return tuple(Part(name=n, rule="", groups={}, services={}, least=1, few=1) for n in ("api", "web"))
