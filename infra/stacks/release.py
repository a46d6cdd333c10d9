"""Releases in steps (``infra/release``), the brake that people set by hand, and the alarm when one is taken back."""

from __future__ import annotations

from math import ceil
from typing import Any, Final

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_sns as sns
from aws_cdk import aws_stepfunctions as stepfunctions
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.constructs.alarm import Alarms, with_runbook
from infra.constructs.service import COLOURS
from infra.constructs.state_machine import make_state_machine
from infra.environments import Environment
from infra.release.machine import PATIENCE_S, release_machine
from infra.release.plan import Part, ReleasePlan, machine_name
from infra.sizes import TaskSize
from infra.stacks.account import IMAGES
from infra.stacks.compute import ComputeStack
from infra.stacks.foundation import FoundationStack
from infra.stacks.observability import ObservabilityStack
from infra.stacks.platform import METRICS_NAMESPACE, PlatformStack

#: Share of the largest size whose tasks bear the first step.
_FIRST_SHARE: Final = 0.1


class ReleaseStack(PlatformStack):
    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        answers: Answers,
        foundation: FoundationStack,
        compute: ComputeStack,
        observability: ObservabilityStack,
    ) -> None:
        super().__init__(scope, "Release", environment_values=environment, answers=answers)
        self.add_stack_dependency(observability)
        plan = ReleasePlan(
            prefix=self.prefix,
            parts=(
                self._part("api", environment.api, compute),
                self._part("web", environment.web, compute),
            ),
            worker=f"{self.prefix}-worker",
            brake=f"{self.prefix}-release-brake",
            images=IMAGES,
        )
        machine = self._make_machine(plan, foundation)
        self._allow(machine, plan)
        self._make_brake(plan.brake, foundation.alarms)
        self._tell_of_failures(machine, foundation.alarms)

    def _part(self, name: str, size: TaskSize, compute: ComputeStack) -> Part:
        coloured = compute.coloured[name]
        return Part(
            name=name,
            rule=coloured.rule.listener_rule_arn,
            groups={colour: coloured.groups[colour].target_group_arn for colour in COLOURS},
            services={colour: f"{self.prefix}-{name}-{colour}" for colour in COLOURS},
            least=size.least,
            few=ceil(size.most * _FIRST_SHARE),
        )

    def _make_machine(self, plan: ReleasePlan, foundation: FoundationStack) -> stepfunctions.StateMachine:
        return make_state_machine(
            self,
            name=machine_name(self.values.name),
            definition=release_machine(plan),
            patience_s=PATIENCE_S,
            log_group=f"/newsforge/{self.values.name}/release",
            logs_key=self.seen(foundation.logs_key),
            log_days=self.values.log_days,
        )

    def _make_brake(self, name: str, topic: sns.ITopic) -> None:
        """Nobody measures it and silence changes nothing, so it stays as people set it."""
        brake = cloudwatch.Alarm(
            self,
            "Brake",
            alarm_name=name,
            alarm_description=with_runbook("Set by hand: no release goes on, and one under way goes back.", "release"),
            metric=cloudwatch.Metric(
                namespace=METRICS_NAMESPACE,
                metric_name="ReleaseBrake",
                dimensions_map={"Environment": self.values.name},
                statistic="Maximum",
                period=Duration.minutes(1),
            ),
            threshold=1,
            evaluation_periods=1,
            treat_missing_data=cloudwatch.TreatMissingData.IGNORE,
        )
        brake.add_alarm_action(actions.SnsAction(topic))
        brake.add_ok_action(actions.SnsAction(topic))

    def _tell_of_failures(self, machine: stepfunctions.StateMachine, topic: sns.ITopic) -> None:
        period = Duration.minutes(5)
        ended_badly = cloudwatch.MathExpression(
            expression="FILL(failed, 0) + FILL(expired, 0) + FILL(stopped, 0)",
            using_metrics={
                "failed": machine.metric_failed(period=period),
                "expired": machine.metric_timed_out(period=period),
                "stopped": machine.metric_aborted(period=period),
            },
            period=period,
            label="Releases that did not go live",
        )
        Alarms(self, "Alarms", prefix=self.prefix, topic=topic).add(
            "release-failed",
            ended_badly,
            0,
            says="A release was refused, taken back or stopped.",
            runbook="release",
            periods=1,
            of_these=1,
        )

    def _allow(self, machine: stepfunctions.StateMachine, plan: ReleasePlan) -> None:
        place = f"{self.region}:{self.account}"
        services = [
            *(part.services[colour] for part in plan.parts for colour in COLOURS),
            plan.worker,
        ]
        alarms = f"arn:aws:cloudwatch:{place}:alarm:*"
        roles = f"arn:aws:iam::{self.account}:role/{self.prefix}-compute-*"
        targets = f"arn:aws:application-autoscaling:{place}:scalable-target/*"
        arns = [f"arn:aws:ecs:{place}:service/{self.prefix}/{name}" for name in services]
        only_ecs = {"StringEquals": {"application-autoscaling:service-namespace": "ecs"}}
        handed_over = {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}
        granted: tuple[tuple[list[str], list[str], dict[str, Any] | None], ...] = (
            (
                ["states:ListExecutions"],
                [f"arn:aws:states:{place}:stateMachine:{machine_name(self.values.name)}"],
                None,
            ),
            (["ecr:DescribeImages"], [f"arn:aws:ecr:{place}:repository/newsforge/{name}" for name in IMAGES], None),
            (["ecs:DescribeServices", "ecs:UpdateService"], arns, None),
            (["iam:PassRole"], [roles], handed_over),
            (["application-autoscaling:RegisterScalableTarget"], [targets], only_ecs),
            (["elasticloadbalancing:ModifyRule"], [part.rule for part in plan.parts], None),
            (["cloudwatch:DescribeAlarms"], [alarms], None),
            (
                [
                    "ecs:DescribeTaskDefinition",
                    "elasticloadbalancing:DescribeRules",
                    "elasticloadbalancing:DescribeTargetHealth",
                ],
                ["*"],
                None,
            ),
        )
        for verbs, resources, conditions in granted:
            machine.add_to_role_policy(iam.PolicyStatement(actions=verbs, resources=resources, conditions=conditions))
        for resource, reason in {
            alarms: "CloudWatch lists alarms by name over all of them; it only reads.",
            roles: "Roles of tasks, whose ends CloudFormation chooses; they may be handed to ECS only.",
            targets: "Scalable targets are numbered by AWS; only those of ECS may be set.",
            "*": "These questions, and the delivery of logs and traces, take no resource.",
        }.items():
            acknowledge(machine, f"IAM5[Resource::{resource}]", reason)
