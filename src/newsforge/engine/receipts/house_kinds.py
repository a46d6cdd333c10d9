# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""What a firm, a house or a place is, as the last part of its name in three languages: 동해조선 is Donghae Shipbuilding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsforge.engine.receipts.evidence import Evidence

_TABLE = """
shipbuilding/조선/造船
electronics/전자/電子
electric electrical/전기/電機 電気
heavy industries/중공업/重工業 重工
construction/건설/建設
engineering/엔지니어링/エンジニアリング
pharmaceutical pharmaceuticals pharma/제약/製薬
biotech bio/바이오/バイオ
bank/은행/銀行
chemical chemicals/화학/化学
motor motors/자동차 모터스/自動車
foods food/식품 푸드/食品
airlines airways air/항공/航空
securities/증권/証券
insurance life/보험 생명 화재/保険 生命
steel/제철 철강 스틸/製鉄 鉄鋼
semiconductor semiconductors/반도체/半導体
energy/에너지/エネルギー
telecom telecommunications/통신 텔레콤/通信
shipping marine/해운 상선/海運 商船
logistics/물류 로지스틱스/物流
machinery precision/기계 정밀 정공/機械 精機 精工
paper/제지/製紙
department store/백화점/百貨店
university/대학교 대 대학/大学 大
hospital/병원/病院
railway railroad railways/철도/鉄道
power/전력 발전/電力
gas/가스/ガス
newspaper/신문/新聞
broadcasting/방송/放送
industries industrial industry/산업 공업/産業 工業
trading/상사 무역/商事
institute/연구원 연구소/研究所
foundation/재단/財団
park/공원/公園
stadium/경기장 구장/競技場 球場
bridge/대교 다리/大橋 橋
port/항/港
station/역/駅
island/섬 도/島
river stream/강 천/川
mountain/산/山
temple/사/寺
shrine/신사/神社
market/시장/市場
library/도서관/図書館
museum/박물관 미술관/博物館 美術館
elementary school/초등학교 초/小学校
middle school/중학교 중/中学校
high school/고등학교 고/高校
school/학교/学校
hotel/호텔/ホテル
city/시/市
county/군/郡
district ward/구/区
town/읍 면 마을/町
village/마을 리/村
prefecture/현/県
dam/댐/ダム
beach/해수욕장 해변/海水浴場
theater theatre/극장/劇場
airport/공항/空港
factory plant/공장/工場
union/노조/労組
"""
_WORDS = 2


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.strip().splitlines():
        english, korean, japanese = line.split("/")
        forms = (*korean.split(), *japanese.split())
        for one in (english,) if english in _TWO_WORDS else english.split():
            found[one] = forms
    return found


_TWO_WORDS = frozenset({"heavy industries", "department store", "elementary school", "middle school", "high school"})


def heads(name: str, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """(the rest of the Latin name, what stands before the same kind in the article) for each such place there."""
    parts = name.split()
    for count in range(min(_WORDS, len(parts) - 1), 0, -1):
        forms = _table().get(" ".join(parts[-count:]).lower())
        if forms is None:
            continue
        rest = " ".join(parts[:-count])
        for form in forms:
            for match in re.finditer(
                rf"([가-힣]{{1,7}}|[一-鿿々ァ-ヺーA-Za-z]{{1,10}}) ?{form}", evidence.article.text
            ):
                yield rest, match.group(1)
        return
