"""Run the migration task of an environment and wait for it: ``python -m infra.migration ENVIRONMENT``."""

from __future__ import annotations

import sys
from typing import Any

from infra.environments import PRIMARY_REGION, RECOVERY_REGION, Environment, get_environment
from infra.refusal import Misconfigured


def outputs_of(cloudformation: Any, stack: str) -> dict[str, str]:
    (found,) = cloudformation.describe_stacks(StackName=stack)["Stacks"]
    return {each["OutputKey"]: each["OutputValue"] for each in found.get("Outputs", [])}


def migrate(environment: Environment, region: str) -> int:
    """The exit code of ``newsforge migrate``; 1 when the task did not even start."""
    import boto3

    outputs = outputs_of(boto3.client("cloudformation", region_name=region), f"newsforge-{environment.name}-cluster")
    ecs = boto3.client("ecs", region_name=region)
    cluster = outputs["ClusterName"]
    started = ecs.run_task(
        cluster=cluster,
        taskDefinition=outputs["MigrateFamily"],
        launchType="FARGATE",
        networkConfiguration={
            "awsvpcConfiguration": {
                "subnets": outputs["PrivateSubnets"].split(","),
                "securityGroups": [outputs["MigrateGroup"]],
                "assignPublicIp": "DISABLED",
            }
        },
    )
    if started["failures"]:
        raise Misconfigured(
            f"The migration task did not start: {started['failures'][0].get('reason')}.",
            remedy="Look at the cluster's capacity and the image's tag.",
        )
    (task,) = (each["taskArn"] for each in started["tasks"])
    ecs.get_waiter("tasks_stopped").wait(cluster=cluster, tasks=[task])
    (ended,) = ecs.describe_tasks(cluster=cluster, tasks=[task])["tasks"]
    return int(ended["containers"][0].get("exitCode", 1))


def main() -> int:
    environment = get_environment(sys.argv[1] if len(sys.argv) > 1 else None)
    return migrate(environment, RECOVERY_REGION if environment.is_recovery else PRIMARY_REGION)


if __name__ == "__main__":
    raise SystemExit(main())
