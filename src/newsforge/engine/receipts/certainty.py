# ruff: noqa: E501, SIM905 -- lists of words read best as lines of words; a Korean letter counts as two
"""Whether a sentence makes a fact of what the article calls a plan, a chance or a charge."""

from __future__ import annotations

import re

from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import english_stem, whole_word

_LEAST_SIMILAR = 0.4
_OPEN, _AHEAD, _DONE = 1, 2, 3
_MEANT = {_OPEN: "possible", _AHEAD: "still to come"}

#: (what settles a matter, what leaves it open), as patterns for anywhere in the text
_SETTLED = {
    "ko": (
        re.compile(
            r"통과(?:시켰|했|됐)|가결(?:했|됐)|확정(?:했|됐|하고|한다|된|지)|결정(?:했|됐|된)|타결|승인(?:했|됐|된)|의결(?:했|됐)|합의(?:했|됐|에 이르)|완료|마무리(?:했|됐|지)|체결(?:했|됐)|성사(?:됐|시)|매듭|마쳤|끝냈|착수했"
        ),
        re.compile(
            r"검토|논의|협의|고려|저울질|예정|계획|방침|여부|가능성|추진|조율|요청|제안|요구|전망|할 수|협상|심사|예고|불투명|미정"
        ),
    ),
    "en": (
        re.compile(
            r"\b(?:approved|finali[sz]ed|confirmed|completed|agreed|decided|signed|sealed|settled|ratified|concluded)\b"
        ),
        re.compile(
            r"\b(?:may|might|could|consider\w*|propos\w+|plans?|planned|planning|talks|discuss\w*|negotiat\w+|expected|hopes?|seek\w*|mull\w*|weigh\w*|possible|whether|if)\b"
        ),
    ),
    "ja": (
        re.compile(r"決定|確定|合意(?:し|に達)|承認(?:し|され)|完了|成立(?:し|さ)|決め[たて]|決まっ|締結し|正式に"),
        re.compile(r"検討|協議|予定|方針|見通し|調整|可能性|計画|見込み|提案|要請|目指"),
    ),
}
#: (guilt, mere charge)
_GUILT = {
    "ko": (
        re.compile(r"유죄|저지른|저질렀|범행을 시인|확정 판결|범인"),
        re.compile(r"혐의|의혹|의심|기소|입건|고소|고발|수사"),
    ),
    "en": (
        re.compile(r"\b(?:convicted|guilty|sentenced|jailed|committed|imprisoned)\b"),
        re.compile(r"\b(?:accused|alleg\w+|suspect\w*|suspicion|charged|charges|denie[sd]|investigat\w+)\b"),
    ),
    "ja": (re.compile(r"有罪|犯行を認め|実刑"), re.compile(r"容疑|疑い|起訴|捜査")),
}
_KO_PAST = re.compile(
    r"(?<![가-힣])(?P<stem>[가-힣]{2,3}?)(?:했|됐|되었|하였|시켰|당했)(?:다|고|으며|습니다|지만|음|던|는데)"
)
_KO_AHEAD = r"(?:하|되|시키|당하)?(?:할|될|시킬|기로|하기로|되기로|려고|하려|겠|하겠|는 방안|하는 방안| 여부|할지|될지| 추진| 검토| 계획| 방침| 예정|를 추진|을 추진|를 검토|을 검토|을 위한|를 위한|면(?=\s)|려면|해야|돼야|(?:을|를) (?:신청|요청|요구|촉구|제안|건의|예고|준비|희망))"
_JA_PAST = re.compile(r"(?P<stem>[一-鿿]{2})(?:し|され)(?:た|ました)")
_JA_AHEAD = r"(?:する|される|し|)(?:予定|方針|計画|見通し|見込み|可能性|ことを検討|案|かどうか|たい考え|たい意向)"
_EN_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_EN_OPENERS = frozenset("may might could perhaps possibly considering consider considers mulling weighing".split())
_EN_WEIGHING = frozenset("considering consider considers considered mulling weighing proposing proposed".split())
_EN_COMING = frozenset(
    "will would shall should 'll expected plans planned planning due set aims hopes wants intends seeks agreed proposed vowed promised likely ready scheduled".split()
)
_EN_DID = frozenset("failed managed began started continued used refused had".split())
_EN_HAVE = frozenset("has have had having was were been being got".split())
EN_PAST = dict(
    pair.split("=")
    for pair in "built=build struck=strike bought=buy sold=sell won=win lost=lose left=leave cut=cut became=become began=begin gave=give made=make paid=pay took=take went=go withdrew=withdraw rose=rise fell=fall met=meet sent=send spent=spend ran=run quit=quit shut=shut put=put laid=lay led=lead held=hold got=get closed=close opened=open".split()
)
#: They want it done; so many words before the verb are looked at.
_EN_ASKING = frozenset("called calls calling urged urges asked asks wants wanted demanded demands".split())
_HEARD = 6
_EN_ADVERBS = frozenset("soon then now never also still again only just".split())
_EN_NOT = frozenset("said told based added according called used related need".split())


def problems(claim: Claim) -> list[Problem]:
    source = claim.alignment.best
    if source is None or claim.foreign or claim.alignment.similarity < _LEAST_SIMILAR:
        return []
    language = script_of(claim.language)
    language = "en" if language == "latin" else language
    problem = _tense(claim, language) or _settled(claim, language)
    return [problem] if problem else []


def _settled(claim: Claim, language: str) -> Problem | None:
    """A word that settles the matter, where the article has only words that leave it open."""
    sources = claim.alignment.sources[:2]
    for table, why in (
        (_SETTLED, "The post calls settled what the article leaves open"),
        (_GUILT, "The post calls proven what the article calls a charge"),
    ):
        firm, loose = table.get(language, (None, None))
        mine = (
            next((one for one in firm.finditer(claim.lower) if not _IN_HAND.search(claim.lower[: one.start()])), None)
            if firm
            else None
        )
        if mine is None or loose is None or loose.search(claim.lower):
            continue
        stem = mine.group()[: 2 if language != "en" else 5]
        if any(_is_settled(firm, source.folded.text) for source in sources if firm) or stem in _said_so(
            claim, stem, language
        ):
            continue
        open_word = loose.search(sources[0].folded.text)
        if open_word is not None:
            start, end = whole_word(claim.lower, *mine.span())
            return Problem("certainty", claim.text[start:end], f"{why}: it says “{open_word.group()}”.", start, end)
    return None


#: Still being decided.
_IN_HAND = re.compile(r"(?:\b(?:being|be|not|never|yet to)|n't) (?:\w+ )?$")
#: Must still be approved.
_STILL_TO_BE = re.compile(
    r"\b(?:must|should|needs? to|has to|have to|yet to|still to|waiting to|to)(?: still| also)? be $"
)


def _is_settled(firm: re.Pattern[str], text: str) -> bool:
    return any(not _STILL_TO_BE.search(text[: match.start()]) for match in firm.finditer(text))


def _said_so(claim: Claim, stem: str, language: str) -> str:
    """The stem when some sentence of the article near the claim settles it in the same word."""
    firm = _SETTLED[language][0]
    return (
        stem
        if any(
            match.group().startswith(stem) and not _STILL_TO_BE.search(source.folded.text[: match.start()])
            for source in claim.surroundings
            for match in firm.finditer(source.folded.text)
        )
        else ""
    )


def _tense(claim: Claim, language: str) -> Problem | None:
    if language == "en":
        return _english_tense(claim)
    past, ahead = (_KO_PAST, _KO_AHEAD) if language == "ko" else (_JA_PAST, _JA_AHEAD)
    text = claim.evidence.everything
    for match in past.finditer(claim.lower):
        stem = match["stem"][:2]
        if any(known.group("stem").startswith(stem) or stem in known.group("stem") for known in past.finditer(text)):
            continue
        for source in claim.alignment.sources[:2]:
            other = re.search(rf"{re.escape(stem)}[가-힣]{{0,2}}?{ahead}", source.folded.text)
            if other is not None and not re.search(rf"{re.escape(stem)}[가-힣]{{0,1}}?(?:한|된)(?=\s)", text):
                start, end = whole_word(claim.lower, *match.span())
                why = f"The post says it is done; the article says “{other.group().strip()}”."
                return Problem("certainty", claim.text[start:end], why, start, end)
    return None


def _english_tense(claim: Claim) -> Problem | None:
    mine = _moods(claim.lower)
    known: dict[str, int] | None = None
    for stem, (mood, start, end) in mine.items():
        near = [_moods(source.folded.text).get(stem) for source in claim.alignment.sources[:2]]
        stated = [found[0] for found in near if found is not None]
        if (
            mood == _OPEN
            or (mood == _AHEAD and not _is_promised(claim.lower, start))
            or not stated
            or max(stated) >= mood
        ):
            continue
        if known is None:
            known = _known_moods(claim)
        if known.get(stem, mood) < mood:
            word = claim.text[start:end]
            why = f"The post says “{word}” as a fact; in the article it is {_MEANT[known[stem]]}."
            return Problem("certainty", word, why, start, end)
    return None


def _is_promised(text: str, start: int) -> bool:
    """Will, not plans to."""
    return re.search(r"\b(?:will|shall|is set to|are set to)(?: \w+ly| also| soon)? $", text[:start]) is not None


def _known_moods(claim: Claim) -> dict[str, int]:
    found: dict[str, int] = {}
    for source in claim.evidence.sources:
        for stem, (mood, _, _) in _moods(source.folded.text).items():
            found[stem] = max(mood, found.get(stem, 0))
    return found


def _moods(text: str) -> dict[str, tuple[int, int, int]]:
    """How sure each verb is, the surest use of each: (mood, start, end) by stem."""
    words = list(_EN_WORD.finditer(text))
    found: dict[str, tuple[int, int, int]] = {}
    for index, match in enumerate(words):
        word = match.group()
        if (
            word in _EN_NOT
            or len(word) < 3
            or word in _EN_HAVE
            or word in _EN_ADVERBS
            or word in _EN_COMING
            or word in _EN_OPENERS
        ):
            continue
        mood = _mood(word, [before.group() for before in words[max(0, index - _HEARD) : index]])
        if mood is None:
            continue
        stem = english_stem(EN_PAST.get(word, word))
        if mood > found.get(stem, (0, 0, 0))[0]:
            found[stem] = mood, match.start(), match.end()
    return found


def _mood(word: str, before: list[str]) -> int | None:
    near = [
        other
        for other in before[-3:]
        if not other.endswith("ly") and other not in {"not", "also", "be", "been", "have"}
    ]
    last = near[-1] if near else ""
    if last in _EN_OPENERS or (last in {"a", "an", "the"} and near[-2:-1] and near[-2] in _EN_WEIGHING):
        return _OPEN  # considering a ban
    if last == "to":
        opener = near[-2] if len(near) > 1 else ""
        if opener in _EN_OPENERS:
            return _OPEN
        if _EN_ASKING & set(before):
            return _AHEAD
        return None if opener in _EN_DID else _AHEAD if opener in _EN_COMING else None
    if last in {"will", "would", "shall", "should", "must"}:
        return _AHEAD
    if (word.endswith("ed") and len(word) > 4) or word in EN_PAST:
        if last in {"is", "are", "being", "a", "an", "the", "his", "her", "its", "their", "if", "when", "once"}:
            return None
        return _DONE
    return None
