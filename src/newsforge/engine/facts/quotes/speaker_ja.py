"""Who speaks in a Japanese sentence: 石破茂首相は「…」と述べた."""

from __future__ import annotations

import re

_TITLES = (
    "首相|総理大臣|大臣|外相|財務相|防衛相|官房長官|長官|大統領|知事|市長|町長|村長|議員|代表|党首|幹事長|社長|会長"
    "|頭取|総裁|理事長|教授|監督|選手|投手|内野手|捕手|外野手|氏|さん|弁護士|報道官"
    "|局長|部長|課長|委員長|院長|所長|店長|担当相"
)
_SUBJECT = re.compile(
    rf"(?P<name>[一-龥々ァ-ヴーぁ-んA-Za-z・]{{1,12}}?)(?P<title>{_TITLES})(?:[(（][0-9]{{1,3}}[)）])?(?:は|が|も)"
)
_NAME_TAIL = re.compile(r"[一-龥々]{2,6}$|[ァ-ヴー・]{2,12}$|[A-Za-z]{2,12}$")
_SENTENCE_END = re.compile("[。！？]")


def japanese_speaker(before: str, _inner: str, _after: str) -> str | None:
    sentence = _SENTENCE_END.split(before)[-1]
    names = [found[0] for match in _SUBJECT.finditer(sentence) if (found := _NAME_TAIL.search(match["name"]))]
    return names[0] if len(set(names)) == 1 else None
