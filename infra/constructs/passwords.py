"""The service's password of the database is changed every month by a task of its own (``change-password`` in
``infra/docker/start.py``): two users take turns, so tasks that run are never locked out.

It is no function of Secrets Manager, for the image has all that it needs, and nothing else reaches the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from aws_cdk import Stack, TimeZone
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_scheduler_targets as targets
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from infra.constructs.acknowledgement import acknowledge
from infra.constructs.task import Task

#: The first Monday of a month, when people are there, and the databases of every environment too.
_WHEN: Final = {"minute": "0", "hour": "10", "week_day": "2#1"}


def change_every_month(
    scope: Construct,
    *,
    task: Task,
    cluster: ecs.ICluster,
    group: ec2.ISecurityGroup,
    secret: secrets.ISecret,
    key: kms.IKey,
    services: Sequence[str],
) -> None:
    stack = Stack.of(scope)
    prefix = f"arn:aws:ecs:{stack.region}:{stack.account}"
    role = task.definition.task_role
    for actions, resources in (
        (["secretsmanager:PutSecretValue"], [secret.secret_arn]),
        (["secretsmanager:GetRandomPassword"], ["*"]),
        (["kms:Decrypt", "kms:GenerateDataKey"], [key.key_arn]),
        (["ecs:UpdateService"], [f"{prefix}:service/{cluster.cluster_name}/{name}" for name in services]),
    ):
        role.add_to_principal_policy(iam.PolicyStatement(actions=actions, resources=resources))
    acknowledge(role, "IAM5[Resource::*]", "A random password is made for nobody in particular.")
    scheduler.Schedule(
        scope,
        "ChangePassword",
        description="A new password of the database for the service",
        schedule=scheduler.ScheduleExpression.cron(**_WHEN, time_zone=TimeZone.ASIA_TOKYO),
        target=targets.EcsRunFargateTask(
            cluster,
            task_definition=task.definition,
            security_groups=[group],
            vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS),
            assign_public_ip=False,
            propagate_tags=True,
        ),
    )
    made = cluster.node.default_child
    assert isinstance(made, ecs.CfnCluster)
    tasks = f"{prefix}:task/<{stack.get_logical_id(made)}>/*"
    acknowledge(scope, f"IAM5[Resource::{tasks}]", "Tasks of one cluster are named by ECS; they are given their tags.")
