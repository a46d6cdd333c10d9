"""PostgreSQL on RDS: encrypted, TLS forced, point-in-time recovery, a password that RDS keeps and changes itself."""

from __future__ import annotations

from typing import Any, Final

from aws_cdk import CfnParameter, Duration, RemovalPolicy, SecretValue
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_kms as kms
from aws_cdk import aws_rds as rds
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from infra.constructs.acknowledgement import acknowledge
from infra.constructs.logs import make_log_group
from infra.environments import RECOVERY_REGION, Environment

ENGINE_VERSION: Final = "18.6"
DATABASE: Final = "newsforge"
OWNER: Final = "newsforge_owner"
_ENGINE: Final = rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.of(ENGINE_VERSION, "18"))
#: 02:00 to 03:00 in Tokyo; RDS speaks UTC.
_BACKUP_WINDOW: Final = "17:00-18:00"
_MAINTENANCE_WINDOW: Final = "Sun:18:30-Sun:19:30"
_LOGS: Final = ("postgresql", "upgrade")
_PARAMETERS: Final = {
    "rds.force_ssl": "1",
    "log_min_duration_statement": "1000",
    "log_lock_waits": "1",
    "idle_in_transaction_session_timeout": "60000",
    "shared_preload_libraries": "pg_stat_statements",
}


class Database(Construct):
    """``owner`` is the secret of the master user, which only migrations use."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        environment: Environment,
        identifier: str,
        vpc: ec2.IVpc,
        group: ec2.ISecurityGroup,
        key: kms.IKey,
        removal: RemovalPolicy,
        copies_key: kms.IKey | None,
        logs_key: kms.IKey,
    ) -> None:
        super().__init__(scope, name)
        self._logs_key = logs_key
        self._environment = environment
        size = environment.database
        subnets = ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED)
        shared: dict[str, Any] = {
            "vpc": vpc,
            "vpc_subnets": subnets,
            "security_groups": [group],
            "publicly_accessible": False,
            "storage_type": rds.StorageType.GP3,
            "iam_authentication": True,
            "auto_minor_version_upgrade": True,
            "deletion_protection": environment.is_protected,
            "enable_performance_insights": True,
            "performance_insight_encryption_key": key,
            "performance_insight_retention": rds.PerformanceInsightRetention.DEFAULT,
            "database_insights_mode": rds.DatabaseInsightsMode.STANDARD,
            "monitoring_interval": Duration.minutes(1),
            "ca_certificate": rds.CaCertificate.RDS_CA_RSA2048_G1,
            "preferred_maintenance_window": _MAINTENANCE_WINDOW,
        }
        parameters = rds.ParameterGroup(self, "Parameters", engine=_ENGINE, parameters=dict(_PARAMETERS))
        self.primary = rds.DatabaseInstance(
            self,
            "Primary",
            engine=_ENGINE,
            instance_identifier=identifier,
            instance_type=ec2.InstanceType(size.instance_class.removeprefix("db.")),
            allocated_storage=size.storage_gib,
            max_allocated_storage=size.most_storage_gib,
            multi_az=size.is_multi_az,
            backup_retention=Duration.days(size.backup_days),
            preferred_backup_window=_BACKUP_WINDOW,
            delete_automated_backups=not environment.is_protected,
            copy_tags_to_snapshot=True,
            database_name=DATABASE,
            credentials=rds.Credentials.from_password(OWNER, SecretValue.unsafe_plain_text("replaced below")),
            parameter_group=parameters,
            storage_encrypted=True,
            storage_encryption_key=key,
            cloudwatch_logs_exports=list(_LOGS),
            engine_lifecycle_support=rds.EngineLifecycleSupport.OPEN_SOURCE_RDS_EXTENDED_SUPPORT_DISABLED,
            removal_policy=RemovalPolicy.SNAPSHOT if removal is RemovalPolicy.RETAIN else removal,
            **shared,
        )
        self._keep_logs(self.primary, identifier, _LOGS)
        self._instance = self.primary.node.default_child
        assert isinstance(self._instance, rds.CfnDBInstance)
        self._instance.master_user_password = None
        self._instance.manage_master_user_password = True
        self._instance.master_user_secret = rds.CfnDBInstance.MasterUserSecretProperty(kms_key_id=key.key_arn)
        if copies_key:
            self._instance.automatic_backup_replication_kms_key_id = copies_key.key_arn
            self._instance.automatic_backup_replication_region = RECOVERY_REGION
        if environment.is_recovery:
            self._restore()
        self._explain()
        self.owner = secrets.Secret.from_secret_complete_arn(
            self, "Owner", self._instance.attr_master_user_secret_secret_arn
        )
        self.replica = self._make_replica(identifier, shared) if size.replica_class else None

    def _keep_logs(self, instance: rds.DatabaseInstanceBase, identifier: str, kinds: tuple[str, ...]) -> None:
        """RDS writes into groups of these names; those that it has to make itself are kept for ever."""
        for kind in kinds:
            group = make_log_group(
                self,
                f"{instance.node.id}{kind.title()}Logs",
                group=f"/aws/rds/instance/{identifier}/{kind}",
                key=self._logs_key,
                days=self._environment.log_days,
            )
            instance.node.add_dependency(group)

    def _explain(self) -> None:
        acknowledge(self, "RDS11", "A port that is guessed opens nothing: only three security groups reach it.")
        acknowledge(
            self,
            "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole]",
            "AWS keeps this policy in step with what enhanced monitoring writes.",
        )
        if not self._environment.database.is_multi_az:
            acknowledge(self, "RDS3", "Not production: an hour without a database costs less than a standby.")
        if not self._environment.is_protected:
            acknowledge(self, "RDS10", "Not production: it is there to be thrown away and made anew.")

    def _restore(self) -> None:
        """From the newest point in time that Osaka has, under the same engine; what the backup decides is left out."""
        backup = CfnParameter(
            self,
            "BackupArn",
            description="Replicated automated backup to restore from: aws rds describe-db-instance-automated-backups",
            allowed_pattern=r"arn:aws:rds:[a-z0-9-]+:\d{12}:auto-backup:[a-z0-9-]+",
        )
        backup.override_logical_id("DatabaseBackupArn")  # what a recovery is told by name
        instance = self._instance
        assert isinstance(instance, rds.CfnDBInstance)
        instance.source_db_instance_automated_backups_arn = backup.value_as_string
        instance.use_latest_restorable_time = True
        instance.master_username = None
        instance.db_name = None
        instance.allocated_storage = None

    def _make_replica(self, identifier: str, shared: dict[str, Any]) -> rds.DatabaseInstanceReadReplica:
        replica_class = self._environment.database.replica_class
        assert replica_class
        name = f"{identifier}-replica-1"
        replica = rds.DatabaseInstanceReadReplica(
            self,
            "Replica",
            source_database_instance=self.primary,
            instance_identifier=name,
            instance_type=ec2.InstanceType(replica_class.removeprefix("db.")),
            max_allocated_storage=self._environment.database.most_storage_gib,
            cloudwatch_logs_exports=list(_LOGS[:1]),
            removal_policy=RemovalPolicy.DESTROY,
            **shared,
        )
        self._keep_logs(replica, name, _LOGS[:1])
        acknowledge(replica, "RDS2", "A replica has the encryption of what it copies; RDS refuses to be told.")
        acknowledge(replica, "RDS3", "It is itself the second copy, and another is added when it is lost.")
        return replica
