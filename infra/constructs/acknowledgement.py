"""Findings of cdk-nag that stay, each on the narrowest scope and with its reason."""

from __future__ import annotations

from typing import Final

from aws_cdk import Acknowledgment, Validations
from constructs import IConstruct

_LEAST_REASON: Final = 25  # characters


def acknowledge(scope: IConstruct, rule: str, reason: str) -> None:
    """``rule`` is the short one, like ``S1`` or ``IAM5[Resource::*]``."""
    assert len(reason) >= _LEAST_REASON, f"{rule}: a reason of a word explains nothing"
    Validations.of(scope).acknowledge(Acknowledgment(id=f"AwsSolutions::AwsSolutions-{rule}", reason=reason))
