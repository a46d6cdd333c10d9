"""Read replicas that are added under load. RDS has no such thing, so a small state machine does it.

When the replicas' CPU stays high: make the next one, wait until it is there, write all their addresses where the tasks
read them, and start the tasks anew. Taking one away again is left to people (an alarm says when): a mistake there
costs more than the replica.
"""

from __future__ import annotations

from typing import Any, Final

INTEGRATION: Final = "arn:aws:states:::aws-sdk"
_POLL_S: Final = 60
_PATIENCE_S: Final = 2 * 60 * 60
_RETRY: Final = [{"ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 10, "MaxAttempts": 4, "BackoffRate": 2}]


def call(service: str, action: str, parameters: dict[str, Any], *, then: str, **more: Any) -> dict[str, Any]:
    return {
        "Type": "Task",
        "Resource": f"{INTEGRATION}:{service}:{action}",
        "Parameters": parameters,
        "Retry": _RETRY,
        "Next": then,
        **more,
    }


def growth_machine(
    *, primary: str, replica_class: str, group_id: str, most: int, parameter: str, cluster: str, services: list[str]
) -> dict[str, Any]:
    """The definition, in Amazon States Language."""
    restarts = {
        f"Restart{place}": call(
            "ecs",
            "updateService",
            {"Cluster": cluster, "Service": service, "ForceNewDeployment": True},
            then=f"Restart{place + 1}" if place + 1 < len(services) else "Done",
            ResultPath=None,
        )
        for place, service in enumerate(services)
    }
    return {
        "Comment": "One more read replica",
        "StartAt": "Look",
        "TimeoutSeconds": _PATIENCE_S,
        "States": {
            "Look": call(
                "rds",
                "describeDBInstances",
                {"DbInstanceIdentifier": primary},
                then="Count",
                ResultSelector={"Names.$": "$.DbInstances[0].ReadReplicaDBInstanceIdentifiers"},
                ResultPath="$.replicas",
            ),
            "Count": {
                "Type": "Pass",
                "Parameters": {"Is.$": "States.ArrayLength($.replicas.Names)"},
                "ResultPath": "$.count",
                "Next": "IsThereRoom",
            },
            "IsThereRoom": {
                "Type": "Choice",
                "Choices": [{"Variable": "$.count.Is", "NumericLessThan": most, "Next": "Name"}],
                "Default": "Done",
            },
            "Name": {
                "Type": "Pass",
                "Parameters": {"Is.$": f"States.Format('{primary}-replica-{{}}', States.MathAdd($.count.Is, 1))"},
                "ResultPath": "$.name",
                "Next": "Create",
            },
            "Create": call(
                "rds",
                "createDBInstanceReadReplica",
                {
                    "DbInstanceIdentifier.$": "$.name.Is",
                    "SourceDbInstanceIdentifier": primary,
                    "DbInstanceClass": replica_class,
                    "VpcSecurityGroupIds": [group_id],
                    "PubliclyAccessible": False,
                    "EnableIAMDatabaseAuthentication": True,
                    "CopyTagsToSnapshot": True,
                },
                then="Wait",
                ResultPath=None,
            ),
            "Wait": {"Type": "Wait", "Seconds": _POLL_S, "Next": "Ask"},
            "Ask": call(
                "rds",
                "describeDBInstances",
                {"DbInstanceIdentifier.$": "$.name.Is"},
                then="IsItThere",
                ResultSelector={"Is.$": "$.DbInstances[0].DbInstanceStatus"},
                ResultPath="$.status",
            ),
            "IsItThere": {
                "Type": "Choice",
                "Choices": [{"Variable": "$.status.Is", "StringEquals": "available", "Next": "LookAgain"}],
                "Default": "Wait",
            },
            "LookAgain": call(
                "rds",
                "describeDBInstances",
                {"DbInstanceIdentifier": primary},
                then="Addresses",
                ResultSelector={"Names.$": "$.DbInstances[0].ReadReplicaDBInstanceIdentifiers"},
                ResultPath="$.replicas",
            ),
            "Addresses": call(
                "rds",
                "describeDBInstances",
                {"Filters": [{"Name": "db-instance-id", "Values.$": "$.replicas.Names"}]},
                then="Publish",
                ResultSelector={"Hosts.$": "States.JsonToString($.DbInstances[*].Endpoint.Address)"},
                ResultPath="$.addresses",
            ),
            "Publish": call(
                "ssm",
                "putParameter",
                {"Name": parameter, "Value.$": "$.addresses.Hosts", "Overwrite": True},
                then="Restart0",
                ResultPath=None,
            ),
            **restarts,
            "Done": {"Type": "Succeed"},
        },
    }
