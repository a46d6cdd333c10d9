import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsforge.engine.text.sentences import split_sentences


def texts(text: str, language: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text, language)]


# Each case is one line; "|" stands where a cut belongs (and the white space there).
CASES = [
    ("ko", "한국은행은 금리를 내렸다.|시장은 환영했다."),
    ("ko", '김 장관은 "물가가 오른다. 대책이 필요하다."고 말했다.|야당은 반발했다.'),
    ("ko", '김 장관은 "물가가 오른다." 라고 말했다.|야당은 반발했다.'),
    ("ko", "그는 “왜 그랬나? 모르겠다”며 고개를 저었다.|이유는 없었다."),
    ("ko", "'나는 누구인가?' 전시회가 열렸다.|표는 매진됐다."),
    ("ko", '"저는 몰랐어요. 정말입니다."|검찰은 믿지 않았다.'),
    ("ko", "물가는 3.5% 올랐다.|성장률은 2.1%다."),
    ("ko", "기사는 news.co.kr에서 볼 수 있다.|문의는 a.b@news.co.kr로 하면 된다."),
    ("ko", "행사는 2026. 11. 23. 서울에서 열린다.|입장은 무료다."),
    ("ko", "1. 서울은 맑다."),
    ("ko", "결과는 좋지 않았다.그러나 희망은 있다."),
    ("ko", "회의가 열렸다.(끝)"),
    ("ko", "“투자하고 있지요.”㈜한빛의 하루는 바쁘다."),
    ("ko", "그는 떠났지만… 돌아왔다.|모두 놀랐다."),
    ("ko", "정말일까?|전문가들은 아니라고 했다."),
    ("ko", "미국의 U.S. 스틸이 매각됐다.|노조는 반대했다."),
    ("ko", "앤드루 J. 김 교수가 말했다.|청중은 웃었다."),
    ("ko", "정부(장관 김모씨. 55세)는 부인했다.|근거는 없다."),
    ("en", "The U.S. economy grew 2.1 percent.|Mr. Smith was pleased."),
    ("en", "He lives in the U.S.|But she does not."),
    ("en", "Apple Inc. said so on Nov. 3.|The shares fell."),
    ("en", "It opens at 9 a.m. Monday.|Tickets cost $5.50."),
    ("en", "It opened at 9 a.m.|The queue was long."),
    ("en", "J. K. Rowling wrote it.|George W. Bush read it."),
    ("en", "She ranked No. 1 in the world.|He said no.|Then he left."),
    ("en", "“I went. I saw. I won,” he said.|Nobody clapped."),
    ("en", "“It is over.”|He left the room."),
    ("en", "“Is it over?” Smith asked.|Nobody knew."),
    ("en", "“Is it over?” he asked."),
    ("en", "He said: 'It's over. Go home.' and left."),
    ("en", "The dogs' owners weren't there.|It was late."),
    ("en", "It ended badly.The crowd went home."),
    ("en", "See https://example.com/a.b?c=d!e for more.|Nothing else."),
    ("en", "Well... I think so.|Fine."),
    ("en", 'The 27" screen broke.|He bought a 32" one.'),
    ("en", "Sales of e.g. Pixel phones rose.|iPhone sales fell."),
    ("en", "The fee is 5 yen.|iPhone users pay more."),
    ("en", "He studied modern art.|Doctors say he is ill.|Friends agree."),
    ("de", "Am 3. Oktober feiert Deutschland.|Das ist z.B. in Berlin so."),
    ("fr", "M. Macron a parlé.|« C’est fini. On part. » Il est parti."),
    ("es", "¿Qué pasó?|Nadie lo sabe.|El Sr. Pérez vive en EE.UU. desde 1990."),
    ("ja", "気象庁は「津波に注意してほしい。」と述べた。|けが人はいない。"),
    ("ja", "「どうしてですか？」と聞かれた。|答えはなかった。"),
    ("ja", "Yahoo！ニュースが伝えた。|本当か？　誰も知らない。"),
    ("ja", "成長率は1.5％だった。|（共同通信）"),
    ("zh", "天气很好！我们出去吧。"),
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_cuts_where_a_sentence_ends_and_nowhere_else(language, marked):
    expected = marked.split("|")
    joiner = "" if language in {"ja", "zh"} else " "
    if language == "ja" and "　" in marked:
        expected = [part for piece in expected for part in piece.split("　")]
        assert texts(marked.replace("|", ""), language) == expected
        return
    if language == "zh":
        expected = ["天气很好！", "我们出去吧。"]
    if marked.startswith("결과는"):
        expected = ["결과는 좋지 않았다.", "그러나 희망은 있다."]
    if marked.startswith("“투자"):
        expected = ["“투자하고 있지요.”", "㈜한빛의 하루는 바쁘다."]
    if marked.startswith("회의가"):
        expected = ["회의가 열렸다.", "(끝)"]
    if marked.startswith("It ended"):
        expected = ["It ended badly.", "The crowd went home."]
    assert texts(joiner.join(marked.split("|")), language) == expected


def test_a_line_is_a_paragraph_and_empty_lines_do_not_count():
    found = split_sentences("제목\n\n첫 문장이다. 둘째다.\n \n끝", "ko")
    assert [(sentence.text, sentence.paragraph) for sentence in found] == [
        ("제목", 0),
        ("첫 문장이다.", 1),
        ("둘째다.", 1),
        ("끝", 2),
    ]


def test_an_unclosed_quote_does_not_swallow_the_rest_of_the_line():
    assert len(texts("“It began in May. It went on in June. It ended.", "en")) == 3
    assert len(texts('그는 "그만하자. 그리고 떠났다. 아무도 몰랐다.', "ko")) == 3


PIECES = st.text(alphabet=st.sampled_from("가나다.!?。！？…\"'“”‘’「」() \n\t\u2028\u00a0aBc1,·U.S."), max_size=120)


@settings(max_examples=300)
@given(text=PIECES | st.text(max_size=80), language=st.sampled_from(["ko", "en", "ja", "de", "zh", ""]))
def test_every_character_is_in_one_sentence_in_order(text, language):
    found = split_sentences(text, language)
    position = 0
    for sentence in found:
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert not text[position : sentence.start].strip("\x1c\x1d\x1e\x85\u2028\u2029\v\f \t\r\n") or (
            text[position : sentence.start].isspace()
        )
        position = sentence.end
    assert not text[position:].strip()
    paragraphs = [sentence.paragraph for sentence in found]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(len(set(paragraphs))))


@given(
    quote=st.lists(st.sampled_from(["그렇다.", "왜 그런가?", "안 된다!", "It is so.", "U.S."]), min_size=1, max_size=4)
)
def test_no_cut_inside_a_closed_quote(quote):
    inside = " ".join(quote)
    for opened, closed in ["“”", "‘’", '""', "「」", "()"]:
        text = f"김 대표는 {opened}{inside}{closed}라고 말했다. 끝이다."
        assert texts(text, "ko") == [f"김 대표는 {opened}{inside}{closed}라고 말했다.", "끝이다."]


@pytest.mark.parametrize("unit", ["“가", "(가.", "가. ", "'가. ", "U.S. ", "1. ", "“가.” 라고 ", "가.      ", '"a '])
def test_a_line_of_marks_takes_time_in_proportion_to_its_length(unit):
    def took_s(times, rounds):
        taken = []
        for _ in range(rounds):
            began = time.process_time()
            for language in ("ko", "en"):
                split_sentences(unit * times, language)
            taken.append(time.process_time() - began)
        return min(taken)

    took_s(100, rounds=1)
    # Ten times the text in far less than the hundred times that a square would take. The best of some rounds: a
    # collection of garbage or a busy neighbour falls into one of them.
    limit_s = 40 * max(took_s(2_000, rounds=1), 0.01)
    assert took_s(20_000, rounds=1) < limit_s or took_s(20_000, rounds=3) < limit_s
