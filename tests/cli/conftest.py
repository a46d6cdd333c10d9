"""The command line called in this process: exit code, standard output, standard error."""

import io
import os
import signal

import pytest

from newsforge.cli import main
from tests.corpus.loader import by_slug


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("NEWSFORGE_LOCALE", "en")
    for name in list(os.environ):
        if name.endswith("_API_KEY"):
            monkeypatch.delenv(name)

    def call(*arguments, stdin=b""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            main([str(argument) for argument in arguments])
            code = 0
        except SystemExit as stop:
            code = stop.code or 0
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "rate-cut.html"
    path.write_bytes(by_slug()["ko-rate-cut"].data)
    return path


@pytest.fixture
def _heeds_ctrl_c():
    """A program hears no Ctrl-C when who started it hears none, as tests in the background do."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
