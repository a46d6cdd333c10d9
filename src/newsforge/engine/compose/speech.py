"""A quote set apart from the sentence that carries it: the words in their marks, then who said them."""

from __future__ import annotations

import re

_KOREAN = re.compile(
    r"^(?P<who>[^,“”\"]{2,28}?)(?:은|는|이|가|"
    r"도) (?:[^“”\"]{0,40} )?(?P<mark>[“\"])(?P<speech>[^“”\"]+)[”\"](?:이?라고|고|이?라며|며) "
    r"(?:말했|밝혔|강조했|설명했|전했|덧붙였|지적했|주장했|당부했|했)[^“”\"]{0,6}\.$"
)
_WHOLE = re.compile(r"(?:다|요|까|자|라|네)[.!?]?$")


#: 인하 기조는 이어지겠지만: beside its speaker, a speech with a doer of its own no longer shows who does what.
_OTHER_SUBJECT = re.compile(r"[가-힣](?:은|는|이|가|께서) ")


def attributed(sentence: str, language: str) -> str | None:
    """``“…” — 서진우 한빛반도체 대표``, or None unless the sentence is one whole quote, its speaker and nobody else."""
    if language != "ko":
        return None
    match = _KOREAN.match(sentence)
    if match is None or not _WHOLE.search(match["speech"].strip()) or _OTHER_SUBJECT.search(match["speech"]):
        return None
    return f"“{match['speech'].strip()}” — {match['who'].strip()}"
