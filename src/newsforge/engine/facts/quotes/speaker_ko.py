"""Who speaks in a Korean sentence: 이창용 한국은행 총재는 "…"라고 말했다, "…"며 서진우 대표가 밝혔다."""

from __future__ import annotations

import re

from newsforge.engine.facts.letters import words

_TITLES = (
    "대통령|당선인|국무총리|부총리|총리|장관|차관|청장|처장|의장|부의장|위원장|위원|의원|후보|원내대표|당대표"
    "|대표이사|부대표|대표|대변인|총재|부총재|행장|은행장"
    "|회장|부회장|사장|부사장|전무|상무|이사장|이사|본부장|실장|국장|과장|팀장|부장|차장|센터장|소장|원장|단장|총장"
    "|교수|연구위원|연구원|박사|변호사|검사|판사|감독|코치|선수"
    "|시장|도지사|지사|군수|구청장|교육감|수석|비서관|비서실장|사무총장|대사|작가|감독|배우|가수|기자|애널리스트"
    "|이코노미스트|최고경영자|최고경영자\\(CEO\\)|CEO|씨|군|양"
)
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
_DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "선우", "독고", "사공")
_SUBJECT = re.compile(
    rf"(?P<phrase>(?:(?:전|현"
    rf"|신임)\s)?(?:[가-힣A-Za-z0-9·()&]{{1,20}}\s){{0,4}}(?:[가-힣]{{0,6}}))(?P<title>{_TITLES})(?:은|는|이|가"
    rf"|께서는|도"
    rf"|이자)(?=[\s,\x00])"
)
_SAYS_AFTER = re.compile(r"^(?:이?라고|고|이?라며|며|면서|이?라면서|이?라는|는|다고|다며|이?라)(?:도|는)?[\s,]")
#: The end of a word that names an organisation or a crowd, not a person.
_NOT_NAME = re.compile(
    r"(?:당|부|청|원|회|사|시|구|군|처|실|국|팀|은행|그룹|대학|재단|협회|학교|병원|본부|센터|측|들|도|대|에서|으로"
    r"|에게|날|년|월|일|출신|전자|차|반도체|연구소|위원회|담당|수석|소속"
    r"|원내|이후|아래|관련|국내|해외|업체|업계|노조)$"
)
_NOT_NAMES = frozenset(
    words(
        "하지만 그러나 그러면 그래서 이어서 이날은 한편은 다만은 특히나 오히려 이른바 지난달 지난해 이번에 현장에 "
        "정부와 여당의 최근에 당시에 원내의 이에게"
    )
)
_FORMER = frozenset(("전", "현"))  # 전 대표, 현 시장: also surnames, but rarely
_SENTENCE_END = re.compile(r"[.!?](?=[\s\x00])")
_RESPECT = frozenset(("씨", "군", "양"))


def korean_speaker(before: str, _inner: str, after: str) -> str | None:
    """The name, or surname and title, of the only person who can have said the quote between the two texts."""
    sentence = _SENTENCE_END.split(before)[-1]
    names = [name for match in _SUBJECT.finditer(sentence) if (name := _name(match))]
    if names:
        return names[-1] if len(set(names)) == 1 else None
    if said := _SAYS_AFTER.match(after):
        rest = _SENTENCE_END.split(after[said.end() :])[0]
        # another quotation in between may have another speaker
        names = [name for match in _SUBJECT.finditer(rest.partition("\x00")[0]) if (name := _name(match))]
        if len(set(names)) == 1:
            return names[0]
    return None


def _name(match: re.Match[str]) -> str | None:
    phrase: str = match["phrase"]
    words = phrase.split()
    if not words:
        return None
    if words[-1] in _FORMER:
        words = words[:-1]
        if not words:
            return None
    elif words[-1] in _SURNAMES and match["phrase"].endswith(" "):
        return f"{words[-1]} {match.group('title')}"
    if match["title"] in _RESPECT and not match["phrase"].endswith(" "):
        word = words[-1]
        is_pseudonym = len(word) == 2 and word.endswith("모")  # 김모씨
        return word if is_pseudonym or _is_name(word, least=2) else None
    names = [word for word in (words[-1], *words[:-1]) if len(word) >= 3 and _is_name(word, least=3)]
    return names[0] if names else None


def _is_name(word: str, *, least: int) -> bool:
    if not all("가" <= syllable <= "힣" for syllable in word) or not least <= len(word) <= 4:
        return False
    if len(word) == 4:
        return word.startswith(_DOUBLE_SURNAMES)
    return word[0] in _SURNAMES and word not in _NOT_NAMES and not _NOT_NAME.search(word)
