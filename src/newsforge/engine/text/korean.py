"""Korean morphemes by Kiwi, loaded once a process (some 330 MB, 1.5 s) and only when Korean text comes in."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_lock = threading.Lock()
_loaded: list[Any] = []


@dataclass(frozen=True, slots=True)
class Token:
    """One morpheme: ``tag`` of the Sejong set (``NNG``, ``NNP``, ``JKS``, ``SN``, ...), ``text[start:end]`` in code
    points. ``form`` is the dictionary form, so 했 gives 하 and 었 with the same range."""

    form: str
    tag: str
    start: int
    end: int


@lru_cache(maxsize=512)
def tokens(text: str) -> tuple[Token, ...]:
    """Kept for texts already seen: several parts ask for an article's text. About 60,000 characters a second."""
    readable = text.translate(_SURROGATES) if not text.isascii() else text
    return tuple(Token(token.form, str(token.tag), token.start, token.end) for token in _kiwi().tokenize(readable))


def preload() -> None:
    """Load the model now: for a worker's start, so that the first article does not pay for it."""
    _kiwi()


def _kiwi() -> Any:
    if not _loaded:
        with _lock:
            if not _loaded:
                from kiwipiepy import Kiwi

                # The dictionary of names of several words would take half as much again in memory and twice the
                # time to load, and changed no keyword and no receipt of the corpus and the labelled sets.
                kiwi = Kiwi(num_workers=1, load_multi_dict=False)
                for name in _NAMES_WITH_PARTICLES:
                    kiwi.add_user_word(name, "NNP")
                _loaded.append(kiwi)
    return _loaded[0]


#: Names that read as phrases, so that Kiwi would take them apart.
_NAMES_WITH_PARTICLES = ("국민의힘", "더불어민주당", "국민의당", "금융통화위원회", "고위공직자범죄수사처", "국민연금")
#: Lone surrogates cannot be passed to Kiwi; one replacement character each keeps the offsets.
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
