"""How a release ends: the old colour at rest, or everything as it was before."""

from __future__ import annotations

from typing import Final

from infra.constructs.states import State, call
from infra.release.calls import chain, put_to_rest, set_least, title_of, weigh
from infra.release.plan import ReleasePlan

_STUBBORN: Final = [
    {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 5, "MaxAttempts": 10, "BackoffRate": 2, "MaxDelaySeconds": 60}
]
_UNTIDY: Final = [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Untidy"}]


def _fail(error: str, cause: str) -> State:
    return {"Type": "Fail", "Error": error, "Cause": cause}


ENDS: Final[dict[str, State]] = {
    "AnotherRuns": _fail("AnotherRuns", "Another release is under way. Nothing was changed."),
    "NoSuchRelease": _fail("NoSuchRelease", "Its images or task definitions are not there. Nothing was changed."),
    "BrakeIsOn": _fail("BrakeIsOn", "The alarm release-brake is set by hand. Nothing was changed."),
    "Unwatched": _fail("Unwatched", "An alarm that a release goes by does not exist. Nothing was changed."),
    "Between": _fail("Between", "Traffic lies between the colours: give all of it to one. Nothing was changed."),
    "TakenBack": _fail("TakenBack", "The release before has all traffic again: an alarm, or tasks that did not come."),
    "Untidy": _fail("Untidy", "The release is live, but the other colour could not be put to rest."),
    "Already": {"Type": "Succeed"},
    "Done": {"Type": "Succeed"},
}


def finishing(plan: ReleasePlan) -> dict[str, State]:
    """What fails here leaves the release live, and takes nothing back."""
    states: dict[str, State] = {}
    for part, name, then in chain(plan, "Keep", "RestApi"):
        states[name] = set_least(f"$.colours.New{title_of(part)}", part.least, then, Catch=_UNTIDY)
    for part, name, then in chain(plan, "Rest", "Done"):
        states |= put_to_rest(plan, part, "Old", name, then, Catch=_UNTIDY)
    return states


def going_back(plan: ReleasePlan) -> dict[str, State]:
    """Traffic first, and stubbornly; each of these may be done when nothing was changed yet."""
    states: dict[str, State] = {"Back": {"Type": "Pass", "Next": "BackApi"}}
    for part, name, then in chain(plan, "Back", "BackWorker"):
        states[name] = weigh(part, {"Weight": 0}, {"Weight": 100}, then=then, Retry=_STUBBORN)
    states["BackWorker"] = call(
        "ecs",
        "updateService",
        {"Cluster": plan.prefix, "Service": plan.worker, "TaskDefinition.$": "$.wasWorker.Revision"},
        then="FreeApi",
        ResultPath=None,
        Retry=_STUBBORN,
    )
    for part, name, then in chain(plan, "Free", "DropApi"):
        states[name] = set_least(f"$.colours.Old{title_of(part)}", part.least, then, Retry=_STUBBORN)
    for part, name, then in chain(plan, "Drop", "TakenBack"):
        states |= put_to_rest(plan, part, "New", name, then, Retry=_STUBBORN)
    return states
