"""The command line called in this process: exit code, standard output, standard error."""

import io
import os

import pytest

from newsforge.cli import main


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
