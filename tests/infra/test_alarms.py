"""Alarms ring: metrics are put into the twin minute by minute, and a subscriber of the topic hears of the breach."""

import json

import pytest
from moto import mock_aws

from tests.infra.alarm_evaluation import Watcher
from tests.infra.assembly import ACCOUNT
from tests.infra.clients import ask

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


class Phone:
    """Who is woken: a queue that is subscribed to the topic."""

    def __init__(self):
        self.topic = ask("sns").create_topic(Name="newsforge-prod-alarms")["TopicArn"]
        self._queue = ask("sqs").create_queue(QueueName="phone")["QueueUrl"]
        arn = ask("sqs").get_queue_attributes(QueueUrl=self._queue, AttributeNames=["All"])["Attributes"]["QueueArn"]
        ask("sns").subscribe(TopicArn=self.topic, Protocol="sqs", Endpoint=arn)

    def messages(self):
        found = ask("sqs").receive_message(QueueUrl=self._queue, MaxNumberOfMessages=10).get("Messages", [])
        for each in found:
            ask("sqs").delete_message(QueueUrl=self._queue, ReceiptHandle=each["ReceiptHandle"])
        return [json.loads(each["Body"])["Message"] for each in found]


@pytest.fixture
def phone(monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("MOTO_ACCOUNT_ID", ACCOUNT)
    with mock_aws():
        yield Phone()


def plain(value, name):
    """References of the template as texts: which resource it is makes no difference here."""
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value)).startswith(("Fn::", "Ref")):
            return name
        return {key: plain(each, name) for key, each in value.items()}
    return [plain(each, name) for each in value] if isinstance(value, list) else value


@pytest.fixture
def watch(prod, phone):
    """The alarm of this name, as the template has it, telling the phone."""

    def make(name):
        (found,) = [
            r.properties
            for r in prod.all("CloudWatch::Alarm")
            if r.properties.get("AlarmName") == f"newsforge-prod-{name}"
        ]
        told = {key: [phone.topic] for key in ("AlarmActions", "OKActions") if found.get(key)}
        alarm = {**plain(found, "referenced"), **told}
        known = {k: v for k, v in alarm.items() if k not in {"Tags", "Metrics"}}
        if "Metrics" not in alarm:  # CloudWatch itself must take it as it stands
            ask("cloudwatch").put_metric_alarm(**known)
        return Watcher(alarm)

    return make


GIB = 1024**3
#: Alarm -> (a minute that is well, a minute that is not).
MINUTES = {
    "api-blue-cpu": ({"CPUUtilization": 80}, {"CPUUtilization": 80.1}),
    "web-green-cpu": ({"CPUUtilization": 40}, {"CPUUtilization": 99}),
    "database-cpu": ({"CPUUtilization": 60}, {"CPUUtilization": 81}),
    "cache-2-cpu": ({"EngineCPUUtilization": 60}, {"EngineCPUUtilization": 81}),
    "worker-memory": ({"MemoryUtilization": 85}, {"MemoryUtilization": 85.1}),
    "cache-1-memory": ({"DatabaseMemoryUsagePercentage": 50}, {"DatabaseMemoryUsagePercentage": 90}),
    "database-memory": ({"FreeableMemory": 3 * GIB}, {"FreeableMemory": 2 * GIB}),
    "replica-memory": ({"FreeableMemory": 3 * GIB}, {"FreeableMemory": 2 * GIB}),
    "api-blue-latency": ({"TargetResponseTime": 3}, {"TargetResponseTime": 3.1}),
    "balancer-latency": ({"TargetResponseTime": 0.2}, {"TargetResponseTime": 9}),
    "cache-3-latency": ({"SuccessfulReadRequestLatency": 200}, {"SuccessfulReadRequestLatency": 3_000_001}),
    "replica-latency": ({"ReadLatency": 0.002}, {"ReadLatency": 4}),
    "api-green-errors": (
        {"RequestCount": 1000, "HTTPCode_Target_5XX_Count": 50},
        {"RequestCount": 1000, "HTTPCode_Target_5XX_Count": 51},
    ),
    "balancer-errors": (
        {"RequestCount": 100},
        {"RequestCount": 100, "HTTPCode_ELB_5XX_Count": 10},
    ),
    "replica-lag": ({"ReplicaLag": 30}, {"ReplicaLag": 31}),
    "worker-queue-age": ({"QueueOldestAgeSeconds": 20}, {"QueueOldestAgeSeconds": 21}),
}


@pytest.mark.parametrize("name", MINUTES)
def test_three_bad_minutes_of_five_ring_once_and_say_when_it_is_over(name, watch, phone):
    alarm = watch(name)
    well, ill = MINUTES[name]
    for minute in (well, ill, well, ill):  # two are a hiccup
        alarm.put(**minute)
    assert phone.messages() == []
    alarm.put(**ill)
    (said,) = phone.messages()
    assert said.startswith(f"newsforge-prod-{name} is ALARM.")
    assert "docs/runbooks/" in said
    alarm.put(**ill)
    assert phone.messages() == []
    for _ in range(5):
        alarm.put(**well)
    (said,) = phone.messages()
    assert said.startswith(f"newsforge-prod-{name} is OK.")


def test_every_kind_of_alarm_is_tried(prod):
    """By what it is about: the last word of the name."""
    kinds = {
        r.properties["AlarmName"].rsplit("-", 1)[-1]
        for r in prod.all("CloudWatch::Alarm", "Observability")
        if r.properties.get("OKActions")
    }
    assert {name.rsplit("-", 1)[-1] for name in MINUTES} | {"storage", "lines"} == kinds


def test_one_failure_among_three_requests_at_night_wakes_nobody(watch, phone):
    alarm = watch("api-blue-errors")
    for _ in range(10):
        alarm.put(RequestCount=3, HTTPCode_Target_5XX_Count=1)
    assert phone.messages() == []
    for _ in range(3):  # but when all of them fail, it does
        alarm.put(RequestCount=3, HTTPCode_Target_5XX_Count=3)
    assert len(phone.messages()) == 1


def test_an_idle_colour_that_measures_nothing_is_no_trouble(watch, phone):
    for name in ("web-green-cpu", "api-green-errors", "api-green-latency"):
        alarm = watch(name)
        for _ in range(6):
            alarm.put()
    assert phone.messages() == []


def test_a_queue_of_which_nobody_tells_is_an_alarm(watch, phone):
    """No worker is alive, or none reaches the database: the very time at which jobs wait and nothing is measured."""
    alarm = watch("worker-queue-age")
    for _ in range(5):
        alarm.put(QueueOldestAgeSeconds=0)
    for _ in range(3):
        alarm.put()
    (said,) = phone.messages()
    assert "docs/runbooks/queue.md" in said


@pytest.mark.parametrize(
    ("name", "metric", "well", "ill"),
    [("database-storage", "FreeStorageSpace", 40 * GIB, 19 * GIB)],
)
def test_storage_that_runs_out_rings(watch, phone, name, metric, well, ill):
    alarm = watch(name)
    for _ in range(10):
        alarm.put(**{metric: well})
    assert phone.messages() == []
    for _ in range(16):
        alarm.put(**{metric: ill})
    assert len(phone.messages()) == 1


def test_a_pattern_of_errors_in_the_log_rings_within_five_minutes(prod, watch, phone):
    (found,) = [
        r.properties["MetricName"]
        for r in prod.all("CloudWatch::Alarm")
        if r.properties.get("AlarmName") == "newsforge-prod-api-error-lines"
    ]
    alarm = watch("api-error-lines")
    for _ in range(5):
        alarm.put(**{found: 4})
    assert phone.messages() == []
    alarm.put(**{found: 5})
    assert len(phone.messages()) == 1
