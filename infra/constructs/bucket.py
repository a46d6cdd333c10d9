"""Buckets: private, encrypted, versioned, over TLS only."""

from __future__ import annotations

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct


def make_log_bucket(scope: Construct, name: str, *, bucket_name: str, days: int, removal: RemovalPolicy) -> s3.Bucket:
    """Load balancer and CloudFront write only to buckets under S3's own key."""
    return s3.Bucket(
        scope,
        name,
        bucket_name=bucket_name,
        encryption=s3.BucketEncryption.S3_MANAGED,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        enforce_ssl=True,
        minimum_tls_version=1.2,
        removal_policy=removal,
        lifecycle_rules=[s3.LifecycleRule(id="Expire", expiration=Duration.days(days))],
    )


def make_content_bucket(
    scope: Construct,
    name: str,
    *,
    bucket_name: str,
    key: kms.IKey,
    removal: RemovalPolicy,
    access_logs: s3.IBucket | None = None,
    replicas: list[s3.ReplicationRule] | None = None,
) -> s3.Bucket:
    return s3.Bucket(
        scope,
        name,
        bucket_name=bucket_name,
        encryption=s3.BucketEncryption.KMS,
        encryption_key=key,
        bucket_key_enabled=True,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        enforce_ssl=True,
        minimum_tls_version=1.2,
        versioned=True,
        removal_policy=removal,
        server_access_logs_bucket=access_logs,
        server_access_logs_prefix="content/" if access_logs else None,
        replication_rules=replicas,
        lifecycle_rules=[
            s3.LifecycleRule(
                id="Old",
                noncurrent_version_expiration=Duration.days(30),
                abort_incomplete_multipart_upload_after=Duration.days(7),
            ),
            s3.LifecycleRule(id="Exports", prefix="exports/", expiration=Duration.days(30)),
        ],
    )
