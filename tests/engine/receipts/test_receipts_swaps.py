"""What one of the article did, told of another one of it: goals, cards, votes, stances, sums, fates; and two sentences
made into a false one. The right twins pass."""

from __future__ import annotations

import pytest

from newsforge.engine.receipts import check_text
from newsforge.engine.receipts.model import Problem
from tests.support.stories import make_article

ENGLISH = """Harlow Rovers beat Penrith Athletic 3-1 in the county cup final on Saturday.
Defender Tomas Lindqvist scored twice for Rovers, and Ade Okonjo added a third from the penalty spot.
Penrith's only goal came from captain Callum Straker in the 52nd minute.
Penrith winger Joel Marsh was sent off before half-time after a second foul.
Councillor Ada Brandt voted against the stadium plan; Councillor Finn Moss voted for it.
The library on Mill Road will not close in winter.
Brightmoor Brewery sponsors the cup. Hadley Works will build the new stand with 1,200 seats by May."""
JAPANESE = """青葉市議会は11日、新しい市民ホールの計画を審議した。
商工会は駅前の新しい市民ホールの建設計画に賛成し、自治会は騒音を理由に反対した。
市は原告の住民に500万円を支払い、工事会社に1億2000万円を支払う。
川田建設は森本工業に土地を売却した。
事故で運転していた男性が死亡し、助手席の女性が軽傷を負った。"""
KOREAN = """온별FC가 해람 유나이티드를 2-1로 이겼다.
김도윤이 전반 12분 선제골을 넣었고 박세준이 후반 결승골을 터뜨렸다.
해람의 이준호는 후반 30분 거친 반칙으로 퇴장당했다.
민서우 의원은 예산안에 찬성표를, 하도경 의원은 반대표를 던졌다.
환경단체는 다리 건설 계획에 반대하고 상인회는 찬성했다.
사고로 운전자인 50대 남성이 숨지고 30대 여성이 다쳤다."""

#: (article, language, post)
WRONG = (
    (ENGLISH, "en", "Ade Okonjo was sent off before half-time."),
    (ENGLISH, "en", "Callum Straker was sent off before half-time."),
    (ENGLISH, "en", "Joel Marsh scored Penrith's only goal in the 52nd minute."),
    (ENGLISH, "en", "Penrith's only goal came from Joel Marsh."),
    (ENGLISH, "en", "Finn Moss voted against the stadium plan."),
    (ENGLISH, "en", "Ada Brandt voted for the stadium plan."),
    (ENGLISH, "en", "The library on Mill Road will close in winter."),
    (ENGLISH, "en", "Brightmoor Brewery will build the new stand with 1,200 seats by May."),
    (ENGLISH, "en", "Brightmoor Brewery sponsors the cup and will build the new stand with 1,200 seats."),
    (ENGLISH, "en", "Hadley Works sponsors the cup and will build the new stand."),
    (JAPANESE, "ja", "自治会は新しい市民ホールの建設計画に賛成した。"),
    (JAPANESE, "ja", "商工会は騒音を理由に新しい市民ホールに反対した。"),
    (JAPANESE, "ja", "市は工事会社に500万円を支払い、住民に1億2000万円を支払う。"),
    (JAPANESE, "ja", "市は住民に1億2000万円を支払う。"),
    (JAPANESE, "ja", "森本工業は川田建設に土地を売却した。"),
    (JAPANESE, "ja", "事故で女性が死亡し、男性が軽傷を負った。"),
    (JAPANESE, "ja", "運転していた女性が死亡した。"),
    (JAPANESE, "ja", "助手席の男性が軽傷を負った。"),
    (KOREAN, "ko", "김도윤이 후반 30분 퇴장당했다."),
    (KOREAN, "ko", "박세준이 거친 반칙으로 퇴장당했다."),
    (KOREAN, "ko", "이준호가 선제골을 넣었다."),
    (KOREAN, "ko", "하도경 의원은 예산안에 찬성표를 던졌다."),
    (KOREAN, "ko", "상인회는 다리 건설 계획에 반대했다."),
    (KOREAN, "ko", "환경단체는 다리 건설에 찬성했다."),
    (KOREAN, "ko", "사고로 30대 남성이 다치고 50대 여성이 숨졌다."),
    (KOREAN, "ko", "여성이 숨지고 남성이 다쳤다."),
    (KOREAN, "ko", "김도윤이 선제골을 넣고 거친 반칙으로 퇴장당했다."),
    (JAPANESE, "ja", "川田建設は森本工業に土地を売却し、市民ホールの計画を審議した。"),
    (
        "한빛은행은 지점 30곳을 닫는다. 온별은행은 내년 3월 새 앱을 출시한다.",
        "ko",
        "한빛은행은 지점 30곳을 닫고 내년 3월 새 앱을 출시한다.",
    ),
    ("The plant in Tarn will not open in May.", "en", "The plant in Tarn will stay open in May."),
    ("The plant in Tarn will close in May.", "en", "The plant in Tarn will stay open in May."),
    ("The two schools will close next year.", "en", "The two schools will not close next year."),
)
RIGHT = (
    (ENGLISH, "en", "Joel Marsh was sent off."),
    (ENGLISH, "en", "Callum Straker scored Penrith's goal."),
    (ENGLISH, "en", "Okonjo scored from the penalty spot."),
    (ENGLISH, "en", "The library on Mill Road will stay open in winter."),
    (ENGLISH, "en", "The Mill Road library stays open in winter."),
    (ENGLISH, "en", "Marsh was shown a red card before half-time."),
    (ENGLISH, "en", "Lindqvist scored two goals and Straker scored one."),
    (JAPANESE, "ja", "商工会は市民ホールの計画に賛成した。"),
    (JAPANESE, "ja", "自治会は計画に反対した。"),
    (JAPANESE, "ja", "市は住民に500万円を支払う。"),
    (JAPANESE, "ja", "市は工事会社に1億2000万円を支払う。"),
    (JAPANESE, "ja", "川田建設は森本工業に土地を売却した。"),
    (JAPANESE, "ja", "運転していた男性が死亡した。"),
    (JAPANESE, "ja", "男性が死亡し、女性が軽傷を負った。"),
    (KOREAN, "ko", "이준호가 퇴장당했다."),
    (KOREAN, "ko", "박세준이 결승골을 넣었다."),
    (KOREAN, "ko", "민서우 의원은 찬성표를 던졌다."),
    (KOREAN, "ko", "환경단체는 다리 건설에 반대했다."),
    (KOREAN, "ko", "남성이 숨지고 여성이 다쳤다."),
    (
        "한빛은행은 지점 30곳을 닫는다. 이 은행은 내년 3월 새 앱을 출시한다.",
        "ko",
        "한빛은행은 지점 30곳을 닫고 내년 3월 새 앱을 출시한다.",
    ),
    (
        "The council decided on Monday that the Mill Road library will not close.",
        "en",
        "The council decided that the Mill Road library will stay open.",
    ),
    ("The museum will not close on Mondays from June.", "en", "From June, the museum will stay open on Mondays."),
    ("The two schools will not close next year.", "en", "The two schools will stay open next year."),
)


def problems(article: str, language: str, text: str) -> list[Problem]:
    found = check_text(text, make_article(article, language=language))
    return [problem for receipt in found for problem in receipt.problems]


@pytest.mark.parametrize(("article", "language", "text"), WRONG, ids=[text for *_, text in WRONG])
def test_what_another_one_did_is_stopped(article: str, language: str, text: str) -> None:
    assert problems(article, language, text)


@pytest.mark.parametrize(("article", "language", "text"), RIGHT, ids=[text for *_, text in RIGHT])
def test_the_right_twin_passes(article: str, language: str, text: str) -> None:
    assert problems(article, language, text) == []
