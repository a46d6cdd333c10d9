"""Release in steps: ``python -m infra.release ENVIRONMENT RELEASE``. It starts the state machine and tells how it goes.

The machine goes on without this program: Ctrl-C stops the telling and not the release. To stop that, set the brake.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

from infra.environments import PRIMARY_REGION, RECOVERY_REGION, Environment, get_environment
from infra.refusal import Misconfigured
from infra.release.plan import machine_name
from infra.rollout import find_revision

_POLL_S: Final = 10.0
_PARTS: Final = ("api", "web", "worker")
#: States that people want to hear of.
_TOLD: Final = {
    "To10": "tasks of the release start; then 10 % of the traffic",
    "To50": "as many tasks as before; then 50 %",
    "To100": "100 %",
    "StartWorker": "workers are rolled",
    "KeepApi": "live; the other colour goes to rest",
    "Back": "going back to the release before",
    "Already": "it is live already",
}


def revisions_of(ecs: Any, environment: Environment, release: str) -> dict[str, str]:
    """Part -> revision of its task. Raise :class:`Misconfigured`."""
    found = {part: find_revision(ecs, f"newsforge-{environment.name}-{part}", release) for part in _PARTS}
    missing = [part for part, revision in found.items() if revision is None]
    if missing:
        raise Misconfigured(
            f"There is no task definition of release {release} for {', '.join(missing)}.",
            remedy=f"Deploy it: `NEWSFORGE_INFRA_RELEASE={release} make deploy ENV={environment.name}`.",
        )
    return {part: str(revision) for part, revision in found.items()}


def start(states: Any, environment: Environment, release: str, revisions: dict[str, str]) -> str:
    """The ARN of the execution. Raise :class:`Misconfigured`."""
    if not environment.is_canary:
        raise Misconfigured(
            f"{environment.name} releases by rolling its tasks, not in steps.",
            remedy=f"Say `python -m infra.rollout {environment.name} {release}`.",
        )
    _, _, _, region, account, _ = revisions["api"].split(":", 5)
    name, moment = machine_name(environment.name), datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    try:
        started = states.start_execution(
            stateMachineArn=f"arn:aws:states:{region}:{account}:stateMachine:{name}",
            name=f"{release[:50]}-{moment}",
            input=json.dumps({"release": release, "revisions": revisions}),
        )
    except states.exceptions.StateMachineDoesNotExist as error:
        raise Misconfigured(
            f"There is no state machine {name}.", remedy=f"Deploy it: `make deploy ENV={environment.name}`."
        ) from error
    return str(started["executionArn"])


def follow(states: Any, execution: str, tell: Callable[[str], None], *, poll_s: float = _POLL_S) -> bool:
    """Whether it went live. ``tell`` hears of each step once."""
    told: set[int] = set()
    while True:
        ended = states.describe_execution(executionArn=execution)
        for number, state in _entered(states, execution):
            if number not in told and state in _TOLD:
                tell(_TOLD[state])
            told.add(number)
        if ended["status"] != "RUNNING":
            if ended["status"] != "SUCCEEDED":
                tell(f"{ended.get('error', ended['status'])}: {ended.get('cause', 'it did not end by itself')}")
            return bool(ended["status"] == "SUCCEEDED")
        time.sleep(poll_s)


def _entered(states: Any, execution: str) -> Iterator[tuple[int, str]]:
    """Number of the event, name of the state."""
    for page in states.get_paginator("get_execution_history").paginate(executionArn=execution):
        for event in page["events"]:
            if "stateEnteredEventDetails" in event:
                yield event["id"], event["stateEnteredEventDetails"]["name"]


def _begin(arguments: list[str]) -> tuple[Any, str]:
    """The client that asks on, and the execution."""
    import boto3

    environment = get_environment(arguments[0] if arguments else None)
    if len(arguments) < 2:
        raise Misconfigured("No release was named.", remedy="Name the tag of its images, like a commit's hash.")
    region = RECOVERY_REGION if environment.is_recovery else PRIMARY_REGION
    states = boto3.client("stepfunctions", region_name=region)
    revisions = revisions_of(boto3.client("ecs", region_name=region), environment, arguments[1])
    return states, start(states, environment, arguments[1], revisions)


def main() -> int:
    def tell(text: str) -> None:
        sys.stderr.write(f"{datetime.now(UTC):%H:%M:%S} {text}\n")

    try:
        states, execution = _begin(sys.argv[1:])
    except Misconfigured as refusal:
        sys.stderr.write(refusal.for_terminal())
        return 2
    tell(f"{execution.rsplit(':', 1)[-1]} is under way; docs/runbooks/release.md says how to stop it")
    if follow(states, execution, tell):
        return 0
    tell("What to do now: docs/runbooks/release.md")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
