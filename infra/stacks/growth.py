"""More read replicas when the ones that are there are busy, fewer when they are calm."""

from __future__ import annotations

from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_rds as rds
from aws_cdk import aws_stepfunctions as stepfunctions
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.constructs.alarm import Alarms, with_runbook
from infra.constructs.replica_growth import PATIENCE_S, Growth, growth_machine
from infra.constructs.settings import REPLICAS
from infra.constructs.state_machine import make_state_machine
from infra.environments import Environment
from infra.stacks.compute import ComputeStack
from infra.stacks.data import DataStack
from infra.stacks.foundation import FoundationStack
from infra.stacks.network import NetworkStack
from infra.stacks.platform import PlatformStack

BUSY_PERCENT: Final = 70
#: Less than half of busy, so that taking one of two away does not make the other busy.
CALM_PERCENT: Final = 25
_BUSY_FOR_MIN: Final = 10
_CALM_FOR_MIN: Final = 60
_PERIOD_MIN: Final = 5


class GrowthStack(PlatformStack):
    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        answers: Answers,
        foundation: FoundationStack,
        network: NetworkStack,
        data: DataStack,
        compute: ComputeStack,
    ) -> None:
        super().__init__(scope, "Growth", environment_values=environment, answers=answers)
        self.add_stack_dependency(compute)
        size = environment.database
        assert data.database.replica
        assert size.replica_class
        growth = Growth(
            primary=self.prefix,
            replica_class=size.replica_class,
            group_id=network.groups["database"].security_group_id,
            most=size.most_replicas,
            parameter=f"/newsforge/{environment.name}/settings/{REPLICAS}",
            cluster=self.prefix,
            services=(f"{self.prefix}-api-blue", f"{self.prefix}-api-green", f"{self.prefix}-worker"),
            busy=f"{self.prefix}-replicas-busy",
            calm=f"{self.prefix}-replicas-calm",
            tags={"project": "newsforge", "environment": environment.name},
        )
        machine = self._make_machine(growth, foundation)
        self._allow(machine, growth)
        watched = data.database.replica
        busy = self._make_signal(growth.busy, watched, above=True, minutes=_BUSY_FOR_MIN)
        calm = self._make_signal(growth.calm, watched, above=False, minutes=_CALM_FOR_MIN)
        events.Rule(
            self,
            "WhenBusyOrCalm",
            description="The machine looks at both alarms itself; this only wakes it.",
            event_pattern=events.EventPattern(
                source=["aws.cloudwatch"],
                detail_type=["CloudWatch Alarm State Change"],
                resources=[busy.alarm_arn, calm.alarm_arn],
                detail={"state": {"value": ["ALARM"]}},
            ),
            targets=[targets.SfnStateMachine(machine, input=events.RuleTargetInput.from_object({}))],
        )
        Alarms(self, "Alarms", prefix=self.prefix, topic=foundation.alarms).add(
            "replica-growth-failed",
            machine.metric_failed(period=Duration.minutes(5)),
            0,
            says="A replica could not be made or taken away.",
            runbook="replica",
            periods=1,
            of_these=1,
        )

    def _make_machine(self, growth: Growth, foundation: FoundationStack) -> stepfunctions.StateMachine:
        return make_state_machine(
            self,
            name=f"{self.prefix}-replica-growth",
            definition=growth_machine(growth),
            patience_s=PATIENCE_S,
            log_group=f"/newsforge/{self.values.name}/growth",
            logs_key=self.seen(foundation.logs_key),
            log_days=self.values.log_days,
        )

    def _make_signal(self, name: str, watched: rds.IDatabaseInstance, *, above: bool, minutes: int) -> cloudwatch.Alarm:
        """It wakes the machine and nobody else: to be calm is no trouble, and busy is mended."""
        limit = BUSY_PERCENT if above else CALM_PERCENT
        says = f"Replica {'above' if above else 'below'} {limit} % CPU for {minutes} minutes: one {{}}.".format(
            "more is made" if above else "is taken away"
        )
        operator = cloudwatch.ComparisonOperator
        return cloudwatch.Alarm(
            self,
            "Busy" if above else "Calm",
            alarm_name=name,
            alarm_description=with_runbook(
                f"{says} {'one more is made' if above else 'one is taken away'}.", "replica"
            ),
            metric=watched.metric_cpu_utilization(period=Duration.minutes(_PERIOD_MIN)),
            threshold=limit,
            evaluation_periods=minutes // _PERIOD_MIN,
            datapoints_to_alarm=minutes // _PERIOD_MIN,
            comparison_operator=operator.GREATER_THAN_THRESHOLD if above else operator.LESS_THAN_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )

    def _allow(self, machine: stepfunctions.StateMachine, growth: Growth) -> None:
        place = f"{self.region}:{self.account}"
        described = f"arn:aws:rds:{place}:db:*"
        alarms = f"arn:aws:cloudwatch:{place}:alarm:*"
        added = [f"arn:aws:rds:{place}:db:{name}" for name in growth.added]
        named_by_aws = {
            f"arn:aws:rds:{place}:subgrp:*": "Creating asks for the subnet group, whose name CloudFormation chose.",
            f"arn:aws:rds:{place}:pg:*": "Creating asks for the parameter group, whose name CloudFormation chose.",
            f"arn:aws:rds:{place}:og:*": "Creating asks for the option group, which RDS names.",
        }
        for actions, resources in (
            (["rds:DescribeDBInstances"], [described]),
            (
                ["rds:CreateDBInstanceReadReplica", "rds:AddTagsToResource"],
                [f"arn:aws:rds:{place}:db:{growth.primary}", *added, *named_by_aws],
            ),
            (["rds:DeleteDBInstance"], added),
            (["cloudwatch:DescribeAlarms"], [alarms]),
            (["states:ListExecutions"], [f"arn:aws:states:{place}:stateMachine:{self.prefix}-replica-growth"]),
            (["ssm:PutParameter"], [f"arn:aws:ssm:{place}:parameter{growth.parameter}"]),
            (["ecs:UpdateService"], [f"arn:aws:ecs:{place}:service/{self.prefix}/{name}" for name in growth.services]),
        ):
            machine.add_to_role_policy(iam.PolicyStatement(actions=list(actions), resources=list(resources)))
        for resource, reason in {
            described: "RDS lists by filter over all instances; it only reads.",
            alarms: "CloudWatch lists alarms by name over all of them; it only reads.",
            **named_by_aws,
            "*": "Delivery of a state machine's logs and traces takes no resource.",
        }.items():
            acknowledge(machine, f"IAM5[Resource::{resource}]", reason)
