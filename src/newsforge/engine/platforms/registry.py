"""Which platforms there are: whatever module of ``records/`` holds a ``PLATFORM``."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from functools import lru_cache

from newsforge.engine.platforms import records
from newsforge.engine.platforms.record import Platform
from newsforge.kit.errors import NewsforgeError


class UnknownPlatform(NewsforgeError):
    """The id names no record; ``nearest`` are ids that look like it."""

    code = "unknown_platform"

    def __init__(self, platform_id: str, nearest: tuple[str, ...], known: tuple[str, ...]) -> None:
        remedy = f"Did you mean {' or '.join(nearest)}?" if nearest else f"There are: {', '.join(known)}."
        super().__init__(f"There is no platform '{platform_id}'.", remedy=remedy)
        self.platform_id = platform_id
        self.nearest = nearest


@lru_cache(maxsize=1)
def _read(paths: tuple[str, ...]) -> dict[str, Platform]:
    found: dict[str, Platform] = {}
    for module in sorted(pkgutil.iter_modules(paths), key=lambda module: module.name):
        platform = importlib.import_module(f"{records.__name__}.{module.name}").PLATFORM
        if not isinstance(platform, Platform) or platform.id != module.name:
            raise TypeError(f"{module.name}.py holds no Platform with the id '{module.name}'.")
        found[platform.id] = platform
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0])))


def platforms() -> dict[str, Platform]:
    """Every platform by its id, in the order in which they are shown."""
    return dict(_read(tuple(records.__path__)))


def get_platform(platform_id: str) -> Platform:
    """Raise :class:`UnknownPlatform`, which names the nearest ids, when there is none."""
    known = _read(tuple(records.__path__))
    platform = known.get(platform_id)
    if platform is None:
        wanted = platform_id.strip().lower().replace("-", "_")
        nearest = difflib.get_close_matches(wanted, known, n=3, cutoff=0.6)
        names = {name.lower(): key for key, one in known.items() for name in one.name.values()}
        nearest += [names[name] for name in difflib.get_close_matches(wanted, names, n=3, cutoff=0.6)]
        raise UnknownPlatform(platform_id, tuple(dict.fromkeys(nearest))[:3], tuple(known))
    return platform
