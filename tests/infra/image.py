"""The program that begins in the container, loaded from where the image takes it."""

from importlib.util import module_from_spec, spec_from_file_location

from tests.infra.assembly import ROOT

_spec = spec_from_file_location("start", ROOT / "infra/docker/start.py")
start = module_from_spec(_spec)
_spec.loader.exec_module(start)
