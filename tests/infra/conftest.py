"""Every environment is synthesized once a run, whatever test file or worker of the run asks first; tests read what that
wrote. What needs Amazon's twin is in groups of its own, so that two workers have something to do beside each other."""

import fcntl
import hashlib
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from infra.environments import ENVIRONMENTS
from tests.infra.assembly import ROOT, Assembly, run_hermetic

_HERE = Path(__file__).parent
_KEPT_S = 3600
#: Files whose fixtures are dear and their own.
_APART = {
    "test_creation.py": "infra-twin",
    "test_alarms.py": "infra-twin",
    "test_growth.py": "infra-machines",
    "test_release.py": "infra-machines",
    "test_states.py": "infra-machines",
}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    """Before xdist looks for the marks."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group(_APART.get(item.path.name, "infra")))
    return (yield)


class Assemblies(dict):
    """By name of the environment; all are made together when the first is asked for."""

    def __init__(self, folder):
        super().__init__()
        self._folder = folder

    def __missing__(self, name):
        with (self._folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # another worker may be at it
            target = self._folder / "made"
            if not target.exists():
                making = self._folder / "making"
                shutil.rmtree(making, ignore_errors=True)
                making.mkdir()
                done = run_hermetic("tests.infra.synthesis", str(making), home=self._folder)
                assert done.returncode == 0, done.stderr[-4000:]
                making.rename(target)
        self.update({each: Assembly(each, target / each) for each in ENVIRONMENTS})
        return self[name]


def _made_from():
    """Names what a synth depends on: another line of code or another package. (No stack imports the cost model.)"""
    code = sorted(path for path in (ROOT / "infra").rglob("*.py") if path.parent != ROOT / "infra/cost")
    sources = [*code, ROOT / "infra/cdk.json", ROOT / "requirements/infra.txt"]
    digest = hashlib.sha256(sys.version.encode())
    for source in [*sources, _HERE / "assembly.py", _HERE / "synthesis.py"]:
        digest.update(f"{source.relative_to(ROOT)}\n".encode() + source.read_bytes())
    return digest.hexdigest()[:20]


@pytest.fixture(scope="session")
def synths():
    """Beside the packages that made them, so that a second run of unchanged code does not synthesize again.

    Those of other code are left alone for an hour: another checkout may be testing with the same packages.
    """
    kept = Path(sys.prefix) / "synth"
    folder = kept / _made_from()
    folder.mkdir(parents=True, exist_ok=True)
    os.utime(folder)
    for other in kept.glob("*"):
        if other.stat().st_mtime < time.time() - _KEPT_S:
            shutil.rmtree(other, ignore_errors=True)
    return Assemblies(folder)


@pytest.fixture(scope="session")
def assemblies(synths):
    return {name: synths[name] for name in ENVIRONMENTS}


@pytest.fixture(params=list(ENVIRONMENTS))
def assembly(request, synths):
    return synths[request.param]


@pytest.fixture
def prod(synths):
    return synths["prod"]
