"""Whether a shortened headline still says what the headline says: the receipts are asked, before anybody else does."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from newsforge.engine.article import Article
from newsforge.engine.receipts import Evidence
from newsforge.engine.receipts.verdict import judge


@lru_cache(maxsize=4096)
def says_the_same(text: str, title: str, site: str, language: str) -> bool:
    """Whether ``text`` is, to the receipts, the own wording of ``title`` (or of the sentence that stands for one)."""
    return is_own_wording(text, _evidence(title, site, language), language)


def is_own_wording(text: str, evidence: Evidence, language: str) -> bool:
    verdict = judge(text, evidence, language)
    return verdict.status != "unsupported" and verdict.wording in {"exact", "close"}


@lru_cache(maxsize=64)
def _evidence(title: str, site: str, language: str) -> Evidence:
    """Of the title alone: a headline must not be pieced together from elsewhere."""
    return Evidence.of(replace(_EMPTY, title=title, site=site, language=language))


_EMPTY = Article(text="", sentences=(), language="en")
