"""How well receipts tell faithful sentences from made-up ones, on labelled sets.

``python -m benchmarks.quality.faithfulness`` reads ``$NEWSFORGE_BENCH_DATA/faithfulness`` (its scorer included),
prints a table and returns the scores. Positive means unfaithful: precision counts false alarms, recall misses.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from newsforge.engine.article import Article
from newsforge.engine.receipts import Evidence, check_text
from newsforge.engine.text.sentences import split_sentences

#: The scorer's names for our kinds of problems; a weekday holds no number.
KINDS = {"figure": "number", "unit": "unit", "date": "date", "name": "entity", "quote": "quote"}
Issue = tuple[str, str]


def measure(data: Path, *, split: str = "dev") -> dict[str, float]:
    """Scores by ``<set>.<class>.<metric>``; classes are ``any``, ``number``, ``entity`` and the sets' error types."""
    scorer = _scorer(data)
    scores: dict[str, float] = {}
    for path in sorted((data / "faithfulness" / split).glob("*.jsonl.gz")):
        name = path.name.split(".")[0]
        rows = list(scorer.load(str(path)))
        scores |= {f"{name}.{key}": value for key, value in _score(scorer, rows, korean=name == "ko_perturb").items()}
    _show(scores)
    return scores


def _score(scorer: ModuleType, rows: list[dict[str, Any]], *, korean: bool) -> dict[str, float]:
    known: dict[str, Evidence] = {}
    issues: list[list[Issue]] = []
    for row in rows:
        evidence = known.get(row["doc_id"])
        if evidence is None:
            evidence = known[row["doc_id"]] = Evidence.of(article_of(row["doc"], korean=korean))
        issues.append(check(row["claim"], evidence))
    bad = [row["label"] == 0 for row in rows]
    scores = _rates("any", [bool(found) for found in issues], bad)
    if any(row["spans"] for row in rows):
        numbers = [wrong and any(map(scorer.has_num, row["spans"])) for row, wrong in zip(rows, bad, strict=True)]
        names = [wrong and any(map(scorer.has_cap, row["spans"])) for row, wrong in zip(rows, bad, strict=True)]
        scores |= _rates("number", [_has(found, {"number", "unit", "date"}) for found in issues], numbers)
        scores |= _rates("entity", [_has(found, {"entity"}) for found in issues], names)
    for kind in sorted({kind for row in rows for kind in row["types"]}):
        of_kind = [
            bool(found) for row, found in zip(rows, issues, strict=True) if kind in row["types"] and not row["label"]
        ]
        scores[f"{kind}.recall"] = sum(of_kind) / len(of_kind) if of_kind else 0.0
        scores[f"{kind}.count"] = len(of_kind)
    return scores


def article_of(document: str, *, korean: bool) -> Article:
    """The sets hold plain text; in the Korean one the first line is the title."""
    title, text = document.split("\n", 1) if korean and "\n" in document else ("", document)
    language = "ko" if korean else "en"
    return Article(text=text, sentences=split_sentences(text, language), language=language, title=title)


def check(claim: str, evidence: Evidence) -> list[Issue]:
    return [
        (KINDS.get(problem.kind, problem.kind), problem.text)
        for receipt in check_text(claim, evidence.article, evidence=evidence)
        for problem in receipt.problems
    ]


def _has(found: Iterable[Issue], kinds: set[str]) -> bool:
    return any(kind in kinds for kind, _ in found)


def _rates(name: str, flagged: list[bool], bad: list[bool]) -> dict[str, float]:
    hits = sum(flag and wrong for flag, wrong in zip(flagged, bad, strict=True))
    alarms = sum(flagged) - hits
    good = len(bad) - sum(bad)
    precision = hits / sum(flagged) if any(flagged) else 0.0
    recall = hits / sum(bad) if any(bad) else 0.0
    false_alarms = alarms / good if good else 0.0
    return {
        f"{name}.precision": precision,
        f"{name}.recall": recall,
        f"{name}.balanced_accuracy": (recall + 1 - false_alarms) / 2,
        f"{name}.false_alarms": false_alarms,
        f"{name}.count": sum(bad),
    }


def _show(scores: dict[str, float]) -> None:
    sets = list(dict.fromkeys(key.split(".")[0] for key in scores))
    for name in sets:
        for kind in dict.fromkeys(key.split(".")[1] for key in scores if key.startswith(f"{name}.")):
            metrics = {key.split(".")[2]: value for key, value in scores.items() if key.startswith(f"{name}.{kind}.")}
            shown = "  ".join(f"{metric} {value:.3f}" for metric, value in metrics.items() if metric != "count")
            print(f"{name:18} {kind:30} n={metrics['count']:<4.0f} {shown}")


def _scorer(data: Path) -> ModuleType:
    path = data / "faithfulness" / "score_faith.py"
    spec = importlib.util.spec_from_file_location("score_faith", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    folder = os.environ.get("NEWSFORGE_BENCH_DATA")
    if not folder:
        sys.exit("Set NEWSFORGE_BENCH_DATA to the folder that holds faithfulness/.")
    measure(Path(folder))
