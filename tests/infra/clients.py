"""Clients of Amazon's twin, each made once a run: making one takes longer than all that a test asks of it."""

from functools import cache

import boto3

HOME = "ap-northeast-1"


@cache
def ask(service, region=HOME):
    """What it reaches is the twin of the moment; there is none without ``mock_aws``."""
    return boto3.client(service, region_name=region, aws_access_key_id="x", aws_secret_access_key="x")
