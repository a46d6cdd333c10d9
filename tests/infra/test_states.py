"""Of two executions of a machine that begin at once, the older one goes on, whichever looks first."""

import pytest

from infra.constructs.states import only_one
from tests.infra.clients import ask
from tests.infra.steps import Machine, executing_region

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def machine(monkeypatch):
    states = only_one(go="Work", leave="Left")
    # How long each gathers is said when it is started, so that a test decides who looks first.
    states["Gather"] = {"Type": "Wait", "SecondsPath": "$.gather_s", "Next": "Running"}
    states |= {
        "Work": {"Type": "Wait", "SecondsPath": "$.work_s", "Next": "Done"},
        "Left": {"Type": "Succeed"},
        "Done": {"Type": "Succeed"},
    }
    with executing_region(monkeypatch):
        yield Machine({"StartAt": "Gather", "States": states})


@pytest.mark.parametrize(("older_s", "younger_s"), [(1, 2), (2, 1), (1, 1)], ids=["older", "younger", "both"])
def test_the_older_one_goes_on_whoever_looks_first(machine, older_s, younger_s):
    older = machine.start(gather_s=older_s, work_s=600)
    younger = machine.start(gather_s=younger_s, work_s=600)
    assert machine.ended(younger)["status"] == "SUCCEEDED"
    assert machine.path(younger)[-1] == "Left"
    machine.reached(older, "Work")
    assert machine.stop(older) == "RUNNING"


def test_when_the_older_one_has_ended_the_next_may_go(machine):
    for _ in range(2):
        assert machine.path(machine.run(gather_s=0, work_s=0)["executionArn"])[-1] == "Done"


def test_executions_of_another_machine_do_not_count(machine):
    other = Machine(
        {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "SecondsPath": "$.s", "End": True}}}, "other"
    )
    resting = other.start(s=600)
    other.reached(resting, "Rest")
    assert machine.path(machine.run(gather_s=0, work_s=0)["executionArn"])[-1] == "Done"
    assert other.stop(resting) == "RUNNING"
    ask("stepfunctions").delete_state_machine(stateMachineArn=other.arn)
