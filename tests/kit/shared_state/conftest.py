"""Other processes of the product, and waiting for what has no event."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

WORKER = Path(__file__).parent / "other_process.py"
PROJECT = Path(__file__).parents[3]


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
