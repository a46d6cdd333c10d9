"""What an article is about, in its own words: every keyword stands in the article letter for letter."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from newsforge.engine.article import Article
from newsforge.engine.text.abbreviations import TRAILING
from newsforge.engine.text.korean import Token, tokens
from newsforge.engine.text.stopwords import BEFORE_VERBS, DETERMINERS, ENGLISH, JAPANESE, KOREAN, TITLES

#: A word of the title counts as much as this many mentions in the body.
_TITLE_WEIGHT = 5.0
_LEADING_CHARACTERS = 600
_Found = dict[str, float]


def keywords(article: Article, *, limit: int) -> tuple[str, ...]:
    """Up to ``limit``, best first, as written in the article (a name of several words keeps its spaces)."""
    finders = {"ko": _korean, "ja": _japanese, "zh": _japanese}
    find = finders.get(article.language, _european)
    score: _Found = defaultdict(float)
    for weight, text in ((1.0, article.text), (_TITLE_WEIGHT, article.title)):
        for phrase, value in find(text, article).items():
            score[phrase] += weight * value
    by_line = {part for author in article.authors for part in (author, *author.split())}
    source = f"{article.title}\n{article.text}"
    ranked = sorted(score, key=lambda phrase: (-score[phrase], source.find(phrase), phrase))
    return tuple(_distinct((p for p in ranked if p not in by_line and score[p] >= 2 and p in source), limit))


def _place(start: int) -> float:
    """The first paragraphs name what the rest is about."""
    return 2.0 if start < _LEADING_CHARACTERS else 1.0


def _distinct(ranked: Iterable[str], limit: int) -> Iterator[str]:
    """Of 파업 and 총파업, or of Smith and John Smith, the better one."""
    taken: list[str] = []
    for phrase in ranked:
        if len(taken) >= limit:
            return
        low = phrase.lower()
        if not any(low in other or other in low for other in taken):
            taken.append(low)
            yield phrase


# Korean -------------------------------------------------------------------------------------------------------------

_NOUNS = ("NNG", "NNP", "SL", "XPN", "XSN", "SN", "SH")
#: Noun suffixes that stay in a compound; others (들, 씩, 적) end it or spoil it.
_KEPT_SUFFIXES = frozenset("화성권계자형용제력률액비가원사회론법증학식품점장소")


def _korean(text: str, _article: Article) -> _Found:
    found: _Found = defaultdict(float)
    for run, verbal in _noun_runs(text):
        phrase = _without_particle(text[run[0].start : run[-1].end], text)
        if phrase in KOREAN or not _is_korean_keyword(phrase, run):
            continue
        named = any(token.tag in {"NNP", "SL"} for token in run)
        # 동결했다 speaks of a 동결, but it is the weakest way of naming a subject.
        weight = (0.4 if verbal else 1.0) * (1.5 if named else 1.2 if len(phrase) > 2 else 0.8)
        found[phrase] += weight * _place(run[0].start)
    return found


def _without_particle(phrase: str, text: str) -> str:
    """돌핀스가 as one name, though the text also says 돌핀스는 and 돌핀스를."""
    stem = phrase[:-1]
    if len(stem) >= 2 and phrase[-1] in "은는이가을를와과의도" and text.count(stem) >= 2 * text.count(phrase):
        return stem
    return phrase


def _is_korean_keyword(phrase: str, run: list[Token]) -> bool:
    if not 2 <= len(phrase) <= 12 or run[0].tag in {"SN", "XSN"} or phrase[-1] in "들적씩쯤측":
        return False
    if run[-1].tag == "NNG" and len(run) > 1 and run[-1].form in {"씨", "측", "기자", "때", "등", "내", "중", "간"}:
        return False
    if all(token.tag in {"SL", "SN"} for token in run):
        return phrase[0].isupper() and (len(phrase) > 2 or phrase in {"AI", "EU", "UN", "TV", "5G", "IT"})
    return any(token.tag in {"NNG", "NNP"} and token.form not in KOREAN for token in run)


def _noun_runs(text: str) -> Iterator[tuple[list[Token], bool]]:
    """Noun compounds that fill a word from its first letter, with a particle, a mark or the end after them, and
    whether a verb's ending follows: a compound cut out of a verb (동결했다) counts too, as the noun it is."""
    run: list[Token] = []
    at_word_start = True
    last_end = -1
    for token in tokens(text):
        glued = token.start == last_end
        if not glued:
            yield from _closed(run, None)
            run, at_word_start = [], True
        if token.tag in _NOUNS and (token.tag != "XSN" or token.form in _KEPT_SUFFIXES):
            if at_word_start or run:
                run.append(token)
        else:
            yield from _closed(run, token)
            run = []
            at_word_start = token.tag.startswith(("SS", "SP", "SF", "SE", "SY", "SO", "SW"))
        last_end = max(last_end, token.end)
    yield from _closed(run, None)


def _closed(run: list[Token], following: Token | None) -> Iterator[tuple[list[Token], bool]]:
    if not run:
        return
    if following is not None and (following.tag.startswith(("E", "XSN")) or following.start < run[-1].end):
        return
    # 돌핀|스: a word that the tokenizer takes apart in the middle is no word it knows.
    if following is not None and following.tag in {"NNB", "NNG", "IC", "MAG", "NR", "UN", "NP", "XR", "VV", "VA"}:
        return
    yield run, following is not None and following.tag in {"XSV", "XSA"}


# Japanese and Chinese -----------------------------------------------------------------------------------------------

_JA_RUN = re.compile(r"[\u30a1-\u30fa\u30fc]{3,}|[\u4e00-\u9fff々\u30a1-\u30fa\u30fcA-Za-z]{2,12}")
_JA_PARTICLE = re.compile(r"[がをのはもへや、。）」』】・\s]|から|まで|では|には|とは|など|$")


def _japanese(text: str, _article: Article) -> _Found:
    """Runs of kanji or katakana. A run counts only if a particle or a mark follows it somewhere: 見直 of 見直した never
    does."""
    found: _Found = defaultdict(float)
    whole: set[str] = set()
    for match in _JA_RUN.finditer(text):
        phrase = match.group()
        before = text[match.start() - 1 : match.start()]
        if (
            before.isdigit()
            or phrase in JAPANESE
            or phrase[0] in "同各約計第両ー"
            or phrase[-1] in "氏年月日人円回時分秒"
        ):
            continue
        if phrase.isascii() and (not phrase[0].isupper() or len(phrase) < 2):
            continue
        found[phrase] += _place(match.start())
        if _JA_PARTICLE.match(text, match.end()):
            whole.add(phrase)
    return {phrase: count for phrase, count in found.items() if phrase in whole}


# English and other European languages -------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W_]+(?:[’'&.-][^\W_]+)*")
_AFTER_NOUN = re.compile(
    r"[.,;:!?)”’\"']|$"
    r"|\s+(?:of|in|on|at|for|to|and|or|is|are|was|were|has|have|had|will|would|that|which|who|from|with|by|as|but)\b"
)


def _european(text: str, article: Article) -> _Found:
    found = _names(text, _inner_names(article.text), is_title=text is not article.text)
    if article.language == "en":
        for word, count in _nouns(text).items():
            found[word] = found.get(word, 0) + count
    return found


def _names(text: str, believed: set[str], *, is_title: bool) -> _Found:
    """Runs of capitalised words, taken as written. Sentence openings and titles in title case tell nothing about a
    word, so only runs are ``believed`` that the body has inside a sentence."""
    if is_title:
        return {name: 1 for name in believed if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)}
    counts = {name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in believed}
    # What is said of Disney World is not said of Disney.
    return {
        name: count - sum(counts[other] for other in believed if other != name and name in other.split())
        for name, count in counts.items()
    }


def _inner_names(text: str) -> set[str]:
    names: set[str] = set()
    run: list[re.Match[str]] = []
    inside = False
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        word = match.group()
        if any(mark in gap for mark in '.!?\n:“”"•|') or end == 0:
            names.update(_name(run, text))
            run, inside = [], False
        elif gap != " ":
            names.update(_name(run, text))
            run, inside = [], True
        else:
            inside = True
        if inside and _is_capitalised(word):
            run.append(match)
        else:
            names.update(_name(run, text))
            run = []
        end = match.end()
    names.update(_name(run, text))
    return names


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and word.lower() not in ENGLISH and word.lower() not in TITLES


def _name(run: list[re.Match[str]], text: str) -> Iterator[str]:
    if run and len(run) <= 3:
        name = re.sub(r"[’']s$", "", text[run[0].start() : run[-1].end()])
        if text[run[-1].end() : run[-1].end() + 1] == "." and name in TRAILING:
            return
        if len(name) >= 3 or (len(name) == 2 and name.isupper()):
            yield name


def _nouns(text: str) -> _Found:
    """Common nouns that matter: often said, after an article or a preposition, never where a verb would stand."""
    words = list(_WORD.finditer(text))
    seen: Counter[str] = Counter()
    as_noun: Counter[str] = Counter()
    ends_phrase: Counter[str] = Counter()
    as_verb: set[str] = set()
    for index, match in enumerate(words):
        word = match.group()
        if not word.islower() or len(word) < 4 or word in ENGLISH or re.search(r"(?:ly|ed|ing|n['’]t)$", word):
            continue
        before = words[index - 1].group().lower() if index else ""
        seen[word] += 1
        as_noun[word] += before in DETERMINERS
        ends_phrase[word] += bool(_AFTER_NOUN.match(text, match.end()))
        if before in BEFORE_VERBS:
            as_verb.add(word)
    return {
        word: count
        for word, count in seen.items()
        if count >= 3 and word not in as_verb and as_noun[word] * 3 >= count and ends_phrase[word] * 2 >= count
    }
