# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""Words that turn a statement into its opposite, per language.

Each entry of a language's table is two sides; any word of one side against any of the other is a flip. Korean and
Japanese sides are regular expressions for the start of a word (or, after ``~``, for anywhere in it); English sides
are whole words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from newsforge.engine.receipts import opposites_en, opposites_ja, opposites_ko


@dataclass(frozen=True, slots=True)
class Opposition:
    """``firm`` oppositions are told from the words alone; the others only where one word stands in place of the
    other (beat and lost may both be true of one match)."""

    left: re.Pattern[str]
    right: re.Pattern[str]
    firm: bool


#: A bar that stands in no group.
_TOP_BAR = re.compile(r"\|(?![^(]*\))")
NEGATIONS = {
    "en": re.compile(r"^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|[a-z]+n't)$"),
    "ko": re.compile(
        r"^(?:않\w*|못\w*|아니\w*|아닌\w*|아닙\w*|안|없\w*|말[아라고]\w*|말았\w*|\w+지않\w*|\w+지못\w*|미(?!국|래|술|디|니|팅|용|소|터|인|모|생|사일|꾸)\w{2}|불가\w*)$|않[았는다은을고]|못[했한하]"
    ),
}
#: Words that deny without a "not"; they excuse a missing one and prove nothing by themselves.
SOFT_NEGATIONS = {
    "en": re.compile(
        r"^(?:fail\w*|refus\w*|lack\w*|unable|reject\w*|den(?:y|ies|ied|ying)|hardly|barely|un\w{4,}|rul\w+|stop\w*|prevent\w*|"
        r"avoid\w*|absen\w+|missing|miss(?:es|ed)?|declin\w+|far|little|few|instead|rather)$"
    ),
    "ko": re.compile(
        r"^(?:실패\w*|거부\w*|부인\w*|불\w+|비\w+|무\w+|미\w+|어렵\w*|어려\w*|대신\w*|제외\w*|그쳤\w*|그치\w*)$"
    ),
}
#: They keep their jobs, for none will lose one: what is kept is not lost.
_KEPT = re.compile(r"\b(?:keep|keeps|kept|retain\w*|remain\w*|stay\w*|surviv\w*|saf\w+|spared?)\b")
_NOT_LOST = re.compile(
    r"\b(?:no|not|none|n't|without|never)\b[^.;]{0,40}\b(?:los[et]\w*|cut\w*|clos\w+|go|leav\w+|fir\w+|axe\w*|scrap\w*|shut\w*|lay off)\b"
)
#: Hiragana carry Japanese negation, so it is looked for in the text itself.
JAPANESE_NEGATION = re.compile(
    r"(?<!少)ない|なかった|ません|ませんでした|ず(?:に|、)|ぬ(?:[^ぁ-ゖ]|$)|(?:なし|無し)(?=[でにの、。]|$)"
)


def says_by_keeping(claim: str, stated: str) -> bool:
    """English: the article denies the loss that the claim has as something kept."""
    return _KEPT.search(claim) is not None and _NOT_LOST.search(stated) is not None


@cache
def oppositions(language: str) -> tuple[Opposition, ...]:
    """The table of a language; empty for one that has none."""
    table = {"en": opposites_en.WORDS, "ko": opposites_ko.WORDS, "ja": opposites_ja.WORDS}.get(language, "")
    found: list[Opposition] = []
    for line in table.strip().splitlines():
        firm = line.startswith("!")
        left, _, right = line.removeprefix("!").strip().partition(" | ")
        found.append(Opposition(_side(left, language), _side(right, language), firm))
    return tuple(found)


#: What makes a pattern see where its text ends: a part of a text may then hold a word that the whole has not.
_SEES_THE_END = re.compile(r"\$|\(\?!(?!\[\\w-\]\)$)")
Facing = tuple[Opposition, re.Pattern[str], re.Pattern[str]]


@lru_cache(maxsize=2048)
def facing(claimed: str, stated: str, language: str) -> tuple[Facing, ...]:
    """An opposition, the side of which ``claimed`` may have a word and the side of which ``stated`` may, in the table's
    order: all that is worth a closer look, in these texts or in a part of each."""
    mine, theirs = _told_sides(claimed, language), _told_sides(stated, language)
    found = []
    for number, opposition in enumerate(oppositions(language)):
        left, right = 2 * number, 2 * number + 1
        if left in mine and right in theirs:
            found.append((opposition, opposition.left, opposition.right))
        if right in mine and left in theirs:
            found.append((opposition, opposition.right, opposition.left))
    return tuple(found)


@lru_cache(maxsize=2048)
def _told_sides(text: str, language: str) -> frozenset[int]:
    return frozenset(place for place, side in _searched_sides(language) if side.search(text)) | _unsure_sides(language)


@cache
def _searched_sides(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    unsure = _unsure_sides(language)
    return tuple((place, side) for place, side in enumerate(_sides(language)) if place not in unsure)


@cache
def _unsure_sides(language: str) -> frozenset[int]:
    return frozenset(place for place, side in enumerate(_sides(language)) if _SEES_THE_END.search(side.pattern))


def _sides(language: str) -> list[re.Pattern[str]]:
    return [side for opposition in oppositions(language) for side in (opposition.left, opposition.right)]


_KO_UP = r"높아[졌지진]|뛰[었어]|치솟|껑충|불어[났난나]|불었|비싸[졌지진]|넓어[졌지진]|커[졌지진]|증액"
_KO_DOWN = r"낮아[졌지진]|낮췄|낮춘|하향|깎[였이인았]|삭감|감액|싸[졌지진](?<!비싸.)|쪼그라|뒷걸음|빠[졌지진]|작아[졌지진]|좁아[졌지진]"


@cache
def direction_pair(script: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Words of going up and of going down: the first line of each table, and what only means it beside a figure."""
    language = "en" if script == "latin" else script
    table = oppositions(language)
    if not table:
        return None
    up, down = table[0].left.pattern, table[0].right.pattern
    more = {
        "en": (
            r"\b(?:up|higher|hike[ds]?|hiking|above|dearer|more expensive|costlier)\b",
            r"\b(?:down|lower|slip(?:s|ped)?|below|dipp?(?:s|ed)?|slash(?:es|ed)?|cheaper|less expensive|sh[ra]unk|shrunken)\b",
        ),
        "ja": (r"伸び[たてま]|膨らん", r"落ち込|縮ん|目減り"),
    }
    extra = more.get(language, (_KO_UP, _KO_DOWN))
    return re.compile(f"{up}|{extra[0]}"), re.compile(f"{down}|{extra[1]}")


def _side(words: str, language: str) -> re.Pattern[str]:
    if language == "en":
        return re.compile(
            r"(?<![\w-])(?:" + "|".join(word.replace("-", "[ -]") for word in words.split()) + r")(?![\w-])"
        )
    parts = _TOP_BAR.split(words.strip())
    anywhere = [part[1:] for part in parts if part.startswith("~")]
    at_start = [part for part in parts if not part.startswith("~")]
    # The class is "no Hangul or Han before", written so that it compiles at once: a range of 11,172 takes a while.
    return re.compile("|".join([*anywhere, *([rf"(?<![^\W\d_a-z])(?:{'|'.join(at_start)})"] if at_start else [])]))


#: "Not" and its like, and what only looks like it.
_DENIALS = {
    "ko": re.compile(
        r"않|못(?=\s|[하했한할해])|(?<![가-힣])안 (?=[가-힣])|없(?=[다었는이어을고습지음])|아니(?!라)|아닌|아닙|말라|말아야|불가능"
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying))\b|n't\b"
    ),
    "ja": re.compile(
        r"ない|なかった|なく|ません|(?<=[らわかさたなまばがえけせてねべめれ])ず(?=に|、|。|$)|ぬ(?=。|、|$)"
    ),
}
_NO_DENIALS = {
    "ko": re.compile(
        r"뿐(?:만)? 아니|지 않을 수 없|못지않|에 지나지 않|얼마 남지 않|적지 않|다름없|다름 아닌|끊임없|틀림없|어김없|관계없|상관없|변함없"
    ),
    "en": re.compile(
        r"\bnot only\b|\bno\. ?\d|\bno (?:doubt|sooner|less|fewer)\b|\bnot just\b|\bnot to mention\b|\bif not\b|\bwhether or not\b"
    ),
    "ja": re.compile(
        r"なければなら(?:ない|ず)|かもしれない|に違いない|だけで[はも]?なく|のみならず|少なくない|やむを得(?:ない|ず)|なくては(?:ならない|いけない)|じゃないか"
    ),
}


#: A denial of the word that ends there, or in English begins there.
_DENIED_BEHIND = {
    "ko": re.compile(r"[가-힣]{0,2}지(?:는|도|를)? ?(?:않|못)"),
    "ja": re.compile(r"[ぁ-ゖ]{0,3}?(?:ない|なかった|ません|ず(?:に|、))"),
}
_DENIED_BEFORE = re.compile(r"(?:\bnot|\bnever|\bno longer|n't|\brefus\w+ to|\bdeclin\w+ to)(?: \w+)? $")


def is_turned_back(text: str, language: str, start: int, end: int) -> bool:
    """Whether the word at this place is denied itself: 打ち切らない, 중단하지 않는다, will not stop."""
    if language == "en":
        return _DENIED_BEFORE.search(text[max(0, start - 24) : start]) is not None
    return language in _DENIED_BEHIND and _DENIED_BEHIND[language].match(text, end) is not None


def find_denial(text: str, language: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first word of denial stands between two places."""
    match = _DENIALS[language].search(text, start, end) if language in _DENIALS else None
    return match.span() if match else None


def is_denied(text: str, language: str) -> bool:
    """Whether the clause says an odd number of times that it is not so. ``text`` is folded."""
    pattern, idle = _DENIALS.get(language), _NO_DENIALS.get(language)
    if pattern is None or idle is None:
        return False
    return len(pattern.findall(idle.sub(" ", text))) % 2 == 1
