# ruff: noqa: E501 -- patterns of three languages read best beside each other; a Korean letter counts as two
"""Who said nothing, told as having taken a side; what is given, told as missing."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.tokens import split_particle

_SILENT = {
    "en": re.compile(
        r"\b(?:declined|refused) to (?:comment|respond|say)\b|\b(?:did|has|have) not (?:immediately )?(?:respond|repl|comment)\w*|"
        r"\bcould not be reached\b"
    ),
    "ko": re.compile(r"(?:논평|언급|답변|답)(?:을|를)? ?(?:거부|피했|하지 않|내놓지 않)|입장을 (?:내|밝히)지 않"),
    "ja": re.compile(r"コメント(?:を控え|しな|を避け)|回答しな|言及を避け"),
}
_SIDE = {
    "en": re.compile(
        r"^(?P<who>(?:the |an? )?[\w’' -]{3,40}?) (?:also |has |have )?(?P<said>welcom|criti[cs]i|prais|support|back(?:ed|s)|"
        r"oppos|reject|confirm|den(?:y|ied)|condemn|endors|approv|applaud|said|warn|argu)\w*"
    ),
    "ko": re.compile(r"^(?P<who>[가-힣A-Za-z0-9· ]{2,20}?)(?:은|는|이|가) .*?(?P<said>환영|비판|지지|반대|찬성|인정|부인|반박|확인해|밝혔|말했)"),
    "ja": re.compile(r"^(?P<who>[一-鿿ァ-ヺー]{2,14})[はが].*?(?P<said>歓迎|批判|支持|反対|賛成|認め|否定|述べ)"),
}  # fmt: skip
_WITHOUT = re.compile(r"(?P<what>[가-힣]{1,8}(?: [가-힣]{2,6})?) ?없이")
_GIVEN = r"(?:을|를) (?:두|마련|거치|거쳐|갖추|갖춰|적용|부여|주기로|준다)|(?:이|가) (?:있|주어|적용)"
_NOT_GIVEN = re.compile(r"없|않|못|안 |아니")


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign or claim.language not in _SIDE:
        return []
    return _took_side(claim) or (_is_missing(claim) if claim.language == "ko" else [])


def _took_side(claim: Claim) -> list[Problem]:
    match = _SIDE[claim.language].match(claim.lower)
    if match is None or _SILENT[claim.language].search(claim.lower):
        return []
    who = match["who"].strip()
    told = [source for source in claim.evidence.sources if who in source.folded.text]
    if not told or not all(_SILENT[claim.language].search(source.folded.text) for source in told):
        return []
    start, end = match.span("said")
    said = claim.text[start:end]
    why = f"The article says that {who} said nothing: “{told[0].text[:80]}”."
    return [Problem("polarity", said, why, start, end)]


def _is_missing(claim: Claim) -> list[Problem]:
    """계도 기간 없이 where 계도 기간을 두겠다 is all that the article says of it."""
    match = _WITHOUT.search(claim.lower)
    if match is None:
        return []
    noun = split_particle(match["what"])[0]
    told = [source for source in claim.evidence.sources if noun in source.folded.text]
    given = [source for source in told if re.search(rf"{re.escape(noun)}{_GIVEN}", source.folded.text)]
    if not given or any(_NOT_GIVEN.search(source.folded.text) for source in told):
        return []
    text = claim.text[match.start() : match.end()]
    why = f"The article says that there is one: “{given[0].text[:80]}”."
    return [Problem("polarity", text, why, *match.span())]
