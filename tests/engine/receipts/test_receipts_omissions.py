"""What may go out of a sentence that stays the article's wording: who a named one is, and who says a plain fact.

Who says a claim, a charge, an estimate or a denial stays: without that the sentence is another one.
"""

from __future__ import annotations

import pytest

from newsforge.engine.receipts import Evidence
from newsforge.engine.receipts.verdict import judge
from tests.support.stories import make_article

#: (language, the article's sentence, what a post may make of it)
WHOLE = (
    # Described before the name.
    ("ko", "한빛시 지하철과 경전철을 운영하는 한빛교통공사 노동조합이 26일 첫차부터 파업에 들어간다.", "한빛교통공사 노동조합, 26일 첫차부터 파업에 들어간다"),
    ("ko", "한빛시 지하철과 경전철을 운영하는 한빛교통공사 노동조합이 26일 첫차부터 파업에 들어간다.", "한빛교통공사 노동조합이 26일 첫차부터 파업에 들어간다."),
    ("ko", "전교생이 23명인 서강초등학교에서 8년 동안 바둑을 가르친 교사 은하준이 올해의 스승상을 받는다.", "교사 은하준, 올해의 스승상을 받는다"),
    ("ko", "한빛시가 운영하는 온별미술관이 다음 달 문을 연다.", "온별미술관, 다음 달 문을 연다"),
    ("en", "Corvane Bank, which has 340 branches, will close its office in Tarn in March.", "Corvane Bank will close its office in Tarn in March."),
    ("ja", "「月のパンや」などの作品で知られる絵本作家の鳥海あかねさんが12日、肺炎のため市内の病院で死去した。", "絵本作家の鳥海あかねさんが肺炎のため市内の病院で死去"),
    ("ja", "国家統計庁が20日発表した10月の全国消費者物価指数は、前年同月より2.1%上昇した。", "10月の全国消費者物価指数、前年同月より2.1%上昇"),
    ("ko", "라면과 즉석식품을 만드는 스타트업 누빛식품의 2분기 영업이익이 412억원으로 31% 늘었다.", "누빛식품의 2분기 영업이익, 412억원으로 31% 늘었다"),
    # A body's own formal act, announced by it.
    ("ko", "모아클라우드가 320억원 규모의 투자를 유치했다고 10일 밝혔다.", "모아클라우드, 320억원 규모의 투자 유치"),
    ("ko", "모아클라우드가 320억원 규모의 투자를 유치했다고 10일 밝혔다.", "모아클라우드가 320억원 규모의 투자를 유치했다."),
    ("ko", "병원 기록 서비스를 만드는 스타트업 모아클라우드가 320억원 규모의 투자를 유치했다고 10일 밝혔다.", "모아클라우드, 320억원 규모의 투자 유치"),
    ("ko", "한빛시는 시내버스 요금 인상을 확정했다고 밝혔다.", "한빛시, 시내버스 요금 인상 확정"),
    ("ko", "국립지진관측원은 12일 오후 3시 27분께 온별시 동쪽 24㎞ 해역에서 규모 4.2의 지진이 발생했다고 밝혔다.", "온별시 동쪽 24㎞ 해역에서 규모 4.2의 지진 발생"),
    # The first of two steps.
    ("ko", "온별시가 내년도 예산안을 올해보다 6.4% 늘어난 1조8천640억원 규모로 편성해 11일 시의회에 제출했다.", "온별시, 내년도 예산안을 올해보다 6.4% 늘어난 1조8천640억원 규모로 편성"),
    ("ko", "한국중앙은행이 기준금리를 연 2.50%에서 연 2.25%로 0.25%포인트 내렸다.", "한국중앙은행, 기준금리 0.25%포인트 내렸다"),
    ("ko", "온별 돌핀스가 9회말 터진 끝내기 안타로 해람 스톰을 꺾고 먼저 2승을 올렸다.", "온별 돌핀스, 해람 스톰 꺾고 2승 올렸다"),
    # What stands in brackets goes with its phrase.
    ("ko", "누리반도체가 인공지능(AI) 서버용 메모리 판매 호조에 힘입어 3분기 역대 최대 영업이익을 냈다.", "누리반도체, 3분기 역대 최대 영업이익 냈다"),
    # What was said governs nothing of what stands behind it.
    ("en", "‘We will not be the last village without a bus’: valley fights to save the 47", "Valley fights to save the 47"),
    # An accident or its harm, told by those who count it.
    ("en", "Three people were injured and about 60 homes were evacuated after a freight train derailed near Brackwater early on Tuesday, officials said.", "Three people were injured and about 60 homes were evacuated"),
    ("en", "Three people were injured and about 60 homes were evacuated after a freight train derailed near Brackwater early on Tuesday, officials said.", "Three people were injured and about 60 homes were evacuated after a freight train derailed near Brackwater early on Tuesday."),
    ("en", "Larchmont Foods is recalling about 60,000 jars of its peanut butter after routine tests, the Food Safety Agency said on Tuesday.", "Larchmont Foods is recalling about 60,000 jars of its peanut butter"),
    ("en", "A fire broke out at a paint warehouse in Tarn on Friday, the fire service said.", "A fire broke out at a paint warehouse in Tarn"),
    ("en", "Rescuers free 11 after ferry runs aground off Sallow Island", "Ferry runs aground off Sallow Island"),
    ("en", "The city council on Thursday approved a plan for two tram lines.", "The city council approved a plan for two tram lines"),
)  # fmt: skip

#: (language, the article's sentence, what is another sentence)
TURNED = (
    # Which of several is meant goes with the description.
    ("ko", "파업에 참여하지 않은 공장 직원들이 임금을 더 받는다.", "공장 직원들, 임금을 더 받는다"),
    ("ko", "사고를 낸 버스 기사가 구속됐다.", "버스 기사가 구속됐다"),
    ("ko", "보증금을 돌려받지 못한 세입자들이 집을 살 수 있다.", "세입자들이 집을 살 수 있다"),
    ("ja", "予防接種を受けていない職員が退職した。", "職員が退職した。"),
    ("ko", "적자를 낸 지점의 직원이 해고됐다.", "지점의 직원이 해고됐다"),
    # Before a colon, but in no quote of its own: who says so, or that it is not so.
    ("en", "Minister says: nurses begin three-day strike on Monday", "Nurses begin three-day strike on Monday"),
    ("en", "No evidence so far: nurses begin three-day strike", "Nurses begin three-day strike"),
    # Who says it goes with the description.
    ("ko", "검찰은 회사를 운영하는 마석훈 대표가 돈을 빼돌렸다고 밝혔다.", "마석훈 대표가 돈을 빼돌렸다"),
    ("ko", "검찰은 회사를 운영하는 마석훈 대표가 돈을 빼돌렸다고 밝혔다.", "마석훈 대표가 돈을 빼돌렸다고 밝혔다"),
    ("ko", "노조가 고발한 마석훈 대표가 임금을 지급했다고 밝혔다.", "노조, 임금을 지급했다"),
    # A step that failed, that was asked for, or is none.
    ("ko", "온별시가 예산안을 편성해 달라고 요구했다.", "온별시, 예산안 편성"),
    ("ko", "온별시가 조례를 개정해 요금을 내리려다 실패했다.", "온별시, 조례 개정"),
    ("ko", "온별시가 조례를 개정해 요금을 내리기로 했던 결정을 취소했다.", "온별시, 조례 개정"),
    ("ko", "온별시가 인명피해 복구 예산을 지급했다.", "온별시, 인명피했다"),
    # From what to what, without by how much.
    ("ko", "한국중앙은행이 기준금리를 2.50%에서 2.25%로 내렸다.", "한국중앙은행, 기준금리 내렸다"),
    ("ko", "주민이 10명 중 9명 꼴로 개발에 찬성했다.", "주민이 개발에 찬성했다"),
    # What is charged, claimed, denied, meant or reckoned.
    ("ko", "경찰은 마석훈 대표가 회삿돈을 빼돌렸다고 밝혔다.", "마석훈 대표, 회삿돈 빼돌려"),
    ("ko", "경찰은 마석훈 대표가 회삿돈을 빼돌렸다고 밝혔다.", "마석훈 대표가 회삿돈을 빼돌렸다."),
    ("ko", "노조는 회사가 계약을 체결했다고 밝혔다.", "회사가 계약을 체결했다."),
    ("ko", "노조는 회사가 임금 지급을 중단했다고 주장했다.", "회사가 임금 지급을 중단했다."),
    ("ko", "세온제약은 피해자에게 배상금을 지급했다고 주장했다.", "세온제약, 피해자에게 배상금을 지급했다"),
    ("ko", "세온제약은 뇌물을 지급하지 않았다고 밝혔다.", "세온제약, 뇌물을 지급하지 않았다"),
    ("ko", "마석훈 대표는 협박을 받았다고 밝혔다.", "마석훈 대표, 협박을 받았다"),
    ("ko", "세온제약은 안전 수칙을 모두 지켰다고 밝혔다.", "세온제약, 안전 수칙을 모두 지켰다"),
    ("ko", "한빛교통공사 노동조합이 26일 파업에 들어가겠다고 밝혔다.", "한빛교통공사 노동조합, 26일 파업에 들어간다"),
    ("ko", "한빛시는 요금 인상을 검토하고 있다고 밝혔다.", "한빛시, 요금 인상"),
    ("ko", "한빛시는 요금 인상을 확정할 예정이라고 밝혔다.", "한빛시, 요금 인상 확정"),
    ("ko", "소방서는 직원의 실수로 불이 발생했다고 밝혔다.", "직원의 실수로 불이 발생했다"),
    ("ko", "주민들은 폭발이 발생했다고 밝혔다.", "폭발이 발생했다."),
    ("ko", "소방당국은 1천명이 대피한 것으로 추정된다고 밝혔다.", "1천명이 대피했다."),
    ("ko", "모아클라우드가 투자를 유치했다는 의혹을 받았다고 밝혔다.", "모아클라우드, 투자 유치"),
    ("en", "City will open the tunnel after council approves its budget", "Council approves its budget"),
    ("en", "City to open the tunnel after council approves its budget", "Council approves its budget"),
    ("en", "The mayor took bribes from two builders, officials said.", "The mayor took bribes from two builders."),
    ("en", "The driver was killed by her husband, police said.", "The driver was killed by her husband."),
    ("en", "Two men killed a guard at the bank on Monday, police said.", "Two men killed a guard at the bank."),
    ("en", "Three people were injured because the driver was drunk, police said.", "Three people were injured because the driver was drunk."),
    ("en", "Three people were injured after the driver fell asleep, police said.", "Three people were injured after the driver fell asleep."),
    ("en", "The plant may be closed in March, officials said.", "The plant may be closed in March."),
    ("en", "The plant will be closed in March, officials said.", "The plant will be closed in March."),
    ("en", "About 400 people are believed to have died in the storm, officials said.", "About 400 people died in the storm."),
    ("en", "An estimated 400 people were injured in the storm, officials said.", "400 people were injured in the storm."),
    ("en", "Three people were injured in the crash, according to a passenger.", "Three people were injured in the crash."),
    ("en", "Three people were injured in the crash, the suspect said.", "Three people were injured in the crash."),
    ("en", "Three people were injured in the crash, the airline claimed.", "Three people were injured in the crash."),
    ("en", "Nobody was injured in the crash, the airline said.", "Nobody was injured in the crash."),
    ("en", "The hospital was closed illegally, officials said.", "The hospital was closed illegally."),
    ("en", "The senator, who is accused of fraud, was arrested on Monday, opponents said.", "The senator was arrested on Monday."),
    ("en", "The records were destroyed on purpose, police said.", "The records were destroyed on purpose."),
)  # fmt: skip


def is_the_articles(language: str, source: str, text: str) -> bool:
    verdict = judge(text, Evidence.of(make_article(source, language=language)), language)
    return verdict.status != "unsupported" and verdict.wording in {"exact", "close"}


@pytest.mark.parametrize(("language", "source", "text"), TURNED, ids=[text for *_, text in TURNED])
def test_what_turns_the_sense_does_not_go(language: str, source: str, text: str) -> None:
    assert not is_the_articles(language, source, text)


@pytest.mark.parametrize(("language", "source", "text"), WHOLE, ids=[text for *_, text in WHOLE])
def test_a_description_and_the_word_of_who_counts_may_go(language: str, source: str, text: str) -> None:
    assert is_the_articles(language, source, text)
