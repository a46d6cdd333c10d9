"""What is asked before a release changes anything."""

from __future__ import annotations

from typing import Any, Final

from infra.constructs.states import State, call, choice
from infra.release.plan import ReleasePlan

#: Shortly: what is not there does not come by waiting.
_BRIEFLY: Final = [{"ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 2, "MaxAttempts": 2, "BackoffRate": 2}]
_NOT_THERE: Final = [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "NoSuchRelease"}]


def know_release(plan: ReleasePlan, *, then: str) -> dict[str, State]:
    """Revisions that are of this release, images that can be pulled, a brake that is off, alarms that can ring. Begins
    at ``KnowApi``."""
    names = [*(part.name for part in plan.parts), "worker"]
    after = [*(f"Know{name.title()}" for name in names[1:]), f"Image{plan.images[0].title()}"]
    states: dict[str, State] = {}
    for name, onward in zip(names, after, strict=True):
        values = "$.TaskDefinition.ContainerDefinitions[*].Environment[*].Value"
        states[f"Know{name.title()}"] = call(
            "ecs",
            "describeTaskDefinition",
            {"TaskDefinition.$": f"$.revisions.{name}"},
            then=f"Is{name.title()}",
            ResultSelector={"Is.$": f"States.ArrayContains({values}, $$.Execution.Input.release)"},
            ResultPath="$.known",
            Retry=_BRIEFLY,
            Catch=_NOT_THERE,
        )
        states[f"Is{name.title()}"] = choice("$.known.Is", onward, "NoSuchRelease", BooleanEquals=True)
    later = [*(f"Image{image.title()}" for image in plan.images[1:]), "AskBrake"]
    for image, onward in zip(plan.images, later, strict=True):
        states[f"Image{image.title()}"] = call(
            "ecr",
            "describeImages",
            {"RepositoryName": f"newsforge/{image}", "ImageIds": [{"ImageTag.$": "$.release"}]},
            then=onward,
            ResultPath=None,
            Retry=_BRIEFLY,
            Catch=_NOT_THERE,
        )
    return {
        **states,
        "AskBrake": look_at_alarms([plan.brake], then="IsBrakeOn"),
        "IsBrakeOn": choice("$.alarms.Rings", "BrakeIsOn", "AskWatched", BooleanEquals=True),
        "AskWatched": look_at_alarms(plan.all_alarms, then="AreAllThere"),
        "AreAllThere": choice("$.alarms.Count", then, "Unwatched", NumericEquals=len(plan.all_alarms)),
    }


def look_at_alarms(names: Any, *, then: str, **more: Any) -> State:
    """``$.alarms``: whether one rings, and how many there are. Composite and metric alarms by name, at most a page."""
    key = "AlarmNames.$" if isinstance(names, str) else "AlarmNames"
    return call(
        "cloudwatch",
        "describeAlarms",
        {key: names, "MaxRecords": 100},
        then=then,
        ResultSelector={
            "Rings.$": "States.ArrayContains($.MetricAlarms[*].StateValue, 'ALARM')",
            "Count.$": "States.ArrayLength($.MetricAlarms[*].StateValue)",
        },
        ResultPath="$.alarms",
        **more,
    )
