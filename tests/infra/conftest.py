"""Every environment is synthesized once a run, whatever test file or worker of the run asks first; tests read what that
wrote. They are spread over two groups, so that two workers synthesize beside each other and neither does it twice."""

import fcntl
import hashlib
import os
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from infra.environments import ENVIRONMENTS
from tests.infra.assembly import ROOT, Assembly, synthesize

_HERE = Path(__file__).parent
_KEPT_S = 3600
#: Files whose fixtures are dear and their own.
_APART = {
    "test_creation.py": "infra-twin",
    "test_growth.py": "infra-twin",
    "test_alarms.py": "infra-twin",
    "test_runbooks.py": "infra-twin",
}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    """Before xdist looks for the marks."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group(_APART.get(item.path.name, "infra")))
    return (yield)


class Assemblies(dict):
    """By name of the environment; made when it is first asked for."""

    def __init__(self, folder):
        super().__init__()
        self._folder = folder

    def __missing__(self, name):
        with (self._folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # another worker may be at it
            target = self._folder / name
            if not target.exists():
                making = target.with_suffix(".making")
                shutil.rmtree(making, ignore_errors=True)
                done = synthesize(name, making)
                assert done.returncode == 0, done.stderr[-4000:]
                making.rename(target)
        self[name] = Assembly(name, target)
        return self[name]

    def of_all(self):
        with ThreadPoolExecutor(2) as pool:
            return dict(zip(ENVIRONMENTS, pool.map(self.__getitem__, ENVIRONMENTS), strict=True))


def _made_from():
    """Names what a synth depends on: another line of code or another package. (No stack imports the cost model.)"""
    code = sorted(path for path in (ROOT / "infra").rglob("*.py") if path.parent != ROOT / "infra/cost")
    sources = [*code, ROOT / "infra/cdk.json", ROOT / "requirements/infra.txt"]
    digest = hashlib.sha256(sys.version.encode())
    for source in [*sources, _HERE / "assembly.py"]:
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
    return synths.of_all()


@pytest.fixture(params=list(ENVIRONMENTS))
def assembly(request, synths):
    return synths[request.param]


@pytest.fixture
def prod(synths):
    return synths["prod"]
