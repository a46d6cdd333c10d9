"""Proper names: by capitals in Latin text, by Kiwi and by titles in Korean, by script and titles in Japanese."""

from __future__ import annotations

import itertools
import re

from newsforge.engine.facts import name_words as lists
from newsforge.engine.facts.model import Name

_HANGUL = re.compile(r"[가-힣]")
_KANA_HAN = re.compile(r"[ぁ-ヺ一-鿿]")
_LATIN_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|Sgt|Capt|Col|Gen|Lt|Cpl|Det|Rep|Sen|Gov|Jr|Sr)\.(?= )"
    r"|[A-Z]\.(?= [A-Z])|[^\W\d_][^\W_]*(?:[.'’&-][^\W_]+)*|(?<![\d.,$£€])\d+(?!(?:M|B|K|bn|BN)\b)[A-Z]\w*"
)
_GAP = re.compile(r"^(?: |\s?-\s?|\s?&\s?)$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n]\s*|[\"“‘'`(\[]\s*|^\W+|[-–—]\s)$")
#: Mid-January is as little a name as January.
_PART_OF_TIME = re.compile(r"^(?:mid|early|late)[-–]")
_POSSESSIVE = re.compile(r"['’]s?$")
_KATAKANA = re.compile(r"[ァ-ヺー・＝]{3,}")
_JA_TITLED = re.compile(
    r"([一-鿿々]{2,5}|[ァ-ヺー・]{2,})(?=" + "|".join(sorted(lists.JAPANESE_TITLES, key=len, reverse=True)) + ")"
)
_KO_WORD = re.compile(r"[가-힣]+")
_SL = re.compile(r"(?<![0-9])[A-Za-z][A-Za-z0-9&.+-]*")


def names(text: str, language: str) -> tuple[Name, ...]:
    """Names in order of place. Korean text loads Kiwi; sentences of other scripts never do."""
    if _HANGUL.search(text):
        return _korean(text)
    if language == "ja" or _KANA_HAN.search(text):
        return _japanese(text)
    return _latin(text)


def _latin(text: str) -> tuple[Name, ...]:
    tokens = list(_LATIN_WORD.finditer(text))
    title_case = _is_title_case([token.group() for token in tokens])
    found: list[Name] = []
    index = 0
    while index < len(tokens):
        if not _opens_name(text, tokens, index, title_case):
            index += 1
            continue
        last = _name_end(text, tokens, index)
        start, end = tokens[index].start(), tokens[last].end()
        name = _trimmed(text, start, end)
        if name is not None:
            found.append(name)
        index = last + 1
    return tuple(found)


def _is_title_case(words: list[str]) -> bool:
    """Headlines: nearly every word of weight has a capital, so a capital says nothing."""
    heavy = [
        word for word in words if len(word) > 3 and word[0].isalpha() and word.lower() not in lists.SMALL_IN_TITLES
    ]
    return len(heavy) >= 4 and all(word[0].isupper() for word in heavy)


def _opens_name(text: str, tokens: list[re.Match[str]], index: int, title_case: bool) -> bool:
    word = tokens[index].group()
    if not any(letter.isupper() for letter in word):
        return False
    bare = _PART_OF_TIME.sub("", _POSSESSIVE.sub("", word).rstrip(".").lower())
    if bare in lists.NOT_NAMES or word in lists.TITLES or (len(bare) == 1 and word != "X"):
        return False
    shouted = word.isupper() and len(word) > 1 and not text.isupper()
    inner = any(letter.isupper() for letter in word[1:])
    if title_case:
        return shouted or inner
    if not _SENTENCE_START.search(text[: tokens[index].start()]) or shouted or inner:
        return True
    return _name_at_start(text, tokens, index, bare)


def _name_at_start(text: str, tokens: list[re.Match[str]], index: int, bare: str) -> bool:
    """A sentence's first word has a capital anyway: it is a name when more of a name, or a verb, follows."""
    if bare in lists.COMMON_STARTS:
        return False
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    if text[tokens[index].end() : following.start()] != " ":
        return _POSSESSIVE.search(tokens[index].group()) is not None
    if following.group()[0].isupper():
        return following.group().rstrip(".").lower() not in lists.NOT_NAMES
    if _POSSESSIVE.search(tokens[index].group()):
        return not bare.endswith(lists.COMMON_ENDINGS)
    return following.group() in lists.VERBS_AFTER_NAMES and not bare.endswith(lists.COMMON_ENDINGS)


def _name_end(text: str, tokens: list[re.Match[str]], index: int) -> int:
    last = index
    while last + 1 < len(tokens):
        if tokens[last].group().endswith(("'s", "’s")):
            break
        step = last + 1
        gap = text[tokens[last].end() : tokens[step].start()]
        if not _GAP.match(gap):
            break
        word = tokens[step].group()
        if word in lists.JOINERS and step + 1 < len(tokens):
            beyond = tokens[step + 1].group() == "the" and step + 2 < len(tokens)
            target = step + 2 if beyond else step + 1
            between = text[tokens[step].end() : tokens[target].start()].replace("the", "").strip()
            if tokens[target].group()[0].isupper() and not between and word not in {"y", "e"}:
                last = target
                continue
            break
        bare = word.rstrip(".").lower()
        if not word[0].isupper() or (bare in lists.NOT_NAMES and bare not in lists.INSIDE_NAMES):
            break
        last = step
    return last


def _trimmed(text: str, start: int, end: int) -> Name | None:
    """Without the possessive, a full stop that ends the sentence, and titles that may be dropped."""
    surface = text[start:end]
    surface = _POSSESSIVE.sub("", surface)
    if surface.endswith(".") and surface.count(".") == 1:
        surface = surface[:-1]
    while True:
        head, _, tail = surface.partition(" ")
        qualifies = head in lists.QUALIFIERS and tail.partition(" ")[0] in lists.TITLES
        if not tail or not (qualifies or head in lists.TITLES):
            break
        start += len(head) + 1
        surface = tail
    if not surface or surface in lists.TITLES or surface.lower() in lists.NOT_NAMES:
        return None
    return Name(start, start + len(surface), surface)


def _korean(text: str) -> tuple[Name, ...]:
    from newsforge.engine.text.korean import tokens

    found: dict[int, Name] = {}
    run_start = run_end = -1
    for token in tokens(text):
        if token.start == run_end and token.form in lists.KOREAN_SUFFIXES:  # 삼성 + 전자
            found[run_start] = Name(run_start, token.end, text[run_start : token.end])
            run_end = token.end
            continue
        if token.tag not in {"NNP", "SL"} or token.end - token.start < 2:
            continue
        if token.form in lists.KOREAN_NOT_NAMES or (
            token.tag == "SL" and text[token.start - 1 : token.start].isdigit()
        ):
            continue
        if token.start == run_end:  # SK + 하이닉스
            found[run_start] = Name(run_start, token.end, text[run_start : token.end])
        else:
            run_start = token.start
            found[run_start] = Name(token.start, token.end, text[token.start : token.end])
        run_end = token.end
    for name in _titled_korean(text):
        if not any(known.start < name.end and name.start < known.end for known in found.values()):
            found[name.start] = name
    return tuple(found[start] for start in sorted(found))


def _titled_korean(text: str) -> list[Name]:
    """A word before a person's title (아무개 대표) is a name, whatever the analyser thinks of it."""
    found: list[Name] = []
    eojeols = list(_KO_WORD.finditer(text))
    for word, following in itertools.pairwise(eojeols):
        if text[word.end() : following.start()] not in {" ", ""}:
            continue
        titled = following.group()
        if titled != "전" and not titled.startswith(lists.KOREAN_PERSON_TITLES):
            continue
        surface = word.group()
        if surface[-1] in "은는이가을를의도와과로에" and titled == "전":
            continue
        if _is_korean_person(surface):
            found.append(Name(word.start(), word.end(), surface))
    return found


def _is_korean_person(word: str) -> bool:
    """Three syllables with a surname, or four with a long one; two could be any word."""
    if word[0] not in lists.KOREAN_SURNAMES or word in lists.KOREAN_NOT_NAMES:
        return False
    return len(word) == 3 or (len(word) == 4 and word[:2] in lists.KOREAN_LONG_SURNAMES)


def _is_plain_katakana(word: str) -> bool:
    """A plain word, or several in one (ニュースサイト)."""
    reached = {0}
    for place in range(len(word)):
        if place in reached:
            reached |= {place + len(known) for known in lists.KATAKANA_WORDS if word.startswith(known, place)}
    return len(word) in reached


def _japanese(text: str) -> tuple[Name, ...]:
    found = {match.start(): Name(match.start(), match.end(), match.group()) for match in _JA_TITLED.finditer(text)}
    for match in _KATAKANA.finditer(text):
        surface = match.group().strip("・ー＝")
        if len(surface) >= 3 and not _is_plain_katakana(surface):
            start = match.start() + match.group().index(surface)
            found.setdefault(start, Name(start, start + len(surface), surface))
    for match in _SL.finditer(text):
        if any(letter.isupper() for letter in match.group()) and len(match.group()) > 1:
            found.setdefault(match.start(), Name(match.start(), match.end(), match.group().rstrip(".-&+")))
    return tuple(found[start] for start in sorted(found))
