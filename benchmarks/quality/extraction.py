"""How well articles are read: body, title, authors, date, lead image, and how fast.

``python -m benchmarks.quality.extraction [--limit N] [--set sh]`` with NEWSFORGE_BENCH_DATA set to the data folder.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import statistics
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

SETS = ("sh", "fund", "traf", "wcxb", "merc", "krx", "syn")
SPLIT = "dev"
_CJK_LANGUAGES = ("ko", "ja")

Scores = dict[str, float]


def measure(data: Path, limit: int | None = None, *, only: str | None = None) -> dict[str, Scores]:
    """Scores by set, and apart for ``ko`` (real pages), ``ko_replicas`` and ``ja``; ``speed`` in pages per CPU second.
    ``limit`` takes so many pages of each set, spread evenly."""
    pages = _pages(data, limit, only)
    with ProcessPoolExecutor(max_workers=2) as pool:
        results = dict(zip(pages, pool.map(_read, pages, chunksize=4), strict=True))
    scorer = _scorer(data)
    groups: dict[str, list[Path]] = defaultdict(list)
    for page in pages:
        name = page.parent.name
        groups[name].append(page)
        language = _expected(page).get("language")
        if language in _CJK_LANGUAGES:
            groups[f"{language}_replicas" if name == "syn" else language].append(page)
    scores = {name: _score(scorer, {page: results[page] for page in members}) for name, members in groups.items()}
    seconds = sum(result["seconds"] for result in results.values())
    scores["speed"] = {
        "pages": float(len(pages)),
        "pages_per_cpu_s": len(pages) / seconds,
        "slowest_s": max(result["seconds"] for result in results.values()),
    }
    show(scores)
    return scores


def _pages(data: Path, limit: int | None, only: str | None) -> list[Path]:
    chosen: list[Path] = []
    for name in SETS:
        if only and name != only:
            continue
        members = sorted((data / "extraction" / SPLIT / name).glob("*.html.gz"))
        step = max(1, len(members) // limit) if limit else 1
        chosen.extend(members[::step][:limit])
    return chosen


def _expected(page: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        page.with_name(page.name.removesuffix(".html.gz") + ".json").read_text(encoding="utf-8")
    )
    return found


def _read(page: Path) -> dict[str, Any]:
    from newsforge.adapters.readers.html import read_html
    from newsforge.kit.errors import NewsforgeError

    raw = gzip.decompress(page.read_bytes())
    url = _expected(page).get("url")
    started = time.process_time()
    try:
        article = read_html(raw, url=url)
    except NewsforgeError as error:
        return {"text": "", "refused": error.code, "seconds": time.process_time() - started}
    return {
        "text": article.text,
        "title": article.title,
        "authors": list(article.authors),
        "date": article.published_at.date().isoformat() if article.published_at else None,
        "image": article.lead_image,
        "language": article.language,
        "seconds": time.process_time() - started,
    }


def _scorer(data: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_extraction", data / "extraction" / "score_extraction.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "extraction" / "score_extraction.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _score(scorer: Any, results: dict[Path, dict[str, Any]]) -> Scores:
    """The scorer's own functions over these pages only; a key stands for what at least one page has an answer to."""
    marks: dict[str, list[float]] = defaultdict(list)
    segments = dict.fromkeys(("tp", "fp", "fn"), 0)
    for page, result in results.items():
        expected = _expected(page)["expected"]
        text = result.get("text") or ""
        marks["refused"].append("refused" in result)
        if expected.get("text"):
            precision, recall, f1 = scorer.prf(text, expected["text"], expected.get("optional_text", ""))
            for key, value in (("precision", precision), ("recall", recall), ("f1", f1), ("empty", not text)):
                marks[key].append(value)
        flat = " ".join(text.split())
        for segment in expected.get("must_contain", ()):
            segments["tp" if " ".join(segment.split()) in flat else "fn"] += 1
        segments["fp"] += sum(" ".join(segment.split()) in flat for segment in expected.get("must_not_contain", ()))
        if expected.get("title"):
            marks["title"].append(scorer.norm(result.get("title")) == scorer.norm(expected["title"]))
        if expected.get("authors"):
            given = scorer.norm(result.get("authors"))
            marks["author"].append(
                bool(given) and any(scorer.norm(name) and scorer.norm(name) in given for name in expected["authors"])
            )
        if expected.get("date"):
            marks["date"].append(result.get("date") == expected["date"])
        if expected.get("lead_image") and page.parent.name == "merc":
            marks["image"].append(
                any(scorer.base(result.get("image")) == scorer.base(url) for url in expected["lead_image"])
            )
    scores = {key: statistics.mean(values) for key, values in marks.items()}
    if segments["tp"]:
        scores["segment_f1"] = 2 * segments["tp"] / (2 * segments["tp"] + segments["fp"] + segments["fn"])
    return {"pages": float(len(results)), **scores}


_COLUMNS = ("pages", "precision", "recall", "f1", "segment_f1", "empty", "refused", "title", "author", "date", "image")


def show(scores: dict[str, dict[str, float]]) -> None:
    print(f"{'set':<12}" + "".join(f"{column:>11}" for column in _COLUMNS))
    for name, row in scores.items():
        if name != "speed":
            cells = (
                f"{row[column]:>11.3f}" if column in row and column != "pages" else f"{row.get(column, '-'):>11}"
                for column in _COLUMNS
            )
            print(f"{name:<12}" + "".join(cells))
    print(", ".join(f"{key} {value:.2f}" for key, value in scores.get("speed", {}).items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--set", dest="only", choices=SETS)
    options = parser.parse_args()
    measure(Path(os.environ["NEWSFORGE_BENCH_DATA"]), options.limit, only=options.only)


if __name__ == "__main__":
    main()
