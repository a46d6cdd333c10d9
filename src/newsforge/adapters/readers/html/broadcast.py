"""Scripts of broadcast news: [앵커] ... [기자] ... KBS 뉴스 홍길동입니다. What the anchor and the reporter say is the
story; who speaks, the hand-over and the sign-off are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsforge.engine.article import LeftOut

_SPEAKER = "앵커|앵커\\s?멘트|기자|리포트|아나운서|스튜디오|녹취|인터뷰|현장음|자막|VCR|아나운서\\s?멘트"
_MARK = re.compile(rf"^\s*(?:[\[<【〈(]\s*(?:{_SPEAKER})\s*[\]>】〉)]|(?:앵커|기자|리포트)\s*[:：])\s*")
_ANCHOR = re.compile(r"^\s*(?:[\[<【〈(]\s*(?:앵커|아나운서)[^\])>】〉]{0,6}[\]>】〉)]|앵커\s*[:：])")
_REPORT = re.compile(r"^\s*(?:[\[<【〈(]\s*(?:기자|리포트|리포터|VCR)\s*[\]>】〉)]|(?:기자|리포트)\s*[:：])")
_NAME = "[가-힣]{2,4}"
_PLACE = r"(?:[가-힣]{1,6}에서\s+)?"
#: "박민수 기자가 보도합니다.", "김하나 기자의 보도입니다.", "도쿄에서 박민수 특파원입니다."
_HAND_OVER = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:자세한\s+(?:내용|소식)[은을]?\s+|보도에\s+|현장을\s+|이어서\s+|먼저\s+|첫\s+소식,?\s+)?{_PLACE}"
    rf"(?P<name>{_NAME})\s+(?:기자|특파원|리포터|앵커)(?:가|의)?\s*"
    rf"(?:(?:단독\s*|직접\s*|자세히\s*|집중\s*)?(?:보도|취재|전해|연결|알아|살펴|짚어|정리)[^.]{{0,16}}|입니다)[.]?\s*$"
)
#: "KBS 뉴스 박민수입니다.", "지금까지 강릉에서 YTN 박민수였습니다.", "MBC뉴스 박민수입니다"
_SIGN_OFF = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:지금까지\s+)?{_PLACE}"
    rf"(?:[A-Z]{{2,4}}\d?|채널A|연합뉴스TV|TV조선|TV CHOSUN|[가-힣A-Z]{{2,8}}(?:방송|TV))"
    rf"\s*(?:뉴스)?\s*(?P<name>{_NAME}?)(?:이었|였|입)(?:습)?니다[.]?\s*$"
)
_CREW = re.compile(
    r"^\s*[(\[<]?\s*(?:영상\s?취재|촬영\s?기자|영상\s?편집|카메라|촬영|편집|그래픽|디자인|VJ|화면\s?제공|자료\s?조사|작가|CG)\s*[:：=/]"
    r"[^.!?]{1,140}[)\]>]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Script:
    """``lines`` is what is said, ``left_out`` who says it."""

    lines: list[str]
    authors: list[str]
    left_out: tuple[LeftOut, ...]


def find_script(lines: list[str]) -> Script | None:
    """None where the lines are no script: an anchor must speak, and a report follow."""
    if not any(map(_ANCHOR.match, lines)) or not any(map(_REPORT.match, lines)):
        return None
    said: list[str] = []
    gone: list[LeftOut] = []
    authors: list[str] = []
    for line in lines:
        text = line
        if mark := _MARK.match(text):
            gone.append(LeftOut(mark.group().strip(), "label"))
            text = text[mark.end() :]
        if _CREW.match(text):
            gone.append(LeftOut(text, "byline"))
            continue
        for pattern in (_HAND_OVER, _SIGN_OFF):
            if match := pattern.search(text):
                gone.append(LeftOut(match.group().strip(), "byline"))
                text = text[: match.start()].rstrip()
                if match["name"] and match["name"] not in authors:
                    authors.append(match["name"])
        if text.strip():
            said.append(text)
    return Script(said, authors, tuple(gone))
