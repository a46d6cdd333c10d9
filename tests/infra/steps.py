"""State machines run against Amazon's twin: moto's interpreter of Amazon States Language, with real calls of boto3.

Step Functions writes names in Java's way (DbInstances) and the twin's interpreter leaves boto's (DBInstances); what
lies between is put right here. Waits are cut to a second, so that a quarter of an hour passes at once.
"""

import json
import time
from contextlib import contextmanager
from functools import cache
from types import SimpleNamespace
from uuid import uuid4

from moto import mock_aws
from moto.stepfunctions.parser import models as machines
from moto.stepfunctions.parser.asl.component.common.string import string_expression
from moto.stepfunctions.parser.asl.component.intrinsic.argument import argument
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import state_task_service as service
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import (
    state_task_service_aws_sdk as aws_sdk,
)
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser as Language
from moto.stepfunctions.parser.asl.utils import json_path
from moto.stepfunctions.parser.backend import execution_worker

from tests.infra.assembly import ACCOUNT
from tests.infra.clients import ask

EXECUTED = {"stepfunctions": {"execute_state_machine": True}}
ROLE = "arn:aws:iam::111111111111:role/machine"


def _operation(task):
    return _model(task._get_boto_service_name(), task._get_boto_service_action())


@cache
def _model(name, action):
    client = ask(name)
    return client.meta.service_model.operation_model(client.meta.method_to_api_mapping[action])


def _write_request(task, parameters, boto_service_name=None, service_action_name=None):
    task._to_boto_request(parameters, _operation(task).input_shape)


def _read_response(task, response, boto_service_name=None, service_action_name=None):
    shape = _operation(task).output_shape
    if shape is not None:
        _keep_plain(response)
        task._from_boto_response(response, shape)


def _keep_plain(value):
    """Times are texts in a state."""
    if isinstance(value, dict):
        for key, each in value.items():
            value[key] = each.isoformat() if hasattr(each, "isoformat") else each
            _keep_plain(each)
    elif isinstance(value, list):
        for each in value:
            _keep_plain(each)


_parse = cache(json_path.parse)  # reading a path takes a hundred times longer than following it
_extract_as_it_is = json_path.extract_json


def _extract(path, data):
    """A path with a wildcard is a list, be it of one; the interpreter unpacks a single one that lies deep."""
    value = _extract_as_it_is(path, data)
    return value if "[*]" not in path or isinstance(value, list) else [value]


class _ReadOnce:
    """Making a machine reads its definition and throws away what it read; here its first execution gets that."""

    def __init__(self):
        self._read = {}

    def as_maker(self):
        return SimpleNamespace(parse=lambda text: self._read.setdefault(text, Language.parse(text)))

    def as_worker(self):
        return SimpleNamespace(parse=lambda text: self._read.pop(text, None) or Language.parse(text))


def teach_casing(patch):
    once = _ReadOnce()
    patch.setattr(machines, "AmazonStateLanguageParser", once.as_maker())
    patch.setattr(execution_worker, "AmazonStateLanguageParser", once.as_worker())
    patch.setattr(aws_sdk, "boto_client_for", lambda region, service, **_: ask(service, region))
    patch.setattr(json_path, "parse", _parse)
    for module in (string_expression, argument):
        patch.setattr(module, "extract_json", _extract)
    patch.setattr(aws_sdk.StateTaskServiceAwsSdk, "_normalise_parameters", _write_request)
    patch.setattr(aws_sdk.StateTaskServiceAwsSdk, "_normalise_response", _read_response)
    names = service.StateTaskService._SERVICE_NAME_SFN_TO_BOTO_OVERRIDES
    patch.setitem(names, "elasticloadbalancingv2", "elbv2")
    patch.setitem(names, "applicationautoscaling", "application-autoscaling")


def hastened(definition, *, wait_s=1, first_s=None):
    """The same machine, whose waits take a second, or as long as is said; ``first_s`` is of the one that it begins with,
    at most a second when nothing is said."""
    first_s = min(wait_s, 1) if first_s is None else first_s
    states = {
        name: {**state, "Seconds": first_s if name == definition["StartAt"] else wait_s}
        if "Seconds" in state
        else hastened_task(state)
        for name, state in definition["States"].items()
    }
    return {**definition, "States": states}


def hastened_task(state):
    if "Retry" not in state:
        return state
    return {**state, "Retry": [{**each, "IntervalSeconds": 1, "MaxAttempts": 1} for each in state["Retry"]]}


class Machine:
    """One state machine in the twin."""

    def __init__(self, definition, name="machine", *, wait_s=1, first_s=None):
        self._client = ask("stepfunctions")
        hasty = json.dumps(hastened(definition, wait_s=wait_s, first_s=first_s))
        self.arn = self._client.create_state_machine(name=name, definition=hasty, roleArn=ROLE)["stateMachineArn"]

    def start(self, **given):
        started = self._client.start_execution(stateMachineArn=self.arn, name=f"run-{uuid4()}", input=json.dumps(given))
        return started["executionArn"]

    def ended(self, execution, *, within_s=120.0):
        """Its description, once it has ended."""
        until = time.monotonic() + within_s
        while True:
            found = self._client.describe_execution(executionArn=execution)
            if found["status"] != "RUNNING":
                return found
            assert time.monotonic() < until, self.path(execution)
            time.sleep(0.05)

    def reached(self, execution, state, *, within_s=120.0):
        """Wait until it has entered ``state``."""
        until = time.monotonic() + within_s
        while state not in self.path(execution):
            assert time.monotonic() < until, self.path(execution)
            time.sleep(0.05)

    def stop(self, execution):
        """What it was before."""
        status = self._client.describe_execution(executionArn=execution)["status"]
        self._client.stop_execution(executionArn=execution)
        return status

    def run(self, **given):
        return self.ended(self.start(**given))

    def path(self, execution):
        """The states that it entered, in order."""
        pages = self._client.get_paginator("get_execution_history").paginate(executionArn=execution)
        return [
            event["stateEnteredEventDetails"]["name"]
            for page in pages
            for event in page["events"]
            if "stateEnteredEventDetails" in event
        ]


@contextmanager
def executing_region(monkeypatch):
    """An AWS of moto's in which state machines really run, for as long as this is open."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-northeast-1")
    monkeypatch.setenv("MOTO_ACCOUNT_ID", ACCOUNT)
    teach_casing(monkeypatch)
    with mock_aws(config=EXECUTED):
        yield
