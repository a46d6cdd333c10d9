"""Names that stand in the product and in the platform, which import nothing of each other: compared as text."""

import re

from tests.infra.assembly import ROOT, text_of

WORKER = (ROOT / "src/newsforge/worker/metrics.py").read_text()
COMPUTE = (ROOT / "infra/stacks/compute.py").read_text()


def names_in(source):
    return dict(re.findall(r'^(QUEUE_\w+): Final = "(\w+)"', source, re.MULTILINE))


def test_the_worker_emits_what_scaling_and_alarms_look_for(prod):
    assert names_in(WORKER) == names_in(COMPUTE) == {"QUEUE_DEPTH": "QueueDepth", "QUEUE_AGE": "QueueOldestAgeSeconds"}
    assert 'dimensions={"Environment": settings.environment}' in WORKER
    watching = [r.properties for r in prod.all("CloudWatch::Alarm") if r.properties.get("Namespace") == "NewsForge"]
    watching = [p for p in watching if p["MetricName"].startswith("Queue")]
    assert {p["MetricName"] for p in watching} == {"QueueDepth", "QueueOldestAgeSeconds"}
    assert all(p["Dimensions"] == [{"Name": "Environment", "Value": "prod"}] for p in watching)


def test_the_worker_is_told_the_namespace_and_the_environment_that_are_watched(assembly):
    task = assembly.one("ECS::TaskDefinition", Family=f"newsforge-{assembly.environment}-worker")
    given = {v["Name"]: v["Value"] for v in task["ContainerDefinitions"][0]["Environment"]}
    assert given["NEWSFORGE_METRICS"] == "emf"
    namespaces = {
        r.properties["Namespace"]
        for r in assembly.all("CloudWatch::Alarm")
        if str(r.properties.get("MetricName", "")).startswith("Queue")
    }
    assert namespaces == {given["NEWSFORGE_METRICS_NAMESPACE"]}
    watched = text_of([r.properties["Dimensions"] for r in assembly.all("CloudWatch::Alarm", "Compute")])
    assert f'"Value": "{given["NEWSFORGE_ENVIRONMENT"]}"' in watched


def test_no_worker_that_tells_is_an_alarm_except_where_nights_are_off(assemblies):
    for name, assembly in assemblies.items():
        alarm = assembly.one("CloudWatch::Alarm", AlarmName=f"newsforge-{name}-worker-queue-age")
        expected = "notBreaching" if name in {"dev", "staging"} else "breaching"
        assert alarm["TreatMissingData"] == expected
