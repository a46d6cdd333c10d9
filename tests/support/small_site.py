"""``newsforge up`` with small programs in the places of its own commands. Run: python -m tests.support.small_site ..."""

import sys
from pathlib import Path
from signal import SIGKILL

from newsforge.cli import parts as real
from newsforge.cli.up import run_site
from newsforge.kit.errors import NewsforgeError
from newsforge.kit.servers.lock import hold_folder
from newsforge.kit.servers.part import Part
from newsforge.kit.servers.tether import tethered

_MIGRATE = """
import asyncio, asyncpg, os
async def run():
    connection = await asyncpg.connect(os.environ["NEWSFORGE_OWNER_DATABASE_URL"])
    await connection.execute("CREATE TABLE IF NOT EXISTS kept (at timestamptz DEFAULT now())")
    await connection.execute("GRANT ALL ON kept TO newsforge_app")
    await connection.close()
asyncio.run(run())
print("migrated")
"""
_API = """
import http.server, json, os, sys
assert os.environ["NEWSFORGE_MODE"] == "local"
assert len(open(os.environ["NEWSFORGE_MASTER_KEY_FILE"], "rb").read()) == 32
class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(b"{}")
    def log_message(self, *arguments): pass
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Health).serve_forever()
"""
_WORKER = """
import asyncio, asyncpg, json, os, redis, signal, sys
async def run():
    connection = await asyncpg.connect(os.environ["NEWSFORGE_DATABASE_URL"])
    await connection.execute("INSERT INTO kept DEFAULT VALUES")
    rows = await connection.fetchval("SELECT count(*) FROM kept")
    await connection.close()
    with redis.from_url(os.environ["NEWSFORGE_REDIS_URL"]) as client:
        runs = client.incr("runs")
    print(json.dumps({"timestamp": "2026-01-02T03:04:05Z", "level": "info", "event": "worker_started", "rows": rows,
                      "runs": runs, "pid": os.getpid()}), flush=True)
    stop = asyncio.Event()
    if "deaf" in sys.argv:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    else:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
    print(json.dumps({"event": "worker_drained"}), flush=True)
asyncio.run(run())
"""


def small_parts(site: real.Site, *arguments: str) -> list[Part]:
    def part(name, code, *given, **more) -> Part:
        return Part(
            name=name,
            launch=lambda: tethered([sys.executable, "-c", code, *given], signal=SIGKILL),
            environment=lambda: site.environment({}),
            **more,
        )

    servers = [part for part in real.parts_of(site) if part.name in {"postgres", "valkey"}]
    return [
        *servers,
        part("migrate", _MIGRATE, ends=True),
        part("api", _API, str(site.port), is_ready=lambda: real.answers_http(site.port, "/")),
        part("worker", _WORKER, *arguments),
    ]


def main() -> None:
    folder, port, *arguments = sys.argv[1:]
    try:
        with hold_folder(Path(folder)):
            site = real.Site.of(Path(folder), int(port), {})
            outcome = run_site(site, small_parts(site, *arguments), as_json="json" in arguments)
    except NewsforgeError as error:
        sys.exit(f"{error} [{error.code}]")
    sys.exit(130 if outcome.insisted else 0)


if __name__ == "__main__":
    main()
