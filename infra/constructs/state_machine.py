"""A state machine of the platform with the log group that everything it does is written to."""

from __future__ import annotations

import json
from typing import Any

from aws_cdk import Duration
from aws_cdk import aws_kms as kms
from aws_cdk import aws_stepfunctions as stepfunctions
from constructs import Construct

from infra.constructs.logs import make_log_group


def make_state_machine(
    scope: Construct,
    *,
    name: str,
    definition: dict[str, Any],
    patience_s: int,
    log_group: str,
    logs_key: kms.IKey,
    log_days: int,
) -> stepfunctions.StateMachine:
    logs = make_log_group(scope, "Logs", group=log_group, key=logs_key, days=log_days)
    return stepfunctions.StateMachine(
        scope,
        "Machine",
        state_machine_name=name,
        definition_body=stepfunctions.DefinitionBody.from_string(json.dumps(definition)),
        logs=stepfunctions.LogOptions(destination=logs, level=stepfunctions.LogLevel.ALL),
        tracing_enabled=True,
        timeout=Duration.seconds(patience_s),
    )
