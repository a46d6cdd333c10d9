"""The calls of AWS that a release consists of, for parts whose colours are known to the state (``$.colours``)."""

from __future__ import annotations

from typing import Any, Final

from infra.constructs.states import State, call
from infra.release.plan import Part, ReleasePlan

_DIMENSION: Final = {"ServiceNamespace": "ecs", "ScalableDimension": "ecs:service:DesiredCount"}
GO_BACK: Final = [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Back"}]


def title_of(part: Part) -> str:
    return part.name.title()


def chain(plan: ReleasePlan, verb: str, then: str) -> list[tuple[Part, str, str]]:
    """Part, the name of its state and the one after."""
    names = [f"{verb}{title_of(part)}" for part in plan.parts]
    return list(zip(plan.parts, names, [*names[1:], then], strict=True))


def ask_service(plan: ReleasePlan, service: Any, where: str, then: str, **more: Any) -> State:
    key = "Services.$" if isinstance(service, str) else "Services"
    return call(
        "ecs",
        "describeServices",
        {"Cluster": plan.prefix, key: service},
        then=then,
        ResultSelector={
            "Desired.$": "States.ArrayGetItem($.Services[*].DesiredCount, 0)",
            "Running.$": "States.ArrayGetItem($.Services[*].RunningCount, 0)",
            "Revision.$": "States.ArrayGetItem($.Services[*].TaskDefinition, 0)",
            "Deployments.$": "States.ArrayLength($.Services[*].Deployments[*].Status)",
        },
        ResultPath=where,
        **more,
    )


def set_least(service: str, least: str | int, then: str, **more: Any) -> State:
    capacity = {"MinCapacity.$": least} if isinstance(least, str) else {"MinCapacity": least}
    return call(
        "applicationautoscaling",
        "registerScalableTarget",
        {**_DIMENSION, "ResourceId.$": f"{service}.Scaling", **capacity},
        then=then,
        ResultPath=None,
        **more,
    )


def weigh(part: Part, new: State, old: State, *, then: str, **more: Any) -> State:
    title = title_of(part)
    groups = [
        {"TargetGroupArn.$": f"$.colours.New{title}.Group", **new},
        {"TargetGroupArn.$": f"$.colours.Old{title}.Group", **old},
    ]
    return call(
        "elasticloadbalancingv2",
        "modifyRule",
        {"RuleArn": part.rule, "Actions": [{"Type": "forward", "ForwardConfig": {"TargetGroups": groups}}]},
        then=then,
        ResultPath=None,
        **more,
    )


def put_to_rest(plan: ReleasePlan, part: Part, age: str, name: str, then: str, **more: Any) -> dict[str, State]:
    service = f"$.colours.{age}{title_of(part)}"
    return {
        name: set_least(service, 0, f"{name}Now", **more),
        f"{name}Now": call(
            "ecs",
            "updateService",
            {"Cluster": plan.prefix, "Service.$": f"{service}.Service", "DesiredCount": 0},
            then=then,
            ResultPath=None,
            **more,
        ),
    }
