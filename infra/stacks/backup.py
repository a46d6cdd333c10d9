"""AWS Backup: every day at 02:00 in Tokyo, every Sunday for a quarter, in a locked vault, with copies in Osaka.

These are the copies that nobody can delete. What meets the recovery point of an hour is RDS's own replication of its
automated backups (see the data stack).
"""

from __future__ import annotations

from typing import Final

from aws_cdk import Duration, TimeZone
from aws_cdk import aws_backup as backup
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.constructs.event_alarm import tell_of_events
from infra.environments import Environment
from infra.stacks.data import DataStack
from infra.stacks.foundation import FoundationStack
from infra.stacks.platform import PlatformStack
from infra.stacks.recovery import RecoveryStack, make_vault

DAILY_KEPT: Final = Duration.days(35)
WEEKLY_KEPT: Final = Duration.days(91)
_FOR_DATABASES: Final = tuple(f"service-role/AWSBackupServiceRolePolicyFor{what}" for what in ("Backup", "Restores"))
#: The others know nothing of S3.
_FOR_BUCKETS: Final = tuple(f"AWSBackupServiceRolePolicyForS3{what}" for what in ("Backup", "Restore"))


class BackupStack(PlatformStack):
    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        answers: Answers,
        foundation: FoundationStack,
        data: DataStack,
        recovery: RecoveryStack | None,
    ) -> None:
        super().__init__(scope, "Backup", environment_values=environment, answers=answers)
        vault = make_vault(self, key=self.seen(foundation.data_key))
        plan = backup.BackupPlan(self, "Plan", backup_plan_name=self.prefix, backup_vault=vault)
        for name, weekday, kept in (("daily", "*", DAILY_KEPT), ("weekly", "SUN", WEEKLY_KEPT)):
            copies = (
                [backup.BackupPlanCopyActionProps(destination_backup_vault=recovery.vault, delete_after=kept)]
                if recovery
                else None
            )
            plan.add_rule(
                backup.BackupPlanRule(
                    rule_name=name,
                    schedule_expression=events.Schedule.cron(minute="0", hour="2", week_day=weekday),
                    schedule_expression_timezone=TimeZone.ASIA_TOKYO,
                    start_window=Duration.hours(1),
                    completion_window=Duration.hours(4),
                    delete_after=kept,
                    copy_actions=copies,
                )
            )
        selection = plan.add_selection(
            "Data",
            backup_selection_name="data",
            resources=[
                backup.BackupResource.from_rds_database_instance(data.database.primary),
                backup.BackupResource.from_arn(data.content.bucket_arn),
            ],
            allow_restores=True,
        )
        role = selection.node.find_child("Role")
        assert isinstance(role, iam.Role)
        for policy in _FOR_BUCKETS:
            role.add_managed_policy(iam.ManagedPolicy.from_aws_managed_policy_name(policy))
        for policy in (*_FOR_DATABASES, *_FOR_BUCKETS):
            acknowledge(
                selection,
                f"IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/{policy}]",
                "AWS keeps this policy in step with what its backup service needs.",
            )
        self._tell_of_failures(foundation)

    def _tell_of_failures(self, foundation: FoundationStack) -> None:
        tell_of_events(
            self,
            "BackupFailed",
            pattern={
                "source": ["aws.backup"],
                "detail-type": ["Backup Job State Change", "Copy Job State Change"],
                "detail": {"state": ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"]},
            },
            topic=foundation.alarms,
            says=f"A backup or its copy of {self.values.name} was not made.",
            runbook="backup",
        )
