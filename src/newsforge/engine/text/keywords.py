"""What an article is about, in its own words: every keyword stands in the article letter for letter."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsforge.engine.article import Article
from newsforge.engine.text.abbreviations import TRAILING
from newsforge.engine.text.english_nouns import noun_phrases, nouns
from newsforge.engine.text.english_topics import HOUSES, lead_names, title_phrases, whole_name
from newsforge.engine.text.korean_keywords import TITLE_WEIGHT, place_weight, score_korean
from newsforge.engine.text.stopwords import (
    DEMONYMS,
    ENGLISH,
    ENGLISH_GENERAL,
    JAPANESE,
    JAPANESE_ALONE,
    JAPANESE_BODIES,
    JAPANESE_GENERAL,
    NAMING,
    OF_HEADS,
    TITLES,
)
from newsforge.engine.text.whole_words import holds_word

#: What an article is about has been said by then.
_MOST_CHARACTERS = 8000
#: A word that is also a verb (上陸した), or an adjective of a people, is a weak keyword.
_WEAKENED = 0.45
_JA_SHORT, _JA_LONG = 0.7, 1.2
#: 台風21号 is the name of the thing.
_JA_NUMBERED = 2.5
#: A common noun by itself is a subject if the title has it, or the article has little else.
_SOLE_NOUN, _SOLE_COUNT, _SOLE_LENGTH = 5, 8, 7
#: What scores less than this share of the best keyword is about something else.
_WEAK, _WEAK_IN_BODY = 0.1, 0.16
_Found = dict[str, float]
_JA_STOP = JAPANESE | JAPANESE_GENERAL
_EN_STOP = ENGLISH | ENGLISH_GENERAL


def keywords(article: Article, *, limit: int) -> tuple[str, ...]:
    """Up to ``limit``, best first, as written in the article (a name of several words keeps its spaces). Fewer, even
    none, where nothing else would tell a reader what the article is about."""
    finders = {"ko": score_korean, "ja": _japanese, "zh": _japanese}
    score = finders.get(article.language, _european)(article)
    by_line = {part for author in article.authors for part in (author, *author.split())} | {article.site}
    # A firm's press office writes of the firm.
    by_line = {part for part in by_line if part not in article.title}
    source = f"{article.title}\n{article.text}"
    ranked = sorted(score, key=lambda phrase: (-score[phrase], source.find(phrase), phrase))
    best = score[ranked[0]] if ranked else 0.0
    title = article.title.lower()
    able = [
        p
        for p in ranked
        if p not in by_line
        and p in source
        and score[p] >= max(2.0, best * (_WEAK if p.lower() in title else _WEAK_IN_BODY))
    ]
    if article.language == "en":
        said = [p for p in ranked if score[p] >= _HARDLY_SAID and p not in by_line and p in source]
        able = _english_choice(able, said, [p for p in ranked if p not in by_line], article, best)
    return tuple(_distinct(able, limit))


#: So many tags an English article has where it has something to tag.
_FEW = 3
#: Names said no oftener than this matter only where the news is told.
_HARDLY_SAID = 2.0


def _english_choice(able: list[str], said: list[str], ranked: list[str], article: Article, best: float) -> list[str]:
    """Without who tells it; with phrases of the title and names of the lead where there is little else."""
    kept = [p for p in able if p not in HOUSES or p in article.title]
    opening = article.text[:_LEADING]
    if best <= _HARDLY_SAID:
        kept = [p for p in kept if p in article.title or p in opening]
    if len(list(_distinct(kept, _FEW))) < _FEW:
        kept += title_phrases(article)
        kept += [p for p in said if p[0].isupper() and p not in HOUSES and (" " in p or p in opening)]
        kept += lead_names(article, ranked)
    return kept


_LEADING = 600


def _distinct(ranked: Iterable[str], limit: int) -> Iterator[str]:
    """Of 파업 and 총파업, or of Smith and John Smith, the better one; of clinical alarm and alarm management too; of a
    prefecture and its city of the same name."""
    taken: list[str] = []
    words: set[str] = set()
    for phrase in ranked:
        if len(taken) >= limit:
            return
        low = phrase.lower()
        parts = set(low.split()) if phrase.islower() and " " in low else set()
        if any(low in other or other in low or _same_place(low, other) for other in taken) or parts & words:
            continue
        taken.append(low)
        words |= parts
        yield phrase


_JA_PLACE = re.compile(r"(?P<name>[一-龥]{2,4})[都道府県市区町村]")


def _same_place(one: str, other: str) -> bool:
    places = _JA_PLACE.fullmatch(one), _JA_PLACE.fullmatch(other)
    return bool(places[0] and places[1]) and one[:-1] == other[:-1]


# Japanese and Chinese -----------------------------------------------------------------------------------------------

#: 台風21号, J1昇格: a name with its number.
_JA_RUN = re.compile(
    r"[\u4e00-\u9fff々]{2,4}[0-9０-９]{1,3}号|(?<![A-Za-z])[A-Z][0-9][\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff々\u30a1-\u30fa\u30fcA-Za-z]{2,14}"
)
#: 値上がり is no noun with a particle.
_JA_PARTICLE = re.compile(r"が(?![りるれらっ])|[をのはもへや、。（(）」』】・\s]|から|まで|では|には|とは|など|$")
#: 昨年度, 来季, 平均睡眠: of whenever it is read, or of a measure.
_JA_RELATIVE = re.compile(
    r"(?:[一昨来今前同翌本当]|一昨|再来)(?:年度?|月|週|季|期|春|夏|秋|冬|シーズン)|平均|過去|通常|年間|月間"
)
_JA_DEED = re.compile(r"(?:し|する|さ|した|して|せ)")
#: 鳥海あかねさん: a name of which a part is in kana.
_JA_PERSON = re.compile(r"([\u4e00-\u9fff々]{1,3}[ぁ-んァ-ヶー]{2,5}?)(?:さん|氏|選手|監督|社長|市長|知事|首相)")
#: 「雪の標本室」: a work by its name; what is said (「やめない」) ends in kana.
_JA_WORK = re.compile(r"[「『]([^「」『』、。]{3,11}[\u4e00-\u9fff々\u30a1-\u30fa\u30fc])[」』]")
#: Letters that end a verb's stem: 持ち株会社 is one word.
_JA_OKURIGANA = frozenset("ちりきしみいえけせげびぎじべめれ")


def _japanese(article: Article) -> _Found:
    """Runs of kanji and katakana that the body has as such. A run counts only if a particle or a mark follows it
    somewhere: 見直 of 見直した never does. Headlines run nouns together, so the title only adds weight."""
    text = article.text
    found: _Found = defaultdict(float)
    whole: set[str] = set()
    deeds: set[str] = set()
    for match in _JA_RUN.finditer(text):
        phrase = _without_generic_end(match.group())
        before = text[match.start() - 1 : match.start()]
        torn = before.isdigit() or (before in _JA_OKURIGANA and phrase[-1] != "号")
        if torn or not _is_japanese_keyword(phrase):
            continue
        found[phrase] += place_weight(match.start())
        end = match.start() + len(phrase)
        # 大雪に警戒: an adverb (特別に) is in no headline.
        is_titled = phrase in article.title and text[end : end + 1] in {"に", "で", "と"}
        if _JA_PARTICLE.match(text, end) or end < match.end() or is_titled:
            whole.add(phrase)
        elif _JA_DEED.match(text, end):
            deeds.add(phrase)
    for work in _JA_WORK.findall(article.title):
        if work in text:
            found[work] += text.count(work) + TITLE_WEIGHT
            whole.add(work)
    for match in _JA_PERSON.finditer(article.title):
        person = match.group(1)
        if person in text:
            found[person] += text.count(person) + TITLE_WEIGHT
            whole.add(person)
    return {
        phrase: (count + TITLE_WEIGHT * (phrase in article.title))
        * (_WEAKENED if phrase in deeds else _JA_SHORT if len(phrase) == 2 else _JA_LONG)
        * (_JA_NUMBERED if phrase[-1] == "号" and phrase in article.title else 1.0)
        for phrase, count in found.items()
        if phrase in whole
    }


def _without_generic_end(phrase: str) -> str:
    for length in (3, 2):
        if phrase[-length:] in _JA_STOP and phrase[-length:] not in JAPANESE_BODIES and len(phrase) - length >= 3:
            return phrase[:-length]
    return phrase


def _is_japanese_keyword(phrase: str) -> bool:
    if (
        phrase in _JA_STOP
        or phrase in JAPANESE_ALONE
        or _JA_RELATIVE.match(phrase)
        or phrase[0] in "同各約計第両ー元前"
        or phrase[-1] in "氏年月日人円回時分秒々"
    ):
        return False
    if phrase.isascii():
        return phrase[0].isupper()
    return len(phrase) > 2 or "\u4e00" <= phrase[0] <= "\u9fff"


# English and other European languages -------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W_]+(?:[’'&.-][^\W_]+)*")


def _european(article: Article) -> _Found:
    if len(article.text) > _MOST_CHARACTERS:
        article = replace(article, text=article.text[:_MOST_CHARACTERS])
    believed = _inner_names(article.text)
    found: _Found = defaultdict(float)
    for factor, counts in (
        (1.0, _names(article.text, believed, is_title=False)),
        (TITLE_WEIGHT, _names(article.title, believed, is_title=True)),
    ):
        for name, count in counts.items():
            found[name] += factor * count
    for name in list(found):
        # The title's Larkspur Robotics is the Larkspur of the body.
        if name in article.title and " " in name:
            found[name] += sum(found[word] for word in name.split() if word in found and word.lower() not in DEMONYMS)
    found = _without_plain_words(found, article)
    found = _in_full(found, article)
    if article.language == "en":
        found = _by_whole_names(found, article)
    place = _dateline_place(article)
    if place:
        found[place] += TITLE_WEIGHT
    if article.language == "en":
        title_words = set(_WORD.findall(article.title.lower()))
        for word, count in nouns(article.text).items():
            if word in title_words and len(word) >= _SOLE_NOUN:
                found[word] += 0.8 * count
            elif count >= _SOLE_COUNT and len(word) >= _SOLE_LENGTH:
                found[word] += 0.6 * count
        for phrase, count in noun_phrases(article).items():
            found[phrase] += count
    return found


def _by_whole_names(found: _Found, article: Article) -> _Found:
    whole: _Found = defaultdict(float)
    for name, score in found.items():
        whole[whole_name(name, article)] += score
    return whole


_DATELINE = re.compile(r"\s*([A-Z]{3,}(?: [A-Z]{2,}){0,2})(?:, [A-Z][\w. ]{1,20})?(?: \([^)]{2,24}\))? ?[—–-]{1,2} ")


def _dateline_place(article: Article) -> str:
    """Portland, of a title that says who decides there; the text has it in capitals, before its first word."""
    match = _DATELINE.match(article.text)
    place = match[1].title() if match else ""
    return place if place and holds_word(article.title, place) else ""


def _without_plain_words(found: _Found, article: Article) -> _Found:
    """Path, Message, HUNTER: words that the article also has as such, or that are only shouted."""
    kept: _Found = defaultdict(float)
    words = set(_WORD.findall(article.text))
    for name, score in found.items():
        if " " not in name and name.lower() in words:
            continue
        if name.lower().removesuffix("s") in DEMONYMS or name.lower() in DEMONYMS:
            continue
        if name.isupper() and len(name.replace(" ", "")) > _LONGEST_INITIALISM:
            continue
        kept[name] = score
    return kept


_LONGEST_INITIALISM = 5
#: What stands before a surname without being a first name.
_OFFICES = frozenset(
    ["ambassador", "attorney", "defense", "defence", "press", "envoy", "coach", "star", "striker", "pope", "saint"]
)
_BEFORE_PLACES = ("the", "in", "at", "of", "near")
_FULL_NAME = re.compile(r"(?<![\w-])([A-Z][a-z]+) ([A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)*)\b")


def _in_full(found: _Found, article: Article) -> _Found:
    """Sondland as Gordon Sondland, where the article has but one of that name and calls him so once."""
    firsts: dict[str, Counter[str]] = defaultdict(Counter)
    for first, last in _FULL_NAME.findall(article.text):
        if first.lower() not in _EN_STOP | TITLES | DEMONYMS | _OFFICES and last.lower() not in _EN_STOP:
            firsts[last][first] += 1
    whole: _Found = defaultdict(float)
    for name, score in found.items():
        known = firsts.get(name)
        full = f"{next(iter(known))} {name}" if known and len(known) == 1 else name
        is_person = full != name and not any(f" {word} {name}" in article.text for word in _BEFORE_PLACES)
        whole[full if is_person else name] += score
    return whole


def _names(text: str, believed: set[str], *, is_title: bool) -> _Found:
    """Runs of capitalised words, taken as written. Sentence openings and titles in title case tell nothing about a
    word, so only runs are ``believed`` that the body has inside a sentence."""
    if is_title:
        title = text.lower()
        return {name: 1 for name in believed if holds_word(title, name.lower())}
    counts = {name: _times(name, text) for name in believed}
    # What is said of Disney World is not said of Disney.
    return {
        name: count - sum(counts[other] for other in believed if other != name and name in other.split())
        for name, count in counts.items()
    }


def _times(name: str, text: str) -> int:
    """How often ``name`` stands in ``text`` as whole words."""
    found, at = 0, text.find(name)
    while at >= 0:
        end = at + len(name)
        found += not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
        at = text.find(name, end)
    return found


def _inner_names(text: str) -> set[str]:
    names: set[str] = set()
    run: list[re.Match[str]] = []
    inside = False
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        word = match.group()
        takes_of = len(run) == 1 or bool(run and run[-1].group().lower() in OF_HEADS)
        if (
            run
            and (gap == " & " or (gap == " " and word == "of" and takes_of))
            and _is_capitalised(text[match.end() + 1 :][:1] or "a")
        ):
            # Bank of England, Smith & Sons
            end = match.end()
            if word != "of":
                run.append(match)
            continue
        if any(mark in gap for mark in '.!?\n:“”"•|') or end == 0:
            names.update(_name(run, text))
            run, inside = [], False
        elif gap != " ":
            names.update(_name(run, text))
            run, inside = [], True
        else:
            inside = True
        if _is_capitalised(word) and (inside or _OPENS_NAME.match(text, match.end())):
            run.append(match)
            if word.endswith(("'s", "’s")):
                # Google's | Stadia
                names.update(_name(run, text))
                run = []
        else:
            names.update(_name(run, text))
            run = []
        end = match.end()
    names.update(_name(run, text))
    return names


#: Larkspur Robotics said: two capitals make a name even at the start of a sentence.
_OPENS_NAME = re.compile(r" [A-Z][a-z]+ [a-z]")


def _is_capitalised(word: str) -> bool:
    low = word.lower().replace("’", "'").removesuffix("'s")
    return word[0].isupper() and (low not in _EN_STOP or low in NAMING) and low not in TITLES


def _name(run: list[re.Match[str]], text: str) -> Iterator[str]:
    if run and len(run) <= 3 and not (len(run) == 1 and run[0].group().lower() in NAMING):
        name = re.sub(r"[’']s$", "", text[run[0].start() : run[-1].end()])
        if text[run[-1].end() : run[-1].end() + 1] == "." and name in TRAILING:
            return
        # B6 and B12 are no subjects by themselves.
        if (len(name) >= 3 and not re.fullmatch(r"[A-Z]\d+", name)) or (
            len(name) == 2 and name.isalpha() and name.isupper()
        ):
            yield name
