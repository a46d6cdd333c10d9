"""Articles for tests of the writers and the pipeline. Written for this project; places, firms and people are made up."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from newsforge.engine.article import Article
from newsforge.engine.text.sentences import split_sentences

_SEOUL = timezone(timedelta(hours=9))

BUS_KO = """한빛시가 내년 3월부터 시내버스 요금을 1천500원에서 1천700원으로 200원 올린다. 2019년 이후 6년 만의 인상이다.
한빛시는 12일 대중교통요금심의위원회를 열어 이런 내용의 요금 조정안을 의결했다고 밝혔다. 청소년 요금은 900원, 어린이 요금은 500원으로 동결된다.
시에 따르면 지난해 시내버스 운송 적자는 1천240억원으로, 2019년 510억원의 두 배를 넘었다. 같은 기간 하루 평균 이용객은 41만2천명에서 35만8천명으로 13.1% 줄었다.
윤서진 한빛시 교통국장은 "적자를 시 재정으로만 메우기에는 한계에 이르렀다"며 "인상분은 전액 배차 간격을 줄이는 데 쓰겠다"고 말했다. 시는 출퇴근 시간대 평균 배차 간격을 14분에서 10분으로 단축할 계획이다.
시민단체 한빛교통시민모임은 성명을 내고 인상에 반대한다고 밝혔다. 이 단체의 오재훈 대표는 "서비스 개선 약속이 먼저 지켜져야 한다"고 주장했다.
조정안은 다음 달 5일 시의회 의견 청취를 거쳐 확정된다. 시는 저소득층 1만8천명에게 월 1만원의 교통비를 지원하는 방안도 함께 추진한다."""

BUS_EN = """Hanbit City will raise its city bus fare from 1,500 won to 1,700 won next March, the first increase in six years.
The city said its transport fare committee approved the plan on Thursday. Fares for teenagers stay at 900 won and for children at 500 won.
The operating deficit of the city's buses reached 124 billion won last year, more than twice the 51 billion won of 2019, according to the city. Average daily ridership fell 13.1% to 358,000 over the same period.
"We have reached the limit of covering the deficit from the city budget alone," said Yoon Seo-jin, the city's transport director.
The plan becomes final after a hearing of the city council on Dec. 5."""


def make_article(text: str, *, language: str = "ko", title: str = "", url: str | None = None, **more) -> Article:
    return Article(
        text=text,
        sentences=split_sentences(text, language),
        language=language,
        title=title,
        url=url,
        published_at=more.pop("published_at", datetime(2026, 11, 12, 15, 30, tzinfo=_SEOUL)),
        **more,
    )


def bus_ko() -> Article:
    return make_article(
        BUS_KO,
        title="한빛시 시내버스 요금 내년 3월 200원 오른다…6년 만에 인상",
        authors=("김하늘",),
        site="한빛일보",
        url="https://news.hanbit.example/article/20261112001",
    )


def bus_en() -> Article:
    return make_article(
        BUS_EN,
        language="en",
        title="Hanbit City to raise bus fare by 200 won in March",
        site="Hanbit Times",
        url="https://times.hanbit.example/bus-fare",
    )
