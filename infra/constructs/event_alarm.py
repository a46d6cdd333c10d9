"""What no metric tells: AWS says that something happened, and people hear of it with the way to its runbook."""

from __future__ import annotations

from typing import Any

from aws_cdk import Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_sns as sns
from constructs import Construct

from infra.constructs.alarm import with_runbook


def tell_of_events(
    scope: Construct, name: str, *, pattern: dict[str, Any], topic: sns.ITopic, says: str, runbook: str
) -> None:
    """``pattern`` is of EventBridge's own words."""
    text = with_runbook(says, runbook)
    # By its ARN, so that the topic's policy stays where the topic is; it lets events in already.
    there = sns.Topic.from_topic_arn(scope, f"{name}Topic", topic.topic_arn)
    rule = events.Rule(
        scope,
        name,
        description=text,
        event_pattern=events.EventPattern(source=pattern["source"]),
        targets=[
            targets.SnsTopic(
                there,
                message=events.RuleTargetInput.from_text(f"{text} {events.EventField.from_path('$.detail')}"),
            )
        ],
    )
    resource = rule.node.default_child
    assert isinstance(resource, events.CfnRule)
    resource.event_pattern = pattern


def tell_of_what_happens(scope: Construct, *, prefix: str, topic: sns.ITopic) -> None:
    stack = Stack.of(scope)
    ours = {"prefix": f"arn:aws:ecs:{stack.region}:{stack.account}:service/{prefix}/"}
    tell_of_events(
        scope,
        "DatabaseHappened",
        pattern={
            "source": ["aws.rds"],
            "detail-type": ["RDS DB Instance Event"],
            "detail": {
                "EventCategories": ["failover", "failure", "restoration"],
                "SourceIdentifier": [prefix, {"prefix": f"{prefix}-replica-"}],
            },
        },
        topic=topic,
        says="The database failed, failed over or was restored.",
        runbook="database",
    )
    tell_of_events(
        scope,
        "PasswordNotChanged",
        pattern={
            "source": ["aws.secretsmanager"],
            "detail-type": ["AWS Service Event via CloudTrail"],
            "detail": {"eventName": ["RotationFailed", "TestRotationFailed"]},
        },
        topic=topic,
        says="A password was not changed.",
        runbook="passwords",
    )
    tell_of_events(
        scope,
        "ServicePasswordNotChanged",
        pattern={
            "source": ["aws.ecs"],
            "detail-type": ["ECS Task State Change"],
            "detail": {
                "group": [f"family:{prefix}-passwords"],
                "lastStatus": ["STOPPED"],
                "containers": {"exitCode": [{"anything-but": [0]}]},
            },
        },
        topic=topic,
        says="The service's password of the database was not changed; the old one goes on.",
        runbook="passwords",
    )
    tell_of_events(
        scope,
        "DeploymentFailed",
        pattern={
            "source": ["aws.ecs"],
            "detail-type": ["ECS Deployment State Change", "ECS Service Action"],
            "resources": [ours],
            "detail": {"eventName": ["SERVICE_DEPLOYMENT_FAILED", "SERVICE_TASK_PLACEMENT_FAILURE"]},
        },
        topic=topic,
        says="A deployment of tasks failed and went back, or tasks could not be placed.",
        runbook="rollback",
    )
