"""Spaces that a PDF reader puts where Hangul changes to the digits of another font: "1 조 8 천 640 억원"."""

from __future__ import annotations

import re

#: Where a document prints its real spaces twice between Hangul, its single ones are such gaps.
_REAL = re.compile(r"[가-힣] {2,}(?=[가-힣])")
_SINGLE = re.compile(r"[가-힣] (?=[가-힣])")
_LEAST_REAL, _MOST_SINGLE = 5, 0.2
_UNIT = (
    r"조|억|만|천|백|십|원|명|개|곳|세|일|월|년|시|분|초|호|회|차|위|대|건|배|점|도|살|평|층|번|달러|엔|가구|마리|퍼센트|포인트|"
    r"주|인|권|편|장|선|석|표|채|동|톤|여|분기"
)
_PARTICLE = r"(?:으로|까지|부터|보다|에서|포인트|[을를은는이가의에로와과도씩만])(?=[\s\x00,.)·]|$)"
_GAPS = (
    (re.compile(r"(?<=[가-힣]) (?=[\dA-Za-z])"), ""),
    (re.compile(rf"(?<=\d) (?=(?:{_UNIT}))"), ""),
    (re.compile(rf"(?<=[\dA-Za-z%)]) (?={_PARTICLE})"), ""),
    (re.compile(r" (?=[.,!?)\]”’…·])"), ""),
    (re.compile(r"(?<=[(\[“‘…·]) "), ""),
)


def without_font_gaps(text: str) -> str:
    """The text as it is where it has no such gaps."""
    real = len(_REAL.findall(text))
    if real < _LEAST_REAL or len(_SINGLE.findall(text)) > _MOST_SINGLE * real:
        return text
    marked = re.sub(r" {2,}", "\x00", text)
    for pattern, instead in _GAPS:
        marked = pattern.sub(instead, marked)
    return marked.replace("\x00", " ")
