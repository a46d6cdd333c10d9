"""Free paraphrases and translations of our own articles, and sentences with one hidden error in new words.

``tests/corpus/paraphrases`` was written before the rules were tried on it. With the articles marked ``seen`` in view
the rules were mended (wrong sentences stopped: .32 before, .60 after; right ones stopped: .27 before, .09 after); on
the others, looked at once, they then stopped .52 of the wrong (before: .36) and .17 of the right (before: .23). After
that look a few general gaps were closed with all of them in view, to which the floors below are set. What matters
most held on both from the first: no wrong sentence was ever clean.

Twelve of the ``seen`` came later, each looked at once before anything was mended for it. On the first eight the rules
of that day stopped .25 of 40 wrong sentences and .28 of 40 right ones; on the last four (20 and 20) they stopped .30
and .40 before what the eight had taught, and .50 and .30 after it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from newsforge.engine.article import Article
from newsforge.engine.receipts import Evidence, Receipt, check_text
from newsforge.engine.text.sentences import split_sentences

_FOLDER = Path(__file__).parents[2] / "corpus" / "paraphrases"


@dataclass(frozen=True, slots=True)
class Checked:
    claim: str
    is_right: bool
    seen: bool
    receipts: tuple[Receipt, ...]

    @property
    def is_stopped(self) -> bool:
        return any(receipt.status == "unsupported" for receipt in self.receipts)

    @property
    def is_clean(self) -> bool:
        return all(receipt.wording in {"exact", "close"} for receipt in self.receipts)


@cache
def checked() -> tuple[Checked, ...]:
    found = []
    for path in sorted(_FOLDER.glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        article = Article(
            text=row["text"],
            sentences=split_sentences(row["text"], row["language"]),
            language=row["language"],
            title=row["title"],
            published_at=datetime.fromisoformat(row["published_at"]),
        )
        evidence = Evidence.of(article)
        for is_right in (True, False):
            for claim in row["right" if is_right else "wrong"]:
                receipts = check_text(claim["claim"], article, language=claim["language"], evidence=evidence)
                found.append(Checked(claim["claim"], is_right, row["seen"], receipts))
    return tuple(found)


def rows(*, is_right: bool, seen: bool | None = None) -> list[Checked]:
    return [one for one in checked() if one.is_right is is_right and seen in {None, one.seen}]


def test_no_wrong_sentence_is_clean() -> None:
    wrong = rows(is_right=False)
    assert len(wrong) > 170
    assert [one.claim for one in wrong if one.is_clean and not one.is_stopped] == []


@pytest.mark.parametrize(("seen", "floor"), [(True, 0.69), (False, 0.56)])
def test_wrong_sentences_are_stopped(*, seen: bool, floor: float) -> None:
    wrong = rows(is_right=False, seen=seen)
    passed = [one.claim for one in wrong if not one.is_stopped]
    assert 1 - len(passed) / len(wrong) >= floor, passed


@pytest.mark.parametrize(("seen", "ceiling"), [(True, 0.065), (False, 0.08)])
def test_free_paraphrases_are_not_stopped(*, seen: bool, ceiling: float) -> None:
    right = rows(is_right=True, seen=seen)
    stopped = [(one.claim, [p.why for r in one.receipts for p in r.problems]) for one in right if one.is_stopped]
    assert len(stopped) / len(right) <= ceiling, stopped


def test_free_wording_names_the_words_to_look_at() -> None:
    for one in checked():
        for receipt in one.receipts:
            assert (receipt.wording is None) == (receipt.status == "unsupported")
            assert bool(receipt.unaligned) == receipt.needs_reading, one.claim
            for loose in receipt.unaligned:
                assert receipt.sentence[loose.start : loose.end] == loose.text
