"""The gate of quality can close."""

import json

from benchmarks import floors


def write(path, values):
    path.write_text(json.dumps(values))
    return path


def test_a_score_below_its_floor_is_named(tmp_path):
    file = write(tmp_path / "floors.json", {"x.ko.recall": 0.9, "x.ko.false_alarms": 0.02, "other.a": 1})
    fallen = floors.hold("x", {"ko": {"recall": 0.89, "false_alarms": 0.03}}, file=file)
    assert [line.split(":")[0] for line in fallen] == ["x.ko.recall", "x.ko.false_alarms"]


def test_a_score_that_is_no_longer_measured_has_fallen(tmp_path):
    file = write(tmp_path / "floors.json", {"x.recall": 0.9})
    assert floors.hold("x", {}, file=file)


def test_lifting_only_raises(tmp_path):
    file = write(tmp_path / "floors.json", {"x.recall": 0.9, "x.precision": 0.5, "x.false_alarms": 0.1})
    floors.hold("x", {"recall": 0.8, "precision": 0.7, "false_alarms": 0.05}, lift=True, file=file)
    assert json.loads(file.read_text()) == {"x.false_alarms": 0.05, "x.precision": 0.7, "x.recall": 0.9}


def test_the_floors_that_the_benchmarks_are_held_to_are_there():
    values = json.loads(floors.FILE.read_text())
    assert {
        "extraction.ko.f1",
        "faithfulness.ko_perturb.any.recall",
        "faithfulness.cliff_news.number.precision",
    } <= set(values)
    assert floors.hold("faithfulness", {}) != []
