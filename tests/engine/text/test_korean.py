from concurrent.futures import ThreadPoolExecutor

from newsforge.engine.text import korean
from newsforge.engine.text.korean import tokens


def test_offsets_are_code_points_even_after_an_emoji():
    text = "😀 한국은행은 28일 금리를 동결했다."
    found = {token.form: text[token.start : token.end] for token in tokens(text) if token.tag in {"NNP", "NNG"}}
    assert found == {"한국은행": "한국은행", "금리": "금리", "동결": "동결"}


def test_a_lone_surrogate_does_not_stop_the_reading():
    text = "\ud800 서울은 맑다."
    assert any(text[token.start : token.end] == "서울" for token in tokens(text))


def test_empty_text_has_no_tokens():
    assert tokens("") == ()


def test_threads_load_the_model_once(monkeypatch):
    import kiwipiepy

    made = []

    class Counted(kiwipiepy.Kiwi):
        def __init__(self, **options):
            made.append(1)
            super().__init__(**options)

    monkeypatch.setattr(kiwipiepy, "Kiwi", Counted)
    monkeypatch.setattr(korean, "_loaded", [])
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(tokens, [f"서울 시민 {n}명이 모였다." for n in range(8)]))
    assert len(made) == 1
    assert all(results)
