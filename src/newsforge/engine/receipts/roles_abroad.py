# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Who does it, or to whom it is done, told in another language with another one's position: the driver fired where the
article has the manager fired, the mayor sorry where the firm's head is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

#: English / Korean / Japanese, a position a line.
_TABLE = r"""
drivers?|motorists?/운전자|운전기사|운전사|기사/運転手|運転士
mayor/시장/市長|町長|村長
governor/지사|주지사/知事
president|chief executive|ceo|head of the (?:company|firm)/대표|사장|회장|대통령|총장|총재/社長|会長|代表|大統領|総裁|学長
chairman|chairwoman|chair/의장|위원장|회장|이사장/議長|委員長|会長|理事長
minister/장관|총리/大臣|大臣|相
captain|skipper/선장|주장|기장/船長|主将|機長
coach|manager/감독|관리자|매니저|팀장|과장|부장|지배인|소장/監督|管理者|課長|部長|支配人|所長
teacher/교사|교원|선생/教師|教諭|教員|先生
principal|headteacher/교장/校長
doctor|surgeon/의사|전문의|교수|원장/医師|院長|教授
nurse/간호사/看護師
student|pupil/학생|원생|재학생/生徒|学生|児童
lawyer|attorney/변호사|변호인|대리인/弁護士|代理人
prosecutor/검사|검찰/検事|検察
judge/판사|재판장|재판부/裁判官|裁判長|判事
accountant/회계사|회계/会計士|経理|会計
treasurer/회계|총무|재무/会計|財務
owner|landlord/소유주|업주|점주|건물주|집주인|임대인|주인/所有者|店主|家主|オーナー|持ち主
victim/피해자|희생자/被害者|犠牲者
executive|board member/임원|이사|대표|간부/役員|取締役|幹部
official|civil servant/공무원|직원|관계자|간부|국장|과장/職員|公務員|幹部|局長|課長
union|labou?r union/노조|노동조합/労組|組合
employee|worker|staff/직원|근로자|노동자|종업원|작업자/従業員|社員|作業員|職員
passenger/승객|탑승객/乗客
resident/주민|시민/住民|市民
player/선수/選手
"""
_SIDES = {"latin": 0, "ko": 1, "ja": 2}
_SUBJECT = {
    "latin": re.compile(r"^(?:the |a |an |its |their |former |company |city |town |bus )*(?P<role>[a-z]+(?: [a-z]+){0,2}?) (?:has |have |also |had |was |were )*$"),
    "ko": re.compile(r"(?:^|[가-힣A-Za-z] )(?P<role>[가-힣]{2,6})(?:은|는|이|가|께서) (?:[가-힣0-9]+ ){0,3}$"),
    "ja": re.compile(r"(?:^|[一-鿿ァ-ヺーの])?(?P<role>[一-鿿]{2,5})(?:は|が)[^、。]{0,12}$"),
}  # fmt: skip


@cache
def _positions() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(re.compile(rf"(?:{form})$") for form in line.split("/")) for line in _TABLE.strip().splitlines())


def native(roles: Iterable[str], script: str, other: str) -> list[re.Pattern[str]]:
    """How an article in ``other`` may write the positions; empty where one of them is not known."""
    found: list[re.Pattern[str]] = []
    for role in roles:
        mine = [line[_SIDES[other]] for line in _positions() if line[_SIDES[script]].search(role)]
        if not mine:
            return []
        found += mine
    return found


def find_subject(text: str, script: str) -> re.Match[str] | None:
    """The position that stands as the subject of what ``text`` leads to."""
    return _SUBJECT[script].search(text)


def are_named(positions: list[re.Pattern[str]], text: str) -> bool:
    """Anywhere in the text, not only at its end."""
    return any(re.search(position.pattern.removesuffix("$"), text) for position in positions)
