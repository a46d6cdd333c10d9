"""Quotations: their marks, what is an apostrophe, and who speaks."""

import pytest

from newsforge.engine.facts.quotes import quotes


def _read(text, language):
    return [(quote.text, quote.kind) for quote in quotes(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ('총재는 "금리를 내린다"고 말했다', "ko", [("금리를 내린다", "speech")]),
        ("총재는 “금리를 내린다. 곧 내린다”고 말했다", "ko", [("금리를 내린다. 곧 내린다", "speech")]),
        ("'통합'을 키워드로", "ko", [("통합", "term")]),
        ("‘통합’을 키워드로", "ko", [("통합", "term")]),
        ("「새 법」과 『새 책』", "ko", [("새 법", "speech"), ("새 책", "term")]),
        ("“그는 ‘안 된다’고 했다”고", "ko", [("그는 ‘안 된다’고 했다", "speech"), ("안 된다", "term")]),
        ('"하나" "둘"', "ko", [("하나", "speech"), ("둘", "speech")]),
        ('"it\'s ok"라고', "ko", [("it's ok", "speech")]),
        ("It's the workers' union's fault.", "en", []),
        ("It’s the workers’ union’s fault.", "en", []),
        ("In the '90s and the ’80s", "en", []),
        ("Rock 'n' roll", "en", []),
        ("'We won't go,' she said.", "en", [("We won't go,", "speech")]),
        ("‘We won’t go,’ she said.", "en", [("We won’t go,", "speech")]),
        ("A 'very' bad day", "en", [("very", "term")]),
        ("“It’s ‘very’ bad,” he said.", "en", [("It’s ‘very’ bad,", "speech"), ("very", "term")]),
        ('He said: "No way', "en", []),
        ('He said: "No\nway"', "en", []),
        ('"" and " "', "en", []),
        ("「物価を下げる」と述べた", "ja", [("物価を下げる", "speech")]),
        ("『君の名は』を見た", "ja", [("君の名は", "term")]),
        ("「『君の名は』を見た」と述べた", "ja", [("『君の名は』を見た", "speech"), ("君の名は", "term")]),
        ("« Bonjour »", "fr", [(" Bonjour ", "speech")]),
        ("„Guten Tag“, sagte er", "de", [("Guten Tag", "speech")]),
    ],
)
def test_marks(text, language, expected):
    assert _read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ('이창용 한국은행 총재는 23일 "금리를 내릴 때가 아니다"라고 말했다.', "ko", "이창용"),
        ('한국은행 이창용 총재는 "금리를 내릴 때가 아니다"라고 말했다.', "ko", "이창용"),
        ('이 총재는 "금리를 내릴 때가 아니다"라고 말했다.', "ko", "이 총재"),
        ('"기회를 놓친다"며 서진우 한빛반도체 대표가 밝혔다.', "ko", "서진우"),
        ('"기회를 놓친다"고 서진우 대표는 밝혔다.', "ko", "서진우"),
        ('김모씨는 "무섭다"고 했다.', "ko", "김모"),
        ('홍길동씨가 "무섭다"고 했다.', "ko", "홍길동"),
        ('회사 관계자는 "모른다"고 말했다.', "ko", None),
        ('하지만 정 대표는 "모른다"고 말했다.', "ko", "정 대표"),
        ('"모른다"는 말이 돌았다.', "ko", None),
        ('김철수 의원은 박영희 의원이 "모른다"고 했다고 말했다.', "ko", "박영희"),
        ('김철수 의원은 떠났다. 현장에서는 "모른다"는 말이 나왔다.', "ko", None),
        ('"We are fine," said John Smith.', "en", "John Smith"),
        ('"We are fine," John Smith said.', "en", "John Smith"),
        ('"We are fine," said spokesman John Smith.', "en", "John Smith"),
        ('Mary Jones, 35, said: "We are fine."', "en", "Mary Jones"),
        ('Prime Minister Keir Starmer told reporters: "We are fine."', "en", "Prime Minister Keir Starmer"),
        ('According to Dr. Kim, "We are fine."', "en", "Dr. Kim"),
        ('"We are fine," he said.', "en", None),
        ('It was "a good day" for Mary Jones.', "en", None),
        ('"We are fine." John Smith said nothing.', "en", None),
        ("石破茂首相は23日、「物価を下げる」と述べた。", "ja", "石破茂"),
        ("会社は「物価を下げる」と述べた。", "ja", None),
    ],
)
def test_speakers(text, language, speaker):
    assert quotes(text, language)[0].speaker == speaker


def test_the_span_holds_the_marks():
    text = '그는 "좋다"고 했다'
    (quote,) = quotes(text, "ko")
    assert text[quote.start : quote.end] == '"좋다"'
