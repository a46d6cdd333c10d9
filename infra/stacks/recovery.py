"""The pilot light in Osaka: what a recovery needs while Tokyo does not answer, and what cannot be made in 30 minutes.

Keys, a locked vault, copies of content, the certificate, the right to send mail, and the values that ``prod-recovery``
reads. It runs nothing.
"""

from __future__ import annotations

from typing import Final

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_backup as backup
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_ssm as ssm
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.constructs.bucket import make_content_bucket
from infra.constructs.keys import make_key
from infra.environments import RECOVERY_REGION, Environment
from infra.stacks.foundation import FoundationStack, make_mail_identity, pilot_parameter
from infra.stacks.platform import PlatformStack

#: A vault lock may be lifted for three days; after that not even the account's owner shortens what is kept.
LOCK_GRACE: Final = Duration.days(3)
LEAST_KEPT: Final = Duration.days(7)
MOST_KEPT: Final = Duration.days(400)


def content_bucket(environment: str, account: str, region: str) -> str:
    return f"newsforge-{environment}-content-{account}-{region}"


def make_vault(stack: PlatformStack, *, key: kms.IKey) -> backup.BackupVault:
    return backup.BackupVault(
        stack,
        "Vault",
        backup_vault_name=f"{stack.prefix}-{stack.region}",
        encryption_key=key,
        lock_configuration=backup.LockConfiguration(
            min_retention=LEAST_KEPT, max_retention=MOST_KEPT, changeable_for=LOCK_GRACE
        )
        if stack.values.is_protected
        else None,
        removal_policy=stack.removal,
    )


class RecoveryStack(PlatformStack):
    def __init__(
        self, scope: Construct, *, environment: Environment, answers: Answers, foundation: FoundationStack
    ) -> None:
        super().__init__(scope, "Recovery", environment_values=environment, answers=answers, region=RECOVERY_REGION)
        self.key = make_key(self, "PilotKey", says="Copies of data from the primary region", removal=self.removal)
        self.vault = make_vault(self, key=self.key)
        product_key = self._mirror_product_key(self.seen(foundation.product_key))
        content = make_content_bucket(
            self,
            "Content",
            bucket_name=content_bucket(environment.name, self.account, self.region),
            key=self.key,
            removal=self.removal,
        )
        acknowledge(content, "S1", "Only replication writes here; reads are in CloudTrail.")
        certificate = acm.Certificate(
            self,
            "Certificate",
            domain_name=foundation.host,
            subject_alternative_names=[foundation.origin_host],
            validation=acm.CertificateValidation.from_dns(foundation.zone),
        )
        make_mail_identity(self, foundation.zone, bounces=f"bounce-osaka.{foundation.host}")
        for name, value in {
            "zone-id": foundation.zone.hosted_zone_id,
            "certificate-arn": certificate.certificate_arn,
            "data-key-arn": self.key.key_arn,
            "product-key-arn": product_key.attr_arn,
        }.items():
            ssm.StringParameter(
                self,
                "".join(word.title() for word in name.split("-")),
                parameter_name=pilot_parameter(environment.name, name),
                string_value=value,
            )

    def _mirror_product_key(self, primary: kms.IKey) -> kms.CfnReplicaKey:
        owner = iam.PolicyDocument(
            statements=[
                iam.PolicyStatement(principals=[iam.AccountRootPrincipal()], actions=["kms:*"], resources=["*"])
            ]
        )
        mirror = kms.CfnReplicaKey(
            self,
            "ProductKey",
            primary_key_arn=primary.key_arn,
            key_policy=owner,
            description="Envelope key of the product, mirrored",
        )
        mirror.apply_removal_policy(RemovalPolicy.RETAIN if self.values.is_protected else RemovalPolicy.DESTROY)
        return mirror
