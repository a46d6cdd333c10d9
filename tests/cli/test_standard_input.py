"""Standard input and pipes: what is waited for, and how the wait ends."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from tests.corpus.loader import by_slug

RATE_CUT = by_slug()["ko-rate-cut"]


@pytest.mark.usefixtures("_heeds_ctrl_c")
@pytest.mark.parametrize(
    "arguments",
    [["convert", "-"], ["convert", "PAGE", "-"], ["check", "-", "--against", "PAGE"], ["count", "-p", "x", "-"]],
)
def test_one_ctrl_c_ends_the_wait_for_standard_input(arguments, page):
    command = [sys.executable, "-m", "newsforge", *(str(page) if each == "PAGE" else each for each in arguments)]
    environment = {**os.environ, "NEWSFORGE_LOCALE": "en"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    ) as program:
        program.stdin.write(b" " * 1_000_000)  # far more than a pipe holds: it is written once the program reads
        program.stdin.flush()
        time.sleep(0.2)
        program.send_signal(signal.SIGINT)
        try:
            last = program.wait(timeout=20), program.stderr.read().splitlines()[-1:]
        finally:
            program.kill()
    assert last == (130, [b"newsforge: stopped"])


def test_a_pipe_is_read_like_a_file(run, page, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(RATE_CUT.data,))
    writer.start()
    code, out, _ = run("convert", page, pipe, tmp_path / "none.html", "--to", "x", "--json")
    writer.join()
    assert code == 1
    assert [("posts" in line) for line in map(json.loads, out.splitlines())] == [True, True, False]
