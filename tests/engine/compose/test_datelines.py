"""A lead keeps neither the agency's mark nor vanishes with it; the place stays where nothing else says where."""

from __future__ import annotations

import pytest

from newsforge.engine.compose import compose, digest
from newsforge.engine.platforms.registry import get_platform
from newsforge.engine.receipts import check_text
from tests.support.stories import make_article

REST = "\nThe driver was taken to a hospital with minor injuries. Two lanes stayed closed until noon on Tuesday."
NEWS = "A truck with 20 tons of potatoes overturned on the Harbor Bridge on Tuesday."


@pytest.mark.parametrize(
    "mark",
    [
        "(CNN) ", "(CNN)", "(CNN) — ", "CITY (Reuters) - ", "SEOUL, South Korea (AP) — ", "New York, NY – ",
        "New York (CNN Business) ", "BUFFALO, N.Y. — ", "LONDON, March 3 (Reuters) - ", "Washington (CNN) -- ",
        "WASHINGTON, D.C. (WJLA) — ", "SAN FRANCISCO/LONDON (Reuters) - ", "Tokyo, Nov. 3 (Jiji Press)--",
        "(Bloomberg) -- ", "DETROIT (Lakeshore Wire) — ",
    ],
)  # fmt: skip
def test_the_first_sentence_is_told_without_its_mark(mark: str) -> None:
    found = digest(make_article(mark + NEWS + REST, language="en", title="Truck overturns on Harbor Bridge"))
    assert found.lead is not None
    assert found.lead.alone == NEWS
    for platform in ("x", "facebook", "sms"):
        text = "\n".join(compose(found, get_platform(platform)).paragraphs)
        assert mark.strip() not in text


@pytest.mark.parametrize(
    "sentence",
    [
        "North Korea (DPRK) - long a foe - has said it will not take part in the talks.",
        "The Guardian (UK) reported on Monday that the city would close the bridge.",
        "Apple (AAPL) shares fell on Monday after a report on its orders.",
    ],
)
def test_brackets_inside_a_sentence_are_no_mark(sentence: str) -> None:
    found = digest(make_article(sentence + REST, language="en", title=""))
    assert found.lead is not None
    assert found.lead.text == sentence


@pytest.mark.parametrize("mark", ["DETROIT (AP)", "SEOUL, South Korea (AP)", "DETROIT"])
def test_the_place_stays_where_the_text_needs_it(mark: str) -> None:
    news = "Police said a truck with 20 tons of potatoes overturned on a bridge on Tuesday."
    article = make_article(f"{mark} — {news}{REST}", language="en", title="Truck overturns")
    lead = digest(article).lead
    assert lead is not None
    assert lead.alone == f"{mark.removesuffix(' (AP)')} — {news}"
    assert [one.wording in {"exact", "close"} for one in check_text(lead.alone, article)] == [True]
