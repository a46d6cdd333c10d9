"""Customer keys, one for each kind of thing that is kept, so that a grant on one opens nothing else."""

from __future__ import annotations

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from constructs import Construct


def make_key(scope: Construct, name: str, *, says: str, removal: RemovalPolicy, multi_region: bool = False) -> kms.Key:
    return kms.Key(
        scope,
        name,
        description=says,
        enable_key_rotation=True,
        removal_policy=removal,
        multi_region=multi_region,
    )


def let_logs_use(key: kms.Key) -> None:
    """CloudWatch Logs encrypts with the key only when the key's own policy says so."""
    stack = Stack.of(key)
    key.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[iam.ServicePrincipal(f"logs.{stack.region}.amazonaws.com")],
            actions=["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
            resources=["*"],
            conditions={
                "ArnLike": {"kms:EncryptionContext:aws:logs:arn": f"arn:aws:logs:{stack.region}:{stack.account}:*"}
            },
        )
    )


def let_services_publish(key: kms.Key, *services: str) -> None:
    """Alarms and budgets write to an encrypted topic only when they may use its key. EventBridge does not say for whose
    account it asks, so it is known by its name alone."""
    silent = [service for service in services if service == "events"]
    telling = [service for service in services if service not in silent]
    ours = {"StringEquals": {"aws:SourceAccount": Stack.of(key).account}}
    for named, conditions in ((telling, ours), (silent, None)):
        if named:
            key.add_to_resource_policy(
                iam.PolicyStatement(
                    principals=[iam.ServicePrincipal(f"{service}.amazonaws.com") for service in named],
                    actions=["kms:Decrypt", "kms:GenerateDataKey*"],
                    resources=["*"],
                    conditions=conditions,
                )
            )
