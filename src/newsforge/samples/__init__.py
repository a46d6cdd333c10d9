"""Articles that come with the program, whole pages as a newsroom serves them. All of it is invented; CC0."""

from __future__ import annotations

from importlib.resources import files

from newsforge.kit.errors import NewsforgeError

_PAGES = {"ko": "rate-cut.ko.html", "en": "harbor-strike.en.html", "ja": "consumer-prices.ja.html"}


class SampleNotFound(NewsforgeError):
    """No article comes in that language."""

    code = "sample_not_found"


def samples() -> tuple[str, ...]:
    """Languages there is a sample in, the one to show first in front."""
    return tuple(_PAGES)


def sample(language: str) -> bytes:
    """The page as served, undecoded. Raise :class:`SampleNotFound`."""
    if language not in _PAGES:
        raise SampleNotFound(f"There is no sample in {language!r}.", remedy=f"Choose one of {', '.join(_PAGES)}.")
    return (files(__name__) / _PAGES[language]).read_bytes()
