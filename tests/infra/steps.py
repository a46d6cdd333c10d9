"""State machines run against Amazon's twin: moto's interpreter of Amazon States Language, with real calls of boto3.

Step Functions writes names in Java's way (DbInstances) and the twin's interpreter leaves boto's (DBInstances); what
lies between is put right here. Waits are cut to a second, so that a quarter of an hour passes at once.
"""

import json
import time
from uuid import uuid4

import boto3
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import state_task_service as service
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_aws_sdk import (
    StateTaskServiceAwsSdk,
)

EXECUTED = {"stepfunctions": {"execute_state_machine": True}}
ROLE = "arn:aws:iam::111111111111:role/machine"
_REGION = "ap-northeast-1"


def _operation(task):
    client = boto3.client(task._get_boto_service_name(), region_name=_REGION)
    return client.meta.service_model.operation_model(client.meta.method_to_api_mapping[task._get_boto_service_action()])


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


def teach_casing(patch):
    patch.setattr(StateTaskServiceAwsSdk, "_normalise_parameters", _write_request)
    patch.setattr(StateTaskServiceAwsSdk, "_normalise_response", _read_response)
    patch.setitem(service.StateTaskService._SERVICE_NAME_SFN_TO_BOTO_OVERRIDES, "elasticloadbalancingv2", "elbv2")


def hastened(definition, *, wait_s=1):
    """The same machine, whose waits take a second (or as long as is said)."""
    states = {
        name: {**state, "Seconds": wait_s} if state["Type"] == "Wait" else hastened_task(state)
        for name, state in definition["States"].items()
    }
    return {**definition, "States": states}


def hastened_task(state):
    if "Retry" not in state:
        return state
    return {**state, "Retry": [{**each, "IntervalSeconds": 1, "MaxAttempts": 1} for each in state["Retry"]]}


class Machine:
    """One state machine in the twin."""

    def __init__(self, definition, name="machine", *, wait_s=1):
        self._client = boto3.client("stepfunctions", region_name=_REGION)
        hasty = json.dumps(hastened(definition, wait_s=wait_s))
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
        history = self._client.get_execution_history(executionArn=execution, maxResults=1000)["events"]
        return [e["stateEnteredEventDetails"]["name"] for e in history if "stateEnteredEventDetails" in e]
