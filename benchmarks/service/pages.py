"""What a page costs the web's server: processor time for one that is opened, and for what links fetch ahead.

The pages of a build as it ships, in front of a real API; signed in where that is needed. Processor time is of the web's
own process, from /proc; the answers come one after another, as from one person.
"""

from __future__ import annotations

import gzip
import http.client
import json
import os
import statistics
import subprocess
import urllib.request
from typing import Any

from benchmarks.service.stand import PASSWORD, PROJECT, Stand, cpu_s, free_port, memory_mb, running, standing, wait_for

ROUNDS = 5
PAGES = 40
ARTICLE = PROJECT / "tests" / "corpus" / "sources" / "ko-transit-strike.txt"
OPENED = {"Sec-Fetch-Dest": "document", "Accept-Encoding": "gzip"}
AHEAD = {"RSC": "1", "Next-Router-Prefetch": "1", "Sec-Fetch-Dest": "empty", "Accept-Encoding": "gzip"}


def measure() -> dict[str, Any]:
    subprocess.run([PROJECT / "tools/web", "build"], check=True)
    from newsforge.cli.web_pages import get_web_pages

    pages = get_web_pages(os.environ)
    with standing() as stand:
        conversion = _convert(stand)
        port = free_port()
        environment = {
            "NEWSFORGE_API_URL": f"http://127.0.0.1:{stand.port}",
            "PORT": str(port),
            "HOSTNAME": "127.0.0.1",
            "NODE_ENV": "production",
        }
        with running(pages.command(), environment, stand.folder / "web.log") as web:
            wait_for(port, "/api/health")
            cookie = _session(stand)
            targets = {
                "landing": ("/ko", OPENED, ""),
                "sign-in": ("/ko/sign-in", OPENED, ""),
                "new conversion": ("/ko/app", OPENED, cookie),
                "history": ("/ko/app/history", OPENED, cookie),
                "open conversion": (f"/ko/app/conversions/{conversion}", OPENED, cookie),
                "fetched ahead": ("/ko/app/history", AHEAD, cookie),
            }
            scores: dict[str, Any] = {name: _cost(port, web.pid, *target) for name, target in targets.items()}
            memory = round(memory_mb(web.pid), 1)
    print(f"{'':18}{'CPU ms':>8}{'bytes':>10}{'gzip':>8}")
    for name, row in scores.items():
        print(f"{name:18}{row['cpu_ms']:>8}{row['bytes']:>10,}{row['gzip_bytes']:>8,}")
    print(f"memory (PSS): {memory} MB")
    return {"pages": scores, "memory_mb": memory}


def _convert(stand: Stand) -> str:
    """For every platform: the heaviest page that there is."""
    platforms = [each["id"] for each in stand.call("GET", "/platforms")["items"]]
    wanted = {"source": {"text": ARTICLE.read_text()}, "platforms": platforms}
    with stand.worker():
        made = stand.call("POST", "/conversions", wanted, {"Prefer": "wait=30"})
    if made["status"] != "succeeded":
        raise RuntimeError(f"the conversion is {made['status']}")
    identity: str = made["id"]
    return identity


def _session(stand: Stand) -> str:
    """The cookies that a browser would hold."""
    email = stand.call("GET", "/me")["email"]
    request = urllib.request.Request(
        f"http://127.0.0.1:{stand.port}/api/v1/auth/session",
        data=json.dumps({"email": email, "password": PASSWORD}).encode(),
        headers={"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{stand.port}"},
        method="POST",
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return "; ".join(each.split(";")[0] for each in answer.headers.get_all("Set-Cookie"))


def _cost(port: int, pid: int, path: str, headers: dict[str, str], cookie: str) -> dict[str, float]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    sent = {**headers, **({"Cookie": cookie} if cookie else {})}

    def read() -> bytes:
        line.request("GET", path, headers=sent)
        answer = line.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answers {answer.status}")
        return body

    line.request("GET", path, headers=sent)
    first = line.getresponse()
    first.read()
    # What is fetched ahead bears a sum of its headers in its address; without it the server tells the right one.
    path = first.headers.get("Location", path)
    taken = []
    for number in range(ROUNDS + 1):
        before = cpu_s(pid)
        for _ in range(PAGES):
            body = read()
        if number:  # the first is to warm up
            taken.append((cpu_s(pid) - before) / PAGES * 1000)
    line.close()
    plain = gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body
    return {"cpu_ms": round(statistics.median(taken), 1), "bytes": len(plain), "gzip_bytes": len(body)}
