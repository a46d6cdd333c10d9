"""Pieces of Amazon States Language that every state machine here is put together from."""

from __future__ import annotations

from typing import Any, Final

INTEGRATION: Final = "arn:aws:states:::aws-sdk"
_RETRY: Final = [{"ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 10, "MaxAttempts": 4, "BackoffRate": 2}]
#: Lists of executions lag a little; after this, each of two that began at once stands in the list of the other.
_GATHER_S: Final = 15

State = dict[str, Any]


def call(service: str, action: str, parameters: State, *, then: str, **more: Any) -> State:
    """One call of AWS, tried again for some minutes."""
    return {
        "Type": "Task",
        "Resource": f"{INTEGRATION}:{service}:{action}",
        "Parameters": parameters,
        "Retry": _RETRY,
        "Next": then,
        **more,
    }


def choice(variable: str, then: str, otherwise: str, **rule: Any) -> State:
    return {"Type": "Choice", "Choices": [{"Variable": variable, **rule, "Next": then}], "Default": otherwise}


def note(result: Any, where: str, *, then: str) -> State:
    """Constants into the state, at ``where``."""
    return {"Type": "Pass", "Result": result, "ResultPath": where, "Next": then}


def derive(parameters: State, where: str, *, then: str) -> State:
    """What follows from the state, into the state at ``where``."""
    return {"Type": "Pass", "Parameters": parameters, "ResultPath": where, "Next": then}


def lose(where: str, *, then: str) -> State:
    """One less of ``{"Left": n}`` at ``where``."""
    return derive({"Left.$": f"States.MathAdd({where}.Left, -1)"}, where, then=then)


def only_one(*, go: str, leave: str) -> dict[str, State]:
    """Of the executions of one machine that run at a time, the oldest goes on and the others leave, whoever looks
    first. Begins at ``Gather``; the list has the newest first."""
    running = "$.Executions[*].ExecutionArn"
    return {
        "Gather": {"Type": "Wait", "Seconds": _GATHER_S, "Next": "Running"},
        "Running": call(
            "sfn",
            "listExecutions",
            {"StateMachineArn.$": "$$.StateMachine.Id", "StatusFilter": "RUNNING"},
            then="Order",
            ResultSelector={
                "Oldest.$": f"States.ArrayGetItem({running}, States.MathAdd(States.ArrayLength({running}), -1))"
            },
            ResultPath="$.running",
        ),
        "Order": derive({"Oldest.$": "$.running.Oldest", "Mine.$": "$$.Execution.Id"}, "$.order", then="IsOldest"),
        "IsOldest": choice("$.order.Oldest", go, leave, StringEqualsPath="$.order.Mine"),
    }
