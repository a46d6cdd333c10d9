"""Read replicas that come and go with the load. RDS has no such thing, so a small state machine does it.

It is woken by an alarm but goes by what it sees: when the first replica is busy, make another with the lowest free
number, wait until it is there, write all addresses where tasks read them, and start the tasks anew; when it is calm,
write the addresses without the highest number, let the tasks leave it, and delete it. Then it looks again. The first
replica belongs to the data stack and is never touched. One execution at a time, the oldest: another one leaves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from infra.constructs.states import State, call, choice, note, only_one

_POLL_S: Final = 60
#: What a change needs to show in the alarms' metrics, so that one busy hour does not make all replicas at once.
_SETTLE_S: Final = 15 * 60
#: Tasks that still know the old addresses are gone by then.
_DRAIN_S: Final = 10 * 60
PATIENCE_S: Final = 24 * 60 * 60
_BROKEN: Final = ("failed", "incompatible-network", "incompatible-restore", "incompatible-parameters", "storage-full")


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """``busy`` and ``calm`` are names of alarms; ``parameter`` is where tasks read the addresses of the replicas.
    By ``tags`` the budget counts."""

    primary: str
    replica_class: str
    group_id: str
    most: int
    parameter: str
    cluster: str
    services: tuple[str, ...]
    busy: str
    calm: str
    tags: dict[str, str]

    def name(self, number: int) -> str:
        return f"{self.primary}-replica-{number}"

    @property
    def added(self) -> list[str]:
        """The names that the machine gives and takes."""
        return [self.name(number) for number in range(2, self.most + 1)]


def growth_machine(growth: Growth) -> State:
    """The definition, in Amazon States Language."""
    return {
        "Comment": "Read replicas by load",
        "StartAt": "Gather",
        "TimeoutSeconds": PATIENCE_S,
        "States": {
            **only_one(go="AskBusy", leave="Done"),
            **_looking(growth),
            **_growing(growth),
            **_publishing(growth),
            **_shrinking(),
            "Settle": {"Type": "Wait", "Seconds": _SETTLE_S, "Next": "AskBusy"},
            "Broken": {"Type": "Fail", "Error": "ReplicaBroken", "Cause": "The new replica did not become available."},
            "Done": {"Type": "Succeed"},
        },
    }


def _looking(growth: Growth) -> dict[str, State]:
    def ask(alarm: str, name: str) -> State:
        return call(
            "cloudwatch",
            "describeAlarms",
            {"AlarmNames": [alarm]},
            then=f"Is{name}",
            ResultSelector={"Is.$": "States.ArrayGetItem($.MetricAlarms[*].StateValue, 0)"},
            ResultPath=f"$.{name.lower()}",
        )

    numbers = range(2, 1 + growth.most)
    has = {f"Has{n}.$": f"States.ArrayContains($.replicas.Names, '{growth.name(n)}')" for n in numbers}
    # By filter: names that are not there are left out, where asking for one of them would be an error.
    return {
        "AskBusy": ask(growth.busy, "Busy"),
        "IsBusy": choice("$.busy.Is", "Look", "AskCalm", StringEquals="ALARM"),
        "AskCalm": ask(growth.calm, "Calm"),
        "IsCalm": choice("$.calm.Is", "Look", "Done", StringEquals="ALARM"),
        "Look": call(
            "rds",
            "describeDBInstances",
            {"Filters": [{"Name": "db-instance-id", "Values": [growth.name(1), *growth.added]}]},
            then="Which",
            ResultSelector={"Names.$": "$.DbInstances[*].DbInstanceIdentifier"},
            ResultPath="$.replicas",
        ),
        "Which": {"Type": "Pass", "Parameters": has, "ResultPath": "$.has", "Next": "Direction"},
        "Direction": choice("$.busy.Is", "LowestFree", "HighestThere", StringEquals="ALARM"),
        "LowestFree": _first_of(numbers, "Take", is_there=False),
        "HighestThere": _first_of(range(growth.most, 1, -1), "Drop", is_there=True),
    }


def _first_of(numbers: range, verb: str, *, is_there: bool) -> State:
    choices = [{"Variable": f"$.has.Has{n}", "BooleanEquals": is_there, "Next": f"{verb}{n}"} for n in numbers]
    return {"Type": "Choice", "Choices": choices, "Default": "Done"}


def _named(growth: Growth, number: int, keep: range, then: str) -> State:
    """``Keep``: whose addresses tasks get afterwards; a name that is not there is not found, which is no error."""
    result = {"Is": growth.name(number), "Keep": [growth.name(n) for n in keep]}
    return note(result, "$.name", then=then)


def _growing(growth: Growth) -> dict[str, State]:
    numbers = range(2, 1 + growth.most)
    broken = [{"Variable": "$.status.Is", "StringEquals": each, "Next": "Broken"} for each in _BROKEN]
    return {
        **{f"Take{n}": _named(growth, n, range(1, 1 + growth.most), "Create") for n in numbers},
        **{f"Drop{n}": _named(growth, n, range(1, n), "Addresses") for n in numbers},
        "Create": call(
            "rds",
            "createDBInstanceReadReplica",
            {
                "DbInstanceIdentifier.$": "$.name.Is",
                "SourceDbInstanceIdentifier": growth.primary,
                "DbInstanceClass": growth.replica_class,
                "VpcSecurityGroupIds": [growth.group_id],
                "PubliclyAccessible": False,
                "CopyTagsToSnapshot": True,
                "Tags": [{"Key": key, "Value": value} for key, value in growth.tags.items()],
            },
            then="Wait",
            ResultPath=None,
            # An answer that got lost must not end it: whether the replica is there is seen by asking.
            Catch=[{"ErrorEquals": ["States.TaskFailed"], "ResultPath": None, "Next": "Wait"}],
        ),
        "Wait": {"Type": "Wait", "Seconds": _POLL_S, "Next": "Ask"},
        "Ask": call(
            "rds",
            "describeDBInstances",
            {"DbInstanceIdentifier.$": "$.name.Is"},
            then="IsItThere",
            ResultSelector={"Is.$": "States.ArrayGetItem($.DbInstances[*].DbInstanceStatus, 0)"},
            ResultPath="$.status",
        ),
        "IsItThere": {
            "Type": "Choice",
            "Choices": [{"Variable": "$.status.Is", "StringEquals": "available", "Next": "Addresses"}, *broken],
            "Default": "Wait",
        },
    }


def _publishing(growth: Growth) -> dict[str, State]:
    services = growth.services
    restarts = {
        f"Restart{place}": call(
            "ecs",
            "updateService",
            {"Cluster": growth.cluster, "Service": service, "ForceNewDeployment": True},
            then=f"Restart{place + 1}" if place + 1 < len(services) else "WasItMore",
            ResultPath=None,
        )
        for place, service in enumerate(services)
    }
    return {
        "Addresses": call(
            "rds",
            "describeDBInstances",
            {"Filters": [{"Name": "db-instance-id", "Values.$": "$.name.Keep"}]},
            then="Publish",
            ResultSelector={"Hosts.$": "States.JsonToString($.DbInstances[*].Endpoint.Address)"},
            ResultPath="$.addresses",
        ),
        "Publish": call(
            "ssm",
            "putParameter",
            {"Name": growth.parameter, "Value.$": "$.addresses.Hosts", "Overwrite": True},
            then="Restart0",
            ResultPath=None,
        ),
        **restarts,
        "WasItMore": choice("$.busy.Is", "Settle", "Drain", StringEquals="ALARM"),
    }


def _shrinking() -> dict[str, State]:
    return {
        "Drain": {"Type": "Wait", "Seconds": _DRAIN_S, "Next": "Delete"},
        "Delete": call(
            "rds",
            "deleteDBInstance",
            {"DbInstanceIdentifier.$": "$.name.Is", "SkipFinalSnapshot": True},
            then="Settle",
            ResultPath=None,
        ),
    }
