"""More read replicas when the ones that are there are busy."""

from __future__ import annotations

import json
from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_stepfunctions as stepfunctions
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.constructs.logs import make_log_group
from infra.constructs.replica_growth import growth_machine
from infra.constructs.settings import REPLICAS
from infra.environments import Environment
from infra.stacks.compute import ComputeStack
from infra.stacks.data import DataStack
from infra.stacks.foundation import FoundationStack
from infra.stacks.network import NetworkStack
from infra.stacks.platform import PlatformStack

BUSY_PERCENT: Final = 70
_BUSY_FOR_MIN: Final = 10


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
        services = [f"{self.prefix}-api-blue", f"{self.prefix}-api-green", f"{self.prefix}-worker"]
        parameter = f"/newsforge/{environment.name}/settings/{REPLICAS}"
        logs = make_log_group(
            self,
            "Logs",
            group=f"/newsforge/{environment.name}/growth",
            key=self.seen(foundation.logs_key),
            days=environment.log_days,
        )
        machine = stepfunctions.StateMachine(
            self,
            "Machine",
            state_machine_name=f"{self.prefix}-replica-growth",
            definition_body=stepfunctions.DefinitionBody.from_string(
                json.dumps(
                    growth_machine(
                        primary=self.prefix,
                        replica_class=size.replica_class,
                        group_id=network.groups["database"].security_group_id,
                        most=size.most_replicas,
                        parameter=parameter,
                        cluster=self.prefix,
                        services=services,
                    )
                )
            ),
            logs=stepfunctions.LogOptions(destination=logs, level=stepfunctions.LogLevel.ALL),
            tracing_enabled=True,
            timeout=Duration.hours(2),
        )
        self._allow(machine, parameter, services)
        busy = cloudwatch.Alarm(
            self,
            "Busy",
            alarm_name=f"{self.prefix}-replicas-busy",
            alarm_description=f"Replica above {BUSY_PERCENT} % CPU for {_BUSY_FOR_MIN} minutes: one more is made.",
            metric=data.database.replica.metric_cpu_utilization(period=Duration.minutes(1)),
            threshold=BUSY_PERCENT,
            evaluation_periods=_BUSY_FOR_MIN,
            datapoints_to_alarm=_BUSY_FOR_MIN,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        events.Rule(
            self,
            "WhenBusy",
            event_pattern=events.EventPattern(
                source=["aws.cloudwatch"],
                detail_type=["CloudWatch Alarm State Change"],
                resources=[busy.alarm_arn],
                detail={"state": {"value": ["ALARM"]}},
            ),
            targets=[targets.SfnStateMachine(machine)],
        )

    def _allow(self, machine: stepfunctions.StateMachine, parameter: str, services: list[str]) -> None:
        place = f"{self.region}:{self.account}"
        instances = f"arn:aws:rds:{place}:db:{self.prefix}-replica-*"
        described = f"arn:aws:rds:{place}:db:*"
        for actions, resources in (
            (["rds:DescribeDBInstances"], [described]),
            (
                ["rds:CreateDBInstanceReadReplica", "rds:AddTagsToResource"],
                [
                    f"arn:aws:rds:{place}:db:{self.prefix}",
                    instances,
                    f"arn:aws:rds:{place}:subgrp:*",
                    f"arn:aws:rds:{place}:pg:*",
                    f"arn:aws:rds:{place}:og:*",
                ],
            ),
            (["ssm:PutParameter"], [f"arn:aws:ssm:{place}:parameter{parameter}"]),
            (["ecs:UpdateService"], [f"arn:aws:ecs:{place}:service/{self.prefix}/{name}" for name in services]),
        ):
            machine.add_to_role_policy(iam.PolicyStatement(actions=list(actions), resources=list(resources)))
        for resource, reason in {
            described: "RDS lists by filter over all instances; it only reads.",
            instances: "Replicas are numbered as they come.",
            f"arn:aws:rds:{place}:subgrp:*": "Creating asks for the subnet group, whose name CloudFormation chose.",
            f"arn:aws:rds:{place}:pg:*": "Creating asks for the parameter group, whose name CloudFormation chose.",
            f"arn:aws:rds:{place}:og:*": "Creating asks for the option group, which RDS names.",
            "*": "Delivery of a state machine's logs and traces takes no resource.",
        }.items():
            acknowledge(machine, f"IAM5[Resource::{resource}]", reason)
