from __future__ import annotations

import pytest

from newsforge.engine.facts import compared_facts
from newsforge.engine.facts.names import names


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The mayor met Robert Smith in New York on Tuesday.", "en", ["Robert Smith", "New York"]),
        ("Prime Minister Jane Doe's plan was rejected.", "en", ["Jane Doe"]),
        ("Mr. Smith said the Bank of Japan would act.", "en", ["Smith", "Bank of Japan"]),
        ("Plans have been unveiled by officials in Leeds.", "en", ["Leeds"]),
        ("Italy's parliament approved it.", "en", ["Italy"]),
        ("Apple said profits rose.", "en", ["Apple"]),
        ("Officials said profits rose in May.", "en", []),
        ("Net income was $38.1M in Q3.", "en", []),
        ("Police Chase Ends In Crash Near River Bridge", "en", []),
        ("The U.S. and the UN agreed.", "en", ["U.S.", "UN"]),
        ("이재명 후보는 삼성전자 공장을 찾았다.", "ko", ["이재명", "삼성전자"]),
        ("맹도윤 대표는 나가지 않았다.", "ko", ["맹도윤"]),
        ("비슷한 일을 하는 기사는 전국에 많다.", "ko", []),
        ("山本健一市長はトヨタの工場を訪れた。", "ja", ["山本健一", "トヨタ"]),
        ("ニュースサイトのデータによると増えた。", "ja", []),
        ("", "en", []),
    ],
)
def test_names_are_found_without_titles_and_particles(text: str, language: str, expected: list[str]) -> None:
    found = names(text, language)
    assert [name.text for name in found] == expected
    assert all(text[name.start : name.end] == name.text for name in found)


def test_facts_without_names_do_not_load_the_korean_model(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsforge.engine.text import korean

    def refuse(_: str) -> None:
        raise AssertionError("the model was asked for")

    monkeypatch.setattr(korean, "tokens", refuse)
    found = compared_facts("매출은 3조2천억원이다.", "ko", None)
    assert found.names == ()
    assert len(found.figures) == 1


def test_part_of_a_month_is_no_name():
    assert names("Owners will get letters by mid-January or early-May.", "en") == ()
