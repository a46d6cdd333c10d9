"""Clauses of Japanese: the doer stands before が, or failing that before the topic's は."""

from __future__ import annotations

import re

from newsforge.engine.receipts.clause import Clause, Party, cut

JA_END = re.compile(r"[、。；！？\n]")
_JA_NOUN = r"[一-鿿々ァ-ヺーA-Za-z0-9・]+(?:の[一-鿿々ァ-ヺーA-Za-z0-9・]+)?"
_JA_DOER = re.compile(rf"(?P<noun>{_JA_NOUN})が")
_JA_TOPIC = re.compile(rf"(?P<noun>{_JA_NOUN})は")
#: 県警は交通量が少ないとして認めなかった: the doer of a reason.
_JA_REASON = re.compile(r"として|ため(?:に)?|ので|ことから|とみて|と判断し")
_JA_OTHER = re.compile(rf"(?P<noun>{_JA_NOUN})[をに]")
_JA_VERB = re.compile(r"(?P<stem>[一-鿿々]{1,4}|[ァ-ヺー]{2,})(?P<tail>[ぁ-ゖ]*)$")
_JA_WORD = re.compile(r"[一-鿿々]+|[ァ-ヺー]+|[A-Za-z]+")
_JA_SPOKEN = re.compile(r"「[^「」]{6,}」(?=と|など|といった)")
_JA_TITLE = re.compile(r"(?:氏|さん|首相|社長|知事|市長|議員|選手|監督|容疑者|被告|代表|会長|教授)$")


def japanese(text: str) -> list[Clause]:
    """What is spoken does nothing: 運行管理者は「人手が足りない」と述べた."""
    text = _JA_SPOKEN.sub(lambda match: " " * len(match.group()), text)
    found: list[Clause] = []
    last_doer: Party | None = None
    for start, end, opens in cut(text, JA_END):
        if opens:
            last_doer = None
        verb = _JA_VERB.search(text[start:end].rstrip("。、！？ "))
        if verb is None:
            continue
        stop = start + verb.start()
        doer, topic = _JA_DOER.search(text, start, stop), _JA_TOPIC.search(text, start, stop)
        if doer is None or (topic and topic.start() < doer.start() and _JA_REASON.search(text, doer.end(), stop)):
            doer = topic or doer
        other = _JA_OTHER.search(text, start, stop)
        passive = "*" if re.match(r"[さら]れ", verb["tail"]) else ""
        party = _japanese_party(doer) if doer else None
        found.append(
            Clause(
                start,
                end,
                verb["stem"][:2] + passive,
                party or last_doer,
                _japanese_party(other) if other else None,
                party is None,
                stop,
            )
        )
        last_doer = party or last_doer
    return found


def _japanese_party(match: re.Match[str]) -> Party:
    words = {_JA_TITLE.sub("", word) or word for word in _JA_WORD.findall(match["noun"])}
    return Party(frozenset(words), match.start(), match.end("noun"))
