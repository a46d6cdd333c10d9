"""Lists of conversions at 10 thousand and at 1 million of them (10 million: NEWSFORGE_BENCH_ROWS=10000000).

The first page, a page in the depth, a filter and a search, over HTTP; rounds alternate between a workspace with few
and one with many conversions in the same table, so a noisy machine disturbs both alike.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from benchmarks.service.stand import Stand, standing

FEW = 10_000
MANY = int(os.environ.get("NEWSFORGE_BENCH_ROWS", "1000000"))
ROUNDS = 60
#: One title in a thousand holds the frequent word: a search finds 10 in the one workspace and many in the other. The
#: rare one stands in ten titles of either.
FREQUENT, RARE = "기준금리", "개기일식"
_INSERT = """
    INSERT INTO conversions (id, workspace_id, created_by, status, source_kind, platforms, languages, wishes, title)
    SELECT uuidv7(make_interval(secs => n - {rows})), '{workspace}', '{user}',
        CASE WHEN n % 50 = 0 THEN 'failed' ELSE 'succeeded' END, 'text', '{{x,threads}}', '{{ko}}', '{{}}',
        CASE WHEN n % 1000 = 7 THEN '한국중앙은행 {frequent} 동결 ' WHEN n % ({rows} / 10) = 3 THEN '12년 만의 {rare} '
            ELSE '해람시 지하철 파업 예고 ' END || n
    FROM generate_series(1, {rows}) AS n
"""


def measure() -> dict[str, Any]:
    with standing() as stand:
        sizes = {name: _fill(stand, rows) for name, rows in (("few", FEW), ("many", MANY))}
        result = {"rows": {"few": FEW, "many": MANY}, **_compare(stand, sizes)}
    _print(result)
    return result


def _fill(stand: Stand, rows: int) -> dict[str, str]:
    """A person with so many conversions; return their token and the cursor of a page in the middle."""
    from newsforge.kit.servers import sql

    stand.token = ""
    stand.sign_in()
    me = stand.call("GET", "/me")
    began = time.perf_counter()
    values = {"rows": rows, "workspace": me["workspace_id"], "user": me["id"], "frequent": FREQUENT, "rare": RARE}
    sql.execute(stand.admin_url, _INSERT.format(**values))
    sql.execute(stand.admin_url, "VACUUM ANALYZE conversions")
    print(f"{rows:,} conversions written in {time.perf_counter() - began:.0f} s", flush=True)
    cursor = ""
    for _ in range(20):
        page = stand.call("GET", f"/conversions?limit=100{cursor and '&cursor=' + cursor}")
        cursor = page["next_cursor"]
    return {"token": stand.token, "cursor": cursor}


def _compare(stand: Stand, sizes: dict[str, dict[str, str]]) -> dict[str, Any]:
    kinds: dict[str, Callable[[dict[str, str]], str]] = {
        "first page": lambda size: "/conversions?limit=20",
        "deep page": lambda size: f"/conversions?limit=20&cursor={size['cursor']}",
        "one status": lambda size: "/conversions?limit=20&status=failed",
        "rare word": lambda size: f"/conversions?limit=20&q={quote(RARE)}",
        "frequent word": lambda size: f"/conversions?limit=20&q={quote(FREQUENT)}",
    }
    found: dict[str, dict[str, list[float]]] = {kind: {name: [] for name in sizes} for kind in kinds}
    for number in range(ROUNDS + 5):
        for kind, path_of in kinds.items():
            for name, size in sizes.items():
                stand.token = size["token"]
                began = time.perf_counter()
                stand.call("GET", path_of(size))
                if number >= 5:
                    found[kind][name].append((time.perf_counter() - began) * 1000)
    return {
        kind: {
            "few_ms": round(statistics.median(times["few"]), 2),
            "many_ms": round(statistics.median(times["many"]), 2),
            "ratio": round(statistics.median(times["many"]) / statistics.median(times["few"]), 3),
        }
        for kind, times in found.items()
    }


def _print(result: dict[str, Any]) -> None:
    few, many = result["rows"]["few"], result["rows"]["many"]
    print(f"{'median ms':14}{few:>12,}{many:>12,}{'ratio':>8}")
    for kind, one in result.items():
        if kind != "rows":
            print(f"{kind:14}{one['few_ms']:>12}{one['many_ms']:>12}{one['ratio']:>8}")
