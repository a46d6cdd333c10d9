"""The worker tells how deep the queue is and how long its oldest job has waited, and only when it is asked to."""

import json
from functools import partial
from itertools import pairwise

import asyncpg
import pytest

from newsforge.kit.db.database import DatabaseOptions, open_database
from newsforge.kit.queue.queue import Queue
from newsforge.settings import BadSetting
from newsforge.settings.metrics import MetricsSettings
from newsforge.worker.metrics import QUEUE_AGE, QUEUE_DEPTH, tell_of_queue
from tests.support.whole_service import WholeService, wait_until

ON = {"NEWSFORGE_METRICS": "emf", "NEWSFORGE_METRICS_NAMESPACE": "NewsForge", "NEWSFORGE_ENVIRONMENT": "staging"}


async def told(url, queue):
    """What one turn writes."""
    lines = []
    async with open_database(DatabaseOptions(primary=url, pool_size=2)) as database:
        (periodic,) = tell_of_queue(database, queue, MetricsSettings.of(ON), write=lines.append)
        await periodic.run()
    (line,) = lines
    return json.loads(line)


async def test_an_empty_queue_is_told_too(fresh_database):
    """A metric that is silent when all is well cannot be told from a worker that is dead."""
    said = await told(fresh_database.app_url, Queue())
    assert (said[QUEUE_DEPTH], said[QUEUE_AGE], said["Environment"]) == (0, 0, "staging")


async def test_jobs_that_are_due_are_counted_and_those_that_wait_or_run_are_not(fresh_database):
    connection = await asyncpg.connect(fresh_database.owner_url)
    await connection.execute(
        """
        INSERT INTO jobs (id, kind, status, run_after, started_at) VALUES
            (gen_random_uuid(), 'x', 'queued', now() - interval '90 s', NULL),
            (gen_random_uuid(), 'x', 'queued', now() - interval '10 s', NULL),
            (gen_random_uuid(), 'x', 'queued', now() + interval '1 hour', NULL),
            (gen_random_uuid(), 'x', 'running', now() - interval '1 hour', now()),
            (gen_random_uuid(), 'x', 'failed', now() - interval '1 day', now())
        """
    )
    await connection.close()
    said = await told(fresh_database.app_url, Queue())
    assert said[QUEUE_DEPTH] == 2
    assert 90 <= said[QUEUE_AGE] < 120
    units = {each["Name"]: each["Unit"] for each in said["_aws"]["CloudWatchMetrics"][0]["Metrics"]}
    assert units == {QUEUE_DEPTH: "Count", QUEUE_AGE: "Seconds"}


def test_it_is_off_unless_it_is_asked_for():
    assert tell_of_queue(None, None, MetricsSettings.of({})) == []
    assert MetricsSettings.of({"NEWSFORGE_METRICS": "off"}).kind == "off"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEWSFORGE_METRICS", "prometheus-please"),
        ("NEWSFORGE_METRICS_NAMESPACE", "AWS/ECS"),
        ("NEWSFORGE_METRICS_NAMESPACE", "News Forge"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_name(name, value):
    with pytest.raises(BadSetting, match=name):
        MetricsSettings.of({name: value})


def _has_started(worker):
    return any(event.get("event") == "worker_started" for event in worker.events())


@pytest.mark.slow
def test_a_real_worker_writes_whole_lines_among_its_log(fresh_database, tmp_path):
    service = WholeService(tmp_path / "service", fresh_database, options=ON)
    try:
        workers = [service.start_worker(), service.start_worker()]

        def measured():
            return [e for worker in workers for e in worker.events() if e.get("event") == "queue_measured"]

        for worker in workers:  # one that still starts does not yet listen to a signal
            wait_until(partial(_has_started, worker), within_s=120)
        (said,) = wait_until(measured, within_s=90)
        assert said["_aws"]["CloudWatchMetrics"][0]["Namespace"] == "NewsForge"
        assert [worker.stop() for worker in workers] == [0, 0]
        # One of them speaks for both.
        times = sorted(e["_aws"]["Timestamp"] for e in measured())
        assert all(later - sooner > 20_000 for sooner, later in pairwise(times))
    finally:
        service.stop()
