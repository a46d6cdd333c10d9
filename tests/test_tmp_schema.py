import asyncio, threading, socket
import pytest, schemathesis, uvicorn, requests
from hypothesis import settings, HealthCheck, Phase
from tests.support.conversions import open_bench
from tests.support.news import KO

async def test_all(database):
    async with open_bench(database) as bench:
        async with bench.client() as c:
            made = (await c.post("/conversions", json={"source": {"text": KO}, "platforms": ["x"]})).json()
            await bench.work_off()
            done = (await c.get(f"/conversions/{made['id']}")).json()
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0)); port = s.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(bench.app, port=port, log_level="error", lifespan="off"))
        task = asyncio.create_task(server.serve())
        while not server.started: await asyncio.sleep(0.05)
        proc = await asyncio.create_subprocess_exec(".venv/bin/schemathesis", "run", f"http://127.0.0.1:{port}/openapi.json", "-H", "X-Test-Principal: me", "-H", 'If-Match: *', "--checks", "not_a_server_error,status_code_conformance,response_schema_conformance,content_type_conformance", "-n", "25", "--phases", "examples,coverage,fuzzing", "--suppress-health-check", "all", "--request-timeout", "20", "--exclude-path-regex", "events", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
        try:
            out, _ = await asyncio.wait_for(proc.communicate(), 240)
            open("/tmp/schema_out.txt","wb").write(out)
        finally:
            if proc.returncode is None: proc.kill()
            server.should_exit = True
            await task
