"""What a Korean headline says more of, between who it is about and what they did: to what end, on what occasion, how
soon, how large, by which name it is known. None of it governs what follows."""

from __future__ import annotations

import re

from newsforge.engine.receipts.tokens import Token, split_particle

#: A part, a pretence, a condition: what they say more turns the sense.
_TURNS = re.compile(
    r"일부|시범|조건|한시|임시|잠정|사실상|가짜|허위|사칭|거짓|전직|옛|전임|혐의|의혹|주장|논란|않|못|없|아닌|아니|반대|대신|"
    r"제외|외에|보다|거나|려면|다면|으면"
)
_PURPOSE = frozenset({"위해", "위해서"})
_PLACE = re.compile(r"[가-힣]{2,}(?:서|에서)$")
_NO_PLACE = re.compile(
    r"(?:면서|아서|어서|해서|져서|라서|따라서|부서|순서|질서|문서|계약서|보고서|독서|경찰서|소방서)$"
)
_SIZES = frozenset({"규모", "상당"})
_WITHIN = frozenset({"만에", "새", "안에"})
_MOST_WORDS = 5
#: 적발된, 만든: what ends so describes the noun behind it; so many of them only say more of it.
_DESCRIBES = re.compile(r"[가-힣](?:된|한|는|던|린|진|친|낸|킨|든|운)$")
_ADJUNCT = re.compile(r"[가-힣](?:으로|로|에서|서)$")
_COUNTED = re.compile(r"\d[\d.,만천백]*(?:곳|명|척|대|개|건|종|채|가구|마리|편|점|장|권|통)")


def adds_only(theirs: list[Token], before: int, after: int) -> bool:
    """Whether the tokens between two traced ones only add to what is told."""
    gap = [token for token in theirs[before + 1 : after] if not token.is_empty]
    if not 0 < len(gap) <= _MOST_WORDS or any(_TURNS.search(token.text) for token in gap):
        return False
    if _measures_a_deal(gap, theirs[after:]):
        return True
    opening, closing = gap[0].marks, theirs[after].marks
    inner = "".join(token.marks for token in gap[1:])
    if inner:
        return False
    if opening.lstrip(",") == "'" and closing == "'":
        return len(gap) > 1 and not split_particle(gap[-1].text)[1]  # 검찰, '납품 비리' 교육청 간부 ...
    if opening.lstrip("'") not in {"", ","} or closing:
        return False
    return _adds(gap, theirs[after : after + 2], parted=opening.endswith(","))


_AFTER_ALL = re.compile(r"끝에?")
#: 5년간 2,400억원 공급 계약: for how long and how much; a contract it is without them.
_SUM = re.compile(r"\d[\d.,조억만천백]*(?:원|달러|엔|유로|위안)|\d+(?:년|개월|일|주)간?")
_DEAL = re.compile(
    r"(?:공급|수출|납품|수주|매매|임대|투자|지원|인수|기부|기술|위탁|도입|구매)?(?:계약|협약|유치|투자|수주|지원|인수|기부|소송)?"
)
_DENIED = re.compile(r"않|못|없|아니|아닌|무산|취소|철회|거부|부인|제외|이상|이하|미만|초과|넘|대신")


def _measures_a_deal(gap: list[Token], rest: list[Token]) -> bool:
    if any(token.marks for token in (*gap, *rest)) or any(_DENIED.search(token.text) for token in rest):
        return False
    sums = all(token.kind != "word" and not token.tail and _SUM.fullmatch(token.text) for token in gap)
    return sums and len(rest) > 1 and all(_DEAL.fullmatch(token.text) for token in rest[:2])


def _adds(gap: list[Token], rest: list[Token], *, parted: bool) -> bool:
    *head, last = gap
    behind = rest[0]
    if last.kind == "figure":  # 컨테이너선 4척 수주
        return not head and not last.tail and behind.kind == "word" and _COUNTED.fullmatch(last.text) is not None
    if last.kind == "word" and head and _AFTER_ALL.fullmatch(last.text) and not any(token.tail for token in head):
        return True  # 연장 접전 끝 부산 꺾고
    if last.kind == "word" and _DESCRIBES.search(last.text):
        # 적발된 은행 3곳에, 주민이 만든 빵집으로: which ones is not what is told of them.
        counts = len(rest) > 1 and rest[1].kind == "figure" and not split_particle(behind.text)[1]
        return parted and (counts or _ADJUNCT.search(behind.text) is not None)
    nouns = all(token.kind != "word" or not split_particle(token.text)[1] for token in head)
    if last.text in _PURPOSE:
        return parted
    if last.text in _SIZES:
        return len(gap) == 2 and head[0].kind == "figure"
    if last.text in _WITHIN and head and head[-1].kind != "word":
        return nouns and (parted or len(head) == 1)
    if last.kind == "date":
        return parted and not head
    if not nouns:
        return False
    if _PLACE.search(last.text) and not _NO_PLACE.search(last.text):
        return parted
    return parted and last.text.endswith("에") and behind.kind != "word"  # 전력망 구축에 3조원 투입


def names_kind(left: list[Token], first: Token) -> bool:
    """노벨상 수상 작가 | 한서윤, …: what stands before the name only says what the person is."""
    return (
        bool(left)
        and _KIND.fullmatch(left[-1].text) is not None
        and _NAME.fullmatch(first.text) is not None
        and not any(
            token.kind != "word" or _TURNS.search(token.text) or split_particle(token.text)[1] for token in left[:-1]
        )
    )


_KIND = re.compile(
    r"작가|소설가|시인|화가|배우|가수|감독|선수|교수|변호사|디자이너|셰프|건축가|지휘자|피아니스트|성악가|조경학자|[가-힣]{1,3}학자"
)
_NAME = re.compile(r"[가-힣]{2,4}")
