"""Who of a Korean credit wrote the text: of "[한강일보=박서준 기자]" only one is a person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LONGEST = 400
_KINDS = (
    "선임|인턴|수습|객원|전문|대|취재|경제|정치|사회|문화|스포츠|의학|과학|"
    "국방|북한|종교|여행|산업|디지털|온라인|군사|음악|환경|논설|책임|편집"
)
_PICTURES = "사진|영상|그래픽|촬영|영상취재|영상편집|사진취재|카메라"
_PICTURE_ROLE = re.compile(rf"(?:{_PICTURES})(?:부|전문|선임)?\s?기자")
_ROLE = re.compile(
    r"기자|특파원|논설위원|앵커|에디터|칼럼니스트|리포터|통신원|편집위원|부국장|부장|아나운서|PD|교수|편집인|작가|"
    rf"(?:[가-힣]{{1,6}}(?:부|전문|선임)|(?:{_KINDS})+)기자|[가-힣]{{2,6}}특파원|(?:경제|정치|사회|산업|문화|체육|국제)부장"
)
_GLUED = re.compile(r"(?P<name>[가-힣]{2,4})(?:(?:선임|인턴|수습|객원|전문|대)?기자|특파원)")
_KIND = re.compile(
    rf"(?:{_KINDS}|국제|체육|생활|전국|부동산|증권|금융|탐사)(?:부|팀|보도부)?|외|명|입력|승인|등록|수정|송고|발행|댓글|최종"
)
_WRITES = frozenset({"글", "취재", "기자명", "정리", "글쓴이", "작성자"})
_SHOOTS = frozenset((*_PICTURES.split("|"), "편집", "제공"))
#: Words by which houses are called, at their end or as the whole; none is a person's name.
HOUSE_ENDS = (
    "신문", "일보", "뉴스", "경제", "미디어", "닷컴", "방송", "통신", "타임스", "타임즈", "매일",
    "투데이", "저널", "데일리", "스포츠", "헤럴드", "프레스", "포스트", "시보", "매거진", "시스",
    "라디오", "티비", "트리", "코리아", "아시아", "온라인", "비즈", "와이어",
)  # fmt: skip
_HOUSE = re.compile(
    rf"[가-힣A-Za-z0-9]{{0,12}}(?:{'|'.join(HOUSE_ENDS)})|뉴스[가-힣A-Za-z0-9]{{0,6}}|.*[A-Za-z0-9].*"
    r"|한겨레|조선|중앙|동아|경향|국민|세계|한국|서울|노컷|오마이|더팩트|인사이트|디스패치|헬스|머니|쿠키|시사인|스타|본지|본보"
)
_PLACE = re.compile(
    r"서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|수원|성남|고양|용인|안양|안산|의정부|춘천|"
    r"강릉|원주|청주|천안|전주|목포|여수|순천|포항|구미|창원|진주|김해|무안|홍성|안동|평창|속초|과천|"
    r"도쿄|오사카|베이징|상하이|홍콩|타이베이|워싱턴|뉴욕|로스앤젤레스|샌프란시스코|실리콘밸리|런던|파리|베를린|브뤼셀|제네바|로마|모스크바|"
    r"이스탄불|카이로|두바이|예루살렘|방콕|하노이|자카르타|뉴델리|시드니|선양|마닐라|싱가포르|프랑크푸르트|멕시코시티|상파울루|테헤란"
)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민"
    "나진지엄채원천방현함변염여추도소석선설마길"
)
_LONG_NAME = re.compile(r"(?:남궁|황보|제갈|선우|사공|독고|서문|동방)[가-힣]{1,2}")
_NAME = re.compile("[가-힣]{2,4}")
#: Words that look like a name before "기자".
_NO_NAME = re.compile(
    r"편집국|편집부|뉴스팀|취재팀|네이버|데스크|담당|소속|동료|현장|여러|일부|모든|많은|시민|이|해당|관련|우리|외신|국내|해외|신문|방송|"
    r"언론|출입|젊은|다른|최종|입력|수정|승인|등록|송고|발행|기사|공유|구독|댓글|오늘|어제|당시|제공|의|전체|보기"
)
_WORD = re.compile(r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_.-]*|[가-힣A-Za-z0-9]+|[^\s가-힣A-Za-z0-9]")
_LISTING = frozenset("·,/&ㆍ、")


@dataclass(slots=True)
class Credit:
    """What a line that may be a credit says. ``strays`` are its words that no credit has."""

    authors: list[str] = field(default_factory=list)
    strays: int = 0
    #: Whether a person stands with a role, be it the photographer's.
    names_somebody: bool = False


def read_credit(text: str) -> Credit:
    """Names with a role behind them, or behind "글" and "기자명"; not those of pictures, houses and places."""
    reading = _Reading()
    for word in _WORD.findall(text[:_LONGEST]):
        reading.take(word)
    return reading.end()


def is_house(word: str) -> bool:
    return bool(_HOUSE.fullmatch(word))


@dataclass(slots=True)
class _Reading:
    credit: Credit = field(default_factory=Credit)
    _waiting: list[str] = field(default_factory=list)
    #: What the label before says that its people do: "글", "사진"; "" where none stands.
    _work: str = ""
    _was_label: bool = False
    _was_listing: bool = False

    def take(self, word: str) -> None:
        label, listing = self._was_label, self._was_listing
        self._was_label = self._was_listing = False
        if not word[0].isalnum():
            self._was_label, self._was_listing = label, word in _LISTING
            if word in "=＝|ㅣ:：":
                self._part()
        elif "@" in word or word.isdigit() or (_KIND.fullmatch(word) and word not in _WRITES):
            pass
        elif _PICTURE_ROLE.fullmatch(word):
            self._close("사진")
        elif (glued := _GLUED.fullmatch(word)) and _is_whole_name(glued["name"]):
            self._wait(glued["name"], is_listed=listing)
            self._close(self._work)
        elif _ROLE.fullmatch(word):
            self._close(self._work)
        elif word in _WRITES or word in _SHOOTS:
            self._begin(word, goes_on=label)
        elif _PLACE.fullmatch(word) or is_house(word):
            pass
        elif _is_name(word):
            self._wait(word, is_listed=listing)
        else:
            self._drop()
            self.credit.strays += 1

    def end(self) -> Credit:
        self._part()
        self.credit.authors = list(dict.fromkeys(self.credit.authors))
        return self.credit

    def _wait(self, name: str, *, is_listed: bool) -> None:
        """Of words in a row only those that surely are names stay with the one before the role."""
        if self._waiting and not is_listed and not _is_likely(self._waiting[-1]):
            self._drop()
        self._waiting.append(name)

    def _begin(self, label: str, *, goes_on: bool) -> None:
        if self._waiting and self._work:
            self._close(self._work)
        if not (goes_on and self._work == "글"):
            self._work = "글" if label in _WRITES else "사진"
        self._was_label = True

    def _close(self, work: str) -> None:
        """A role: of those who wait, or of the one who follows."""
        if not self._waiting:
            self._work = work or "글"
            return
        if work != "사진":
            self.credit.authors.extend(self._waiting)
        self.credit.names_somebody = True
        self._waiting, self._work = [], ""

    def _part(self) -> None:
        """Nobody who waits has the role that may follow; behind a label they need none."""
        if self._waiting and self._work and all(map(_is_whole_name, self._waiting)):
            self._close(self._work)
        self._drop()

    def _drop(self) -> None:
        self.credit.strays += len(self._waiting)
        self._waiting = []


def _is_name(word: str) -> bool:
    return bool(_NAME.fullmatch(word)) and not _NO_NAME.fullmatch(word)


def _is_likely(name: str) -> bool:
    return bool(_LONG_NAME.fullmatch(name)) or (len(name) < 4 and name[0] in _SURNAMES)


def _is_whole_name(word: str) -> bool:
    """Surely a family name and a given one, also without a role beside it."""
    return len(word) > 2 and _is_name(word) and _is_likely(word) and not (_KIND.fullmatch(word) or is_house(word))
