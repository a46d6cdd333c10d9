"""Log groups that are encrypted and end after as many days as the environment says."""

from __future__ import annotations

from aws_cdk import RemovalPolicy
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from constructs import Construct

_DAYS = {
    7: logs.RetentionDays.ONE_WEEK,
    14: logs.RetentionDays.TWO_WEEKS,
    30: logs.RetentionDays.ONE_MONTH,
    90: logs.RetentionDays.THREE_MONTHS,
}


def make_log_group(scope: Construct, name: str, *, group: str, key: kms.IKey, days: int) -> logs.LogGroup:
    """``days`` is one of those that an environment may have."""
    return logs.LogGroup(
        scope,
        name,
        log_group_name=group,
        encryption_key=key,
        retention=_DAYS[days],
        removal_policy=RemovalPolicy.DESTROY,
    )
