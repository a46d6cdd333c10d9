"""Every environment is synthesized once a run, two at a time; all tests read what that wrote."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from infra.environments import ENVIRONMENTS
from tests.infra.assembly import Assembly, synthesize

_HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("infra"))  # so that workers do not all synthesize


@pytest.fixture(scope="session")
def assemblies(tmp_path_factory):
    folder = tmp_path_factory.mktemp("synth")

    def make(name):
        done = synthesize(name, folder / name)
        assert done.returncode == 0, done.stderr[-4000:]
        return Assembly(name, folder / name)

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(ENVIRONMENTS, pool.map(make, ENVIRONMENTS), strict=True))


@pytest.fixture(params=list(ENVIRONMENTS))
def assembly(request, assemblies):
    return assemblies[request.param]


@pytest.fixture
def prod(assemblies):
    return assemblies["prod"]
