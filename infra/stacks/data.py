"""Everything that must not be lost: database, cache, content, secrets. Apart, so that no other change touches it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aws_cdk import SecretValue, TimeZone
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_scheduler_targets as targets
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.constructs.bucket import make_content_bucket, make_log_bucket
from infra.constructs.database import Database
from infra.constructs.valkey import Valkey
from infra.environments import RECOVERY_REGION, Environment
from infra.stacks.foundation import FoundationStack
from infra.stacks.network import NetworkStack
from infra.stacks.platform import PlatformStack
from infra.stacks.recovery import RecoveryStack, content_bucket

APP_USER: Final = "newsforge_app"
#: Settings of AI vendors, by the secret that they lie in; empty until an operator fills them in, and an empty one
#: counts as not set. A template that says something new of a secret replaces what is in it, keys that were filled in
#: too: so no entry is ever changed, and another vendor's key gets an entry, which is a secret, of its own.
VENDOR_SECRETS: Final[Mapping[str, tuple[str, ...]]] = {
    "vendors": (
        "NEWSFORGE_OPENAI_API_KEY",
        "NEWSFORGE_ANTHROPIC_API_KEY",
        "NEWSFORGE_GOOGLE_API_KEY",
        "NEWSFORGE_COMPATIBLE_API_KEY",
    ),
}
_ACCESS_LOG_DAYS: Final = 90


class DataStack(PlatformStack):
    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        answers: Answers,
        foundation: FoundationStack,
        network: NetworkStack,
        recovery: RecoveryStack | None,
    ) -> None:
        super().__init__(scope, "Data", environment_values=environment, answers=answers)
        self._foundation = foundation
        self._recovery = recovery
        self.app_secret_name = f"newsforge/{environment.name}/database/app"
        self.app_secret = self._make_secret("AppPassword", "database/app", user=APP_USER)
        self.cache_secret = self._make_secret("CachePassword", "cache")
        #: By the setting that is in it.
        self.vendor_secrets = {
            key: secret
            for name, keys in VENDOR_SECRETS.items()
            for secret in [self._make_vendor_secret(name, keys)]
            for key in keys
        }
        self.database = Database(
            self,
            "Database",
            environment=environment,
            identifier=self.prefix,
            vpc=network.vpc,
            group=network.groups["database"],
            key=self.seen(foundation.data_key),
            removal=self.removal,
            copies_key=self.seen(recovery.key) if recovery else None,
            logs_key=self.seen(foundation.logs_key),
        )
        self.cache = Valkey(
            self,
            "Cache",
            cluster=self.prefix,
            size=environment.cache,
            vpc=network.vpc,
            group=network.groups["cache"],
            key=self.seen(foundation.data_key),
            password=self.cache_secret,
        )
        self.access_logs = make_log_bucket(
            self,
            "AccessLogs",
            bucket_name=f"{self.prefix}-access-logs-{self.account}-{self.region}",
            days=_ACCESS_LOG_DAYS,
            removal=self.removal,
        )
        acknowledge(self.access_logs, "S1", "This is the bucket that access logs go to; its own would never end.")
        self.content = make_content_bucket(
            self,
            "Content",
            bucket_name=content_bucket(environment.name, self.account, self.region),
            key=self.seen(foundation.storage_key),
            removal=self.removal,
            access_logs=self.access_logs,
            replicas=self._replicas(),
        )
        if recovery:
            self._explain_replication()
        if environment.is_off_at_night:
            self._stop_database_at_night()

    def _make_secret(self, name: str, path: str, *, user: str = "") -> secrets.Secret:
        secret = secrets.Secret(
            self,
            name,
            secret_name=f"newsforge/{self.values.name}/{path}",
            encryption_key=self.seen(self._foundation.data_key),
            removal_policy=self.removal,
            generate_secret_string=secrets.SecretStringGenerator(
                password_length=40,
                exclude_punctuation=True,
                secret_string_template=f'{{"username": "{user}"}}' if user else None,
                generate_string_key="password" if user else None,
            ),
            replica_regions=self._secret_replicas(),
        )
        acknowledge(
            secret,
            "SMG4",
            "A task of ours changes the service's password every month, two users taking turns, and RDS the owner's;"
            " the cache's is changed by the runbook, for its group must be told in two steps.",
        )
        return secret

    def _make_vendor_secret(self, name: str, keys: tuple[str, ...]) -> secrets.Secret:
        secret = secrets.Secret(
            self,
            f"VendorKeys{name.removeprefix('vendors')}",
            secret_name=f"newsforge/{self.values.name}/{name}",
            encryption_key=self.seen(self._foundation.data_key),
            removal_policy=self.removal,
            secret_object_value={key: SecretValue.unsafe_plain_text("") for key in keys},
            replica_regions=self._secret_replicas(),
        )
        acknowledge(secret, "SMG4", "Keys that other companies issue; only they can change them.")
        return secret

    def _secret_replicas(self) -> list[secrets.ReplicaRegion] | None:
        return [secrets.ReplicaRegion(region=RECOVERY_REGION)] if self.values.has_recovery else None

    def _replicas(self) -> list[s3.ReplicationRule] | None:
        if self._recovery is None:
            return None
        name = content_bucket(self.values.name, self.account, RECOVERY_REGION)
        return [
            s3.ReplicationRule(
                destination=s3.Bucket.from_bucket_name(self, "ContentInOsaka", name),
                kms_key=self.seen(self._recovery.key),
                sse_kms_encrypted_objects=True,
                delete_marker_replication=True,
            )
        ]

    def _explain_replication(self) -> None:
        role = self.content.node.find_child("ReplicationRole")
        bucket = self.content.node.default_child
        assert isinstance(bucket, s3.CfnBucket)
        copies = content_bucket(self.values.name, self.account, RECOVERY_REGION)
        for finding in (
            f"Resource::<{self.get_logical_id(bucket)}.Arn>/*",
            f"Resource::arn:aws:s3:::{copies}/*",
            "Action::kms:GenerateDataKey*",
            "Action::kms:ReEncrypt*",
        ):
            acknowledge(role, f"IAM5[{finding}]", "S3 replicates every object of this bucket, under these two keys.")

    def _stop_database_at_night(self) -> None:
        arn = self.database.primary.instance_arn
        for verb, hour in (("stop", "21"), ("start", "7")):
            scheduler.Schedule(
                self,
                f"{verb.title()}Database",
                description=f"{verb} the database of {self.values.name} outside working hours",
                schedule=scheduler.ScheduleExpression.cron(
                    minute="30", hour=hour, week_day="MON-FRI", time_zone=TimeZone.ASIA_TOKYO
                ),
                target=targets.Universal(
                    service="rds",
                    action=f"{verb}DBInstance",
                    input=scheduler.ScheduleTargetInput.from_object({"DbInstanceIdentifier": self.prefix}),
                    policy_statements=[iam.PolicyStatement(actions=[f"rds:{verb.title()}DBInstance"], resources=[arn])],
                ),
            )
