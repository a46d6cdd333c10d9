"""Three articles that come with the program, whole pages as a newsroom serves them. All of it is invented; CC0."""

from __future__ import annotations

from importlib.resources import files

from newsforge.kit.errors import NewsforgeError


def samples() -> tuple[str, ...]:
    """File names, the Korean one that is shown first in front."""
    names = (entry.name for entry in files(__name__).iterdir() if entry.name.endswith(".html"))
    return tuple(sorted(names, key=lambda name: (".ko." not in name, name)))


def sample(name: str) -> bytes:
    """The page as served, undecoded; ``name`` with or without ``.html``."""
    wanted = name if name.endswith(".html") else f"{name}.html"
    if wanted not in samples():
        raise SampleNotFound(f"There is no sample {name!r}; there are {', '.join(samples())}.")
    return (files(__name__) / wanted).read_bytes()


class SampleNotFound(NewsforgeError):
    pass
