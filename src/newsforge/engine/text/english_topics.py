"""More of what an English article is about, where names alone say too little: noun phrases of its title, and the names
that its first sentences bring in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsforge.engine.article import Article
from newsforge.engine.text.stopwords import ENGLISH, ENGLISH_GENERAL, TITLES

_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*|[^\sA-Za-z]+")
_BORDER = frozenset(
    [
        *("of", "in", "on", "over", "for", "against", "with", "from", "by", "to", "after", "amid", "as", "at"),
        *("the", "a", "an", "about", "into", "first", "second", "third", "lower", "higher", "its", "their"),
        *("his", "her", "and"),
    ]
)
_VERB_BEFORE = re.compile(r"[a-z]{3,}(?:s|ed|ing)")
#: What is a verb, or no thing, as often as a noun.
_NO_NOUN = frozenset(
    [
        *("says", "said", "warns", "finds", "shows", "plans", "record", "miss", "plunge", "surge", "drop"),
        *("gain", "jump", "slump", "face", "meet", "fight", "debate", "back", "block", "vote", "rule", "near"),
        *("highs", "lows", "news", "thought", "twice", "once", "half", "rest", "others", "something"),
        *("anything", "everything", "today", "tomorrow"),
        # profit | rises: what it does.
        *("rises", "falls", "jumps", "drops", "grows", "climbs", "soars", "slips", "slides", "gains", "beats", "tops"),
        *("hits", "wins", "loses", "dies", "opens", "closes", "begins", "ends", "reaches", "seeks", "faces", "doubles"),
        *("triples", "halves", "eases", "cools", "stalls", "misses", "widens", "narrows", "looms", "continues"),
    ]
)
#: Who tells the news is not what it is about; nor is a state by its two letters.
HOUSES = frozenset(
    [
        *("Reuters", "AP", "AFP", "UPI", "CNN", "NPR", "BBC", "Bloomberg", "Xinhua", "Yonhap"),
        *("Associated Press", "Police", "FL", "CA", "TX", "VA", "NY", "NJ", "PA", "OH", "IL", "GA", "NC", "SC"),
        *("MA", "MD", "MI", "WA", "AZ", "CO", "Twitter", "Facebook", "Instagram", "YouTube", "Getty"),
        *("Getty Images", "Hospital", "Sunday", "Monday"),
    ]
)
_LEADING_CHARACTERS = 420


def title_phrases(article: Article) -> Iterator[str]:
    """salmonella risk, coastal schools: two plain words of the title that end what they stand in, if the article comes
    back to one of them."""
    words = [match.group() for match in _WORD.finditer(article.title)]
    body = article.text.lower()
    for at in range(len(words) - 1):
        one, other = words[at], words[at + 1]
        before = words[at - 1].lower() if at else ""
        after = words[at + 2].lower() if at + 2 < len(words) else ""
        opens = before in _BORDER or bool(_VERB_BEFORE.fullmatch(before))
        # council agrees | £4.2m: what a figure follows is done to it.
        ends = not after or after in _BORDER or not (after[0].isalnum() or after[0] in "£$€¥₩")
        if opens and ends and _is_noun(one, is_last=False) and _is_noun(other, is_last=True):
            phrase = f"{one} {other}"
            if phrase in article.title and any(re.search(rf"\b{word.lower()}", body) for word in (one, other)):
                yield phrase


def _is_noun(word: str, *, is_last: bool) -> bool:
    if not word.islower() or len(word) < 4 or word in _NO_NOUN or word in ENGLISH:
        return False
    if is_last:
        return not re.search(r"(?:ly|ed|ing)$", word) and word not in _BORDER
    return word not in ENGLISH_GENERAL and not re.search(r"(?:ly|ing)$", word)


def lead_names(article: Article, names: Iterable[str]) -> list[str]:
    """Of ``names`` those of several words that the title or the first sentences have, in their order."""
    opening = f"{article.title}\n{article.text[:_LEADING_CHARACTERS]}"
    able = [
        name
        for name in names
        if " " in name and name in opening and name not in HOUSES and name.split()[0].lower() not in TITLES
    ]
    return sorted(able, key=lambda name: (name not in article.title, opening.find(name)))


_NO_SECOND_WORD = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,}")


def whole_name(name: str, article: Article) -> str:
    """Castell Institute for a Castell that nothing else is called, and Calder Foods, as the title and the body have it,
    though the body goes on with Calder: a tag by the first word brings other readers."""
    if " " in name or not name[:1].isupper() or name.isupper() or name not in article.text:
        return name
    follows = [
        word
        for word in re.findall(rf"(?<![\w’'-]){re.escape(name)} ([A-Z][a-z]+)\b", article.text)
        if not _NO_SECOND_WORD.fullmatch(word)
    ]
    if not follows:
        return name
    mentions = len(re.findall(rf"(?<![\w’'-]){re.escape(name)}\b", article.text))
    if len(set(follows)) == 1 and len(follows) == mentions > 1:
        return f"{name} {follows[0]}"
    # In a title where every word has a capital the next word may be anything.
    is_sentence = sum(word[:1].islower() for word in article.title.split()) * 2 > len(article.title.split()) - 2
    titled = [word for word in dict.fromkeys(follows) if is_sentence and f"{name} {word}" in article.title]
    return f"{name} {titled[0]}" if titled else name
