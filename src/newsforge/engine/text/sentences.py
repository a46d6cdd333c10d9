"""Sentences with exact offsets: lines first, then terminal marks outside quotes and brackets.

A wrong join makes a long sentence, a wrong cut makes half a quote, so every doubt is decided for the join.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from newsforge.engine.article import Sentence
from newsforge.engine.text.abbreviations import BEFORE_FIGURE, DOTTED_ORDINALS, LEADING, OPENERS, TRAILING

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_PAIRS = {
    "“": "”", "„": "“”", "‟": "”", "‘": "’", "‚": "‘’", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "｢": "｣",
    "(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕", "《": "》", "〈": "〉", "〝": "〟",
}  # fmt: skip
_CLOSERS = "”’」』｣)）]］】〕》〉»›〟\"'"
_MARK = re.compile("[“”„‟‘’‚«»‹›「」『』｢｣()（）\\[\\]［］【】〔〕《》〈〉〝〟\"']")
#: A run of terminal marks; an ellipsis is in it so that it can be told from a full stop.
_TERMINAL = re.compile(r"[.!?。！？．｡।۔؟։…‥]+")
_SPEECH = re.compile(
    r"(?:\S+\s+){0,4}(?:said|says|say|asked|asks|wrote|writes|added|adds|told|shouted|replied|cried|tweeted|posted|joked)\b"
)
_KO_CONTINUATION = re.compile(
    r"(?:이?라고|이?라며|이?라면서|이?라는|이?란|하고|하며|하면서|하는|고|며|면서|는|라|등|등의|등을|등이|처럼|같은|식의|정도)"
    r"(?=$|[\s,.·])|이?라[고며면는]|[은는이가을를의도와과로에]\s"
)
_KO_GLUED = re.compile(
    r"(?:이?라|하)?(?:고|며|면서|는|란|던)|[은을를의도와과로에]|[이가](?!다)|이다|입니|처럼|같|식|등|까지|부터|보다|만"
)
_JA_CONTINUATION = re.compile(r"[とのがはをにでもやへ、。,・]|など|という|って")
_KO_DATE = re.compile(r"\d{2,4}\.\s*\d{1,2}\.(?:\s*\d{1,2}\.)?")
_DEEPEST = 32
#: How far round a mark its meaning is looked for: whole lines would take the square of their length.
_AROUND = 120
_WORD_BEFORE = re.compile(r"[^\s“”‘’\"'(\[«»,;:/—–]*$")
_HANGUL = re.compile(r"[가-힣]")
_KANA = re.compile(r"[ぁ-ヿ一-鿿]")


#: Lines up to here are remembered.
_REMEMBERED = 2000


def split_sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """Every white-space-free character of ``text`` is in exactly one sentence. A line is a paragraph; empty lines
    do not count. A quote or bracket that opens and closes on one line is never cut, however long it is."""
    sentences: list[Sentence] = []
    paragraph = 0
    for line in _LINE.finditer(text):
        before = len(sentences)
        whole = line.group()
        spans = _spans if len(whole) <= _REMEMBERED else _spans.__wrapped__
        for start, end in spans(whole, language):
            first, last = line.start() + start, line.start() + end
            sentences.append(Sentence(first, last, text[first:last], paragraph))
        paragraph += len(sentences) > before
    return tuple(sentences)


@lru_cache(maxsize=2048)
def _spans(line: str, language: str) -> tuple[tuple[int, int], ...]:
    """Remembered, as the lines of an article come back in its posts."""
    cuts = [0, *_cuts(line, language), len(line)]
    found = []
    for start, end in pairwise(cuts):
        piece = line[start:end]
        inner = piece.strip()
        if inner:
            left = start + len(piece) - len(piece.lstrip())
            found.append((left, left + len(inner)))
    return tuple(found)


def _cuts(line: str, language: str) -> Iterator[int]:
    regions = _quoted(line)
    begun = 0
    for mark in _TERMINAL.finditer(line):
        cut = _cut_after(line, mark, regions, begun, language)
        if cut is not None and cut > begun:
            begun = cut
            yield cut


def _quoted(line: str) -> list[tuple[int, int]]:
    """Outermost quoted or bracketed ranges, marks included; an opening mark without its closing one is ignored."""
    open_marks: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for match in _MARK.finditer(line):
        mark, at = match.group(), match.start()
        if mark in "\"'":
            _pair_straight(line, mark, at, open_marks, found)
        elif mark == "’" and _is_apostrophe(line, at):
            continue
        else:
            depth = next(
                (i for i in reversed(range(len(open_marks))) if mark in _PAIRS.get(open_marks[i][0], "")), None
            )
            if depth is not None:
                found.append((open_marks[depth][1], at + 1))
                del open_marks[depth:]
            elif mark in _PAIRS:
                open_marks.append((mark, at))
        # Nobody nests deeper; without a bound, a line of opening marks would take the square of its length.
        del open_marks[:-_DEEPEST]
    return _outermost(found)


def _pair_straight(
    line: str, mark: str, at: int, open_marks: list[tuple[str, int]], found: list[tuple[int, int]]
) -> None:
    before = line[at - 1] if at else " "
    after = line[at + 1] if at + 1 < len(line) else " "
    if mark == "'" and _is_apostrophe(line, at):
        return
    depth = next((i for i in reversed(range(len(open_marks))) if open_marks[i][0] == mark), None)
    if depth is not None and not (before.isspace() and not after.isspace()):
        found.append((open_marks[depth][1], at + 1))
        del open_marks[depth:]
    elif not after.isspace() and not (before.isdigit() and mark == '"'):
        if depth is not None:  # the older one never closed
            del open_marks[depth]
        open_marks.append((mark, at))


def _is_apostrophe(line: str, at: int) -> bool:
    """Between Latin letters (it's, l'an), or before a shortened year ('90s)."""
    before = line[at - 1] if at else " "
    after = line[at + 1] if at + 1 < len(line) else " "
    if before.isalpha() and after.isalpha() and not (_is_cjk(before) or _is_cjk(after)):
        return True
    return before.isspace() and line[at + 1 : at + 3].isdigit() and "s" in line[at + 3 : at + 4]


def _outermost(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    outer: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda pair: (pair[0], -pair[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return outer


def _cut_after(line: str, mark: re.Match[str], regions: list[tuple[int, int]], begun: int, language: str) -> int | None:
    """Where the sentence that ``mark`` ends is over, or None when it does not end one."""
    end = mark.end()
    # The last region that starts before the mark's end; regions are sorted and do not overlap.
    nearest = bisect_left(regions, (end,)) - 1
    region = regions[nearest] if nearest >= 0 and end <= regions[nearest][1] else None
    if region is not None:
        if line[end : region[1]].strip(_CLOSERS):
            return None
        end = region[1]
        return end if _ends_after_quote(line, mark, region, begun, language) else None
    while end < len(line) and line[end] in _CLOSERS:
        end += 1
    return end if _ends_sentence(line, mark, end, begun, language) else None


def _ends_after_quote(line: str, mark: re.Match[str], region: tuple[int, int], begun: int, language: str) -> bool:
    """``mark`` is the last thing inside a closed quote or bracket."""
    rest = line[region[1] : region[1] + _AROUND]
    ahead = rest.lstrip()
    if not ahead:
        return not line[region[1] + _AROUND :].strip()
    if line[region[0]] in "([（［【〔〈《":
        # A bracket that stands by itself, (Reporting by A. Smith.), is a sentence; one inside a sentence is not.
        return (
            region[0] == begun + len(line[begun : region[0]]) - len(line[begun : region[0]].lstrip())
            and rest[0].isspace()
        )
    if _wide(mark.group()):
        return not _JA_CONTINUATION.match(ahead) and not (_HANGUL.match(ahead) and rest[0] == ahead[0])
    if not rest[0].isspace():
        # “…있지요.”㈜한빛은: a paragraph of speech whose line break was lost.
        alone = not line[begun : region[0]].strip()
        return alone and bool(re.match(r"[가-힣㈜“]", rest)) and not _KO_GLUED.match(rest)
    if "…" in mark.group():
        return False
    if language == "ko" or _HANGUL.match(ahead):
        return mark.group() == "." and not _KO_CONTINUATION.match(ahead)
    if _continues_in_lower_case(ahead):
        return False
    if mark.group() != ".":
        return not _SPEECH.match(ahead)
    return not _is_abbreviation(line, mark, ahead, begun, language)


def _ends_sentence(line: str, mark: re.Match[str], end: int, begun: int, language: str) -> bool:
    rest = line[end : end + _AROUND]
    ahead = rest.lstrip()
    if not ahead:
        return not line[end + _AROUND :].strip()
    text = mark.group()
    if _wide(text):
        return _ends_wide(line, mark, rest, language)
    if _is_ellipsis(text):
        return False
    if not rest[0].isspace():
        return _ends_without_space(line, mark, rest)
    if "." not in text:
        return not _continues_in_lower_case(ahead)
    if _continues_in_lower_case(ahead):
        return False
    return not _is_figure(line, mark, ahead, begun, language) and not _is_abbreviation(
        line, mark, ahead, begun, language
    )


def _wide(text: str) -> bool:
    return any(char in "。！？｡．" for char in text)


def _ends_wide(line: str, mark: re.Match[str], rest: str, language: str) -> bool:
    if "。" in mark.group() or "｡" in mark.group():
        return True
    if rest[0].isspace() or language == "zh":
        return True
    # Yahoo！ニュース, ドラゴンボール！の: part of a name, or of the clause that goes on.
    before = line[mark.start() - 1] if mark.start() else ""
    return "ぁ" <= before <= "ゖ" and not _JA_CONTINUATION.match(rest) and rest[0] not in "なてよねか"


def _is_ellipsis(text: str) -> bool:
    return "…" in text or "‥" in text or text in {"..", "..."}


def _ends_without_space(line: str, mark: re.Match[str], rest: str) -> bool:
    """``했다.그는`` and ``ended.The``: a space is missing, and the words say so."""
    before = line[max(0, mark.start() - 12) : mark.start()]
    if re.search(r"[가-힣](?:다|요|까|죠)$", before) or re.search(r"^(?:다|요)$", before):
        return bool(_HANGUL.match(rest)) or rest[0] in "([<“‘\"'"
    return mark.group() == "." and bool(
        re.search(r"(?<![\w.@/-])[a-z]{3,}$", before) and re.match(r"[A-Z][a-z]+ ", rest)
    )


def _continues_in_lower_case(ahead: str) -> bool:
    first = ahead.lstrip("“‘\"'«„(")[:2]
    return first[:1].islower() and not first[1:].isupper() and not _is_cjk(first[:1])


def _is_figure(line: str, mark: re.Match[str], ahead: str, begun: int, language: str) -> bool:
    """A dot that belongs to a number: list numbers, dates written with dots, ordinals."""
    near = max(0, mark.start() - _AROUND)
    digits = re.search(r"\d+$", line[near : mark.start()])
    if digits is None:
        return False
    if begun >= near and not line[begun : near + digits.start()].strip(" (["):
        return len(digits.group()) <= 2
    window = line[near : mark.end() + _AROUND]
    if any(date.start() < mark.end() - near <= date.end() for date in _KO_DATE.finditer(window)):
        return True
    if language == "ko" or _HANGUL.search(window):
        return ahead[0].isdigit()
    return language in DOTTED_ORDINALS and len(digits.group()) <= 2


def _is_abbreviation(line: str, mark: re.Match[str], ahead: str, begun: int, language: str) -> bool:
    match = _WORD_BEFORE.search(line[max(begun, mark.start() - _AROUND) : mark.start()])
    word = match.group() if match else ""
    if not word or _is_cjk(word[-1]):
        return False
    word = word.lstrip("-")
    following = re.match(r"[“‘\"'«(]*([^\W\d_]+)", ahead)
    opens = following is not None and _opens_sentence(following.group(1))
    if word.lower() in BEFORE_FIGURE and ahead[0].isdigit():
        return True
    if word in TRAILING or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}", word):
        return not opens or language == "ko"
    if word in LEADING:
        return True
    return len(word) == 1 and word.isupper() and not opens


def _opens_sentence(word: str) -> bool:
    """9 a.m. ET to discuss: a time zone, not the French for and."""
    return word.lower() in OPENERS and not (len(word) > 1 and word.isupper())


def _is_cjk(char: str) -> bool:
    return bool(_HANGUL.match(char) or _KANA.match(char))
