"""The state machine of a release.

Its input: ``{"release": "abc", "revisions": {"api": ARN, "web": ARN, "worker": ARN}}``.

1. It refuses: another release under way, a release whose images or revisions are not there, a set brake, an alarm that
   does not exist (it could never ring), traffic that lies between the colours.
2. It gives the idle colour of web and API a few tasks of the release, waits until they are healthy, and moves 10 % of
   the traffic; with as many tasks as the live colour has, 50 and 100 %. The live colour keeps its tasks all the while.
   Workers, which have no colours, are rolled with the last step.
3. Every minute it looks at the alarms of the new colour. When one rings, when tasks do not become healthy in time or
   when AWS refuses something, everything goes back: first the traffic, then the workers, then the tasks.
4. At the end the old colour goes to rest, and its minimum of tasks passes to the new one.

The truth is with the load balancer's weights; nothing is kept beside them.
"""

from __future__ import annotations

from typing import Final

from infra.constructs.states import State, call, choice, derive, lose, note, only_one
from infra.release.calls import GO_BACK, ask_service, chain, set_least, title_of, weigh
from infra.release.endings import ENDS, finishing, going_back
from infra.release.plan import ReleasePlan
from infra.release.refusals import know_release, look_at_alarms

POLL_S: Final = 20
_MINUTE_S: Final = 60
#: All steps with all their patience; it is never reached, because what it waits for is counted.
PATIENCE_S: Final = 3 * 60 * 60


def release_machine(plan: ReleasePlan) -> State:
    """The definition, in Amazon States Language."""
    return {
        "Comment": "A release in steps of 10, 50 and 100 %",
        "StartAt": "Gather",
        "TimeoutSeconds": PATIENCE_S,
        "States": {
            **only_one(go="KnowApi", leave="AnotherRuns"),
            **know_release(plan, then="WhereApi"),
            **_looking(plan),
            **_stepping(plan),
            **_rising(plan),
            **_shifting(plan),
            **_watching(plan),
            **_rolling_workers(plan),
            **finishing(plan),
            **going_back(plan),
            **ENDS,
        },
    }


def _looking(plan: ReleasePlan) -> dict[str, State]:
    """Who is live, and how large."""

    def all_of_it(colour: str) -> list[State]:
        paths = [f"$.weights{title_of(part)}.{each.title()}" for part in plan.parts for each in ("blue", "green")]
        return [{"Variable": path, "NumericEquals": 100 if path.endswith(colour.title()) else 0} for path in paths]

    states: dict[str, State] = {}
    for part, name, then in chain(plan, "Where", "WhoIsLive"):
        title, weights = title_of(part), f"$.weights{title_of(part)}"
        group = "$.Rules[*].Actions[*].ForwardConfig.TargetGroups[?(@.TargetGroupArn=='{}')].Weight"
        states[name] = call(
            "elasticloadbalancingv2",
            "describeRules",
            {"RuleArns": [part.rule]},
            then=f"Weights{title}",
            ResultSelector={f"{colour.title()}.$": group.format(arn) for colour, arn in part.groups.items()},
            ResultPath=weights,
        )
        one = {f"{colour.title()}.$": f"States.ArrayGetItem({weights}.{colour.title()}, 0)" for colour in part.groups}
        states[f"Weights{title}"] = derive(one, weights, then=then)
    states["WhoIsLive"] = {
        "Type": "Choice",
        "Choices": [
            {"And": all_of_it("blue"), "Next": "FromBlue"},
            {"And": all_of_it("green"), "Next": "FromGreen"},
        ],
        "Default": "Between",
    }
    for old, new in (("blue", "green"), ("green", "blue")):
        states[f"From{old.title()}"] = note(_colours(plan, old, new), "$.colours", then="CountApi")
    for part, name, then in chain(plan, "Count", "CountWorker"):
        service = f"$.colours.Old{title_of(part)}.Service"
        states[name] = ask_service(plan, f"States.Array({service})", f"$.was{title_of(part)}", then)
    states["CountWorker"] = ask_service(plan, [plan.worker], "$.wasWorker", "IsNew")
    names = [*(part.name for part in plan.parts), "worker"]
    same = [{"Variable": f"$.was{name.title()}.Revision", "StringEqualsPath": f"$.revisions.{name}"} for name in names]
    states["IsNew"] = {"Type": "Choice", "Choices": [{"And": same, "Next": "Already"}], "Default": "EnoughApi"}
    for part, name, then in chain(plan, "Enough", "HoldApi"):
        count = f"$.was{title_of(part)}.Desired"
        states[name] = choice(count, f"Least{title_of(part)}", then, NumericLessThan=part.least)
        states[f"Least{title_of(part)}"] = note(part.least, count, then=then)
    # The live colour stays large enough to take everything back, however little traffic it has in between.
    for part, name, then in chain(plan, "Hold", "To10"):
        states[name] = set_least(
            f"$.colours.Old{title_of(part)}", f"$.was{title_of(part)}.Desired", then, Catch=GO_BACK
        )
    return states


def _colours(plan: ReleasePlan, old: str, new: str) -> State:
    found: State = {"Alarms": plan.alarms(new), "LastAlarms": [*plan.alarms(new), *plan.worker_alarms]}
    for part in plan.parts:
        for age, colour in (("Old", old), ("New", new)):
            service = part.services[colour]
            found[f"{age}{title_of(part)}"] = {
                "Service": service,
                "Group": part.groups[colour],
                "Scaling": f"service/{plan.prefix}/{service}",
            }
    return found


def _stepping(plan: ReleasePlan) -> dict[str, State]:
    """What each step is: shares, minutes, alarms, tasks. The last one has the tasks already."""
    states: dict[str, State] = {}
    for percent, minutes in plan.steps:
        last = percent == 100
        alarms = "$.colours.LastAlarms" if last else "$.colours.Alarms"
        step = {"New": percent, "Old": 100 - percent, "Minutes": {"Left": minutes}, "Alarms.$": alarms}
        states[f"To{percent}"] = derive(step, "$.step", then="ShiftApi" if last else f"Size{percent}")
    states["Size10"] = note({title_of(part): part.few for part in plan.parts}, "$.size", then="GrowApi")
    full = {f"{title_of(part)}.$": f"$.was{title_of(part)}.Desired" for part in plan.parts}
    states["Size50"] = derive(full, "$.size", then="GrowApi")
    return states


def _rising(plan: ReleasePlan) -> dict[str, State]:
    """Tasks of the release in the new colour, and the wait until the load balancer finds them healthy."""
    states: dict[str, State] = {}
    for place, part in enumerate(plan.parts):
        title, service = title_of(part), f"$.colours.New{title_of(part)}"
        then = f"Grow{title_of(plan.parts[place + 1])}" if place + 1 < len(plan.parts) else "Tries"
        states[f"Grow{title}"] = set_least(service, f"$.size.{title}", f"Start{title}", Catch=GO_BACK)
        states[f"Start{title}"] = call(
            "ecs",
            "updateService",
            {
                "Cluster": plan.prefix,
                "Service.$": f"{service}.Service",
                "TaskDefinition.$": f"$.revisions.{part.name}",
                "DesiredCount.$": f"$.size.{title}",
            },
            then=then,
            ResultPath=None,
            Catch=GO_BACK,
        )
        states[f"Ask{title}"] = ask_service(
            plan, f"States.Array({service}.Service)", f"$.now{title}", f"Health{title}", Catch=GO_BACK
        )
        health = "$.TargetHealthDescriptions[*].TargetHealth.State"
        states[f"Health{title}"] = call(
            "elasticloadbalancingv2",
            "describeTargetHealth",
            {"TargetGroupArn.$": f"{service}.Group"},
            then=f"Ask{title_of(plan.parts[place + 1])}" if place + 1 < len(plan.parts) else "AreUp",
            ResultSelector={
                f"{word.title()}.$": f"States.ArrayContains({health}, '{word}')"
                for word in ("healthy", "initial", "unhealthy")
            },
            ResultPath=f"$.health{title}",
            Catch=GO_BACK,
        )
    given_up = [
        {"Not": {"Variable": f"$.now{title_of(part)}.Revision", "StringEqualsPath": f"$.revisions.{part.name}"}}
        for part in plan.parts
    ]
    return {
        **states,
        "Tries": note({"Left": plan.tries}, "$.tries", then="Settle"),
        "Settle": {"Type": "Wait", "Seconds": POLL_S, "Next": "AskApi"},
        "AreUp": {
            "Type": "Choice",
            # ECS's circuit breaker went back to what was there before.
            "Choices": [{"Or": given_up, "Next": "Back"}, {"And": _up(plan), "Next": "ShiftApi"}],
            "Default": "Lose",
        },
        "Lose": lose("$.tries", then="IsPatient"),
        "IsPatient": choice("$.tries.Left", "Settle", "Back", NumericGreaterThan=0),
    }


def _up(plan: ReleasePlan) -> list[State]:
    found: list[State] = []
    for title in map(title_of, plan.parts):
        found += [
            {"Variable": f"$.now{title}.Running", "NumericGreaterThanEqualsPath": f"$.size.{title}"},
            {"Variable": f"$.now{title}.Deployments", "NumericEquals": 1},
            {"Variable": f"$.health{title}.Healthy", "BooleanEquals": True},
            {"Variable": f"$.health{title}.Initial", "BooleanEquals": False},
            {"Variable": f"$.health{title}.Unhealthy", "BooleanEquals": False},
        ]
    return found


def _shifting(plan: ReleasePlan) -> dict[str, State]:
    """The API first: pages of the release ask an API that knows it."""
    states = {
        name: weigh(part, {"Weight.$": "$.step.New"}, {"Weight.$": "$.step.Old"}, then=then, Catch=GO_BACK)
        for part, name, then in chain(plan, "Shift", "IsLast")
    }
    return {**states, "IsLast": choice("$.step.New", "StartWorker", "Watch", NumericEquals=100)}


def _watching(plan: ReleasePlan) -> dict[str, State]:
    steps = {now: f"To{later}" for (now, _), (later, _) in zip(plan.steps, plan.steps[1:], strict=False)}
    onward = [{"Variable": "$.step.New", "NumericEquals": now, "Next": then} for now, then in steps.items()]
    return {
        "Watch": {"Type": "Wait", "Seconds": _MINUTE_S, "Next": "AskAlarms"},
        "AskAlarms": look_at_alarms("$.step.Alarms", then="IsWell", Catch=GO_BACK),
        "IsWell": choice("$.alarms.Rings", "Back", "Count", BooleanEquals=True),
        "Count": lose("$.step.Minutes", then="IsEnough"),
        "IsEnough": {
            "Type": "Choice",
            "Choices": [{"Variable": "$.step.Minutes.Left", "NumericGreaterThan": 0, "Next": "Watch"}, *onward],
            "Default": "AskWorker",
        },
    }


def _rolling_workers(plan: ReleasePlan) -> dict[str, State]:
    """Rolled while the last step is watched; by its end they should be there, and get the same patience as others."""
    revision = {"Variable": "$.nowWorker.Revision", "StringEqualsPath": "$.revisions.worker"}
    return {
        "StartWorker": call(
            "ecs",
            "updateService",
            {"Cluster": plan.prefix, "Service": plan.worker, "TaskDefinition.$": "$.revisions.worker"},
            then="WorkerTries",
            ResultPath=None,
            Catch=GO_BACK,
        ),
        "WorkerTries": note({"Left": plan.tries}, "$.tries", then="Watch"),
        "AskWorker": ask_service(plan, [plan.worker], "$.nowWorker", "IsWorkerUp", Catch=GO_BACK),
        "IsWorkerUp": {
            "Type": "Choice",
            "Choices": [
                {"Not": revision, "Next": "Back"},
                {"Variable": "$.nowWorker.Deployments", "NumericEquals": 1, "Next": "KeepApi"},
            ],
            "Default": "LoseWorker",
        },
        "LoseWorker": lose("$.tries", then="IsPatientWithWorker"),
        "IsPatientWithWorker": choice("$.tries.Left", "Watch", "Back", NumericGreaterThan=0),
    }
