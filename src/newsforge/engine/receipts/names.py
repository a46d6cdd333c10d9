"""Whether the names of a sentence are the article's, and stand where the article has them."""

from __future__ import annotations

import re

from newsforge.engine.facts.model import Name
from newsforge.engine.facts.name_words import COMMON_STARTS, JOINERS, TITLES
from newsforge.engine.facts.names import names
from newsforge.engine.receipts import aliases, foreign
from newsforge.engine.receipts.alignment import held_by
from newsforge.engine.receipts.bodies import NO_NOUN, is_kind_of
from newsforge.engine.receipts.claim import Claim, script_of
from newsforge.engine.receipts.evidence import Evidence, Source
from newsforge.engine.receipts.folding import folded
from newsforge.engine.receipts.han_readings import reads_as
from newsforge.engine.receipts.misspelling import misspellings
from newsforge.engine.receipts.model import Problem
from newsforge.engine.receipts.words import Word

_ALL_BUT_THE_SAME = 0.8
_LEAST_SIMILAR = 0.45
_PART = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_HANGUL = re.compile(r"[가-힣]")
#: A common noun with its particle is taken for a name now and then (배당이).
_PARTICLES = "이가은는을를의도"
_CAPITALISED_BEFORE = r"(?<![\w])([A-Z][\w'’-]+)\s+(?={})"


def problems(claim: Claim) -> list[Problem]:
    if claim.foreign:
        return foreign.problems(claim, names(claim.statement, claim.language))
    is_japanese = claim.language == "ja"
    found: list[Problem] = []
    for name in names(claim.statement, claim.language):
        if is_japanese and name.text.isascii() and reads_as(claim.evidence.article.text, name.text):
            continue
        problem = _unknown(claim, name) or _recombined(claim, name)
        if problem is not None:
            found.append(problem)
    found += [problem for problem in misspellings(claim) if not any(_overlap(problem, other) for other in found)]
    return found + [problem for problem in _swapped(claim) if not any(_overlap(problem, other) for other in found)]


def _overlap(one: Problem, other: Problem) -> bool:
    return one.start < other.end and other.start < one.end


def _unknown(claim: Claim, name: Name) -> Problem | None:
    evidence = claim.evidence
    if is_known(name.text, evidence):
        return None
    parts = [part.group() for part in _PART.finditer(name.text)]
    strangers = [part for part in parts if part.lower() not in JOINERS | {"and"} and not is_known(part, evidence)]
    if _HANGUL.match(name.text) and _is_coined(name.text):
        return None
    if not strangers or (name.start == 0 and strangers == parts[:1] != parts and _is_common(strangers[0], evidence)):
        return None
    instead = _stated_instead(claim, name)
    if instead:
        why = f"The article nowhere names {name.text}; it says “{instead}” here."
    elif len(strangers) < len(parts):
        why = f"The article has no “{' '.join(strangers)}” with {name.text.replace(strangers[0], '').strip()}."
        instead = _full_name(parts[-1], evidence)
    else:
        why = f"The article nowhere names {name.text}."
    return Problem("name", name.text, why, name.start, name.end, instead)


def _is_common(word: str, evidence: Evidence) -> bool:
    """Apprentice Sam Odunsi, at the beginning of a sentence, of one who has an apprenticeship."""
    return len(word) > _SHORT_WORD and word[:_SHORT_WORD].lower() in evidence.beginnings


_SHORT_WORD = 5
#: 제시안, 선제골: a plain noun with one of these is a plain noun too.
_COINED = frozenset("안골액률율금비료세법제식전점력량형표층권장차선기망단팀사용별당분행측")
_COINED_LENGTH = 3


def _is_coined(word: str) -> bool:
    """A plain noun of two syllables and one that makes another noun of it, whatever the analyser takes it for."""
    if len(word) != _COINED_LENGTH or word[-1] not in _COINED:
        return False
    from newsforge.engine.text.korean import tokens

    return [token.tag for token in tokens(word[:-1])] == ["NNG"]


#: A Korean report of 국가대표 is of Korea, without the word.
_OWN_COUNTRY = {
    "한국": re.compile(r"국가대표|대표팀|국내|국회|정부|전국"),
    "日本": re.compile(r"日本|代表|国内|国会|政府|全国|都道府県"),
}


def is_known(name: str, evidence: Evidence) -> bool:
    """Whether the article has the name: as it is, in another form of it, or as its long or short form."""
    form = folded(name).strip(" .'\"-")
    if not form:
        return True
    if _HANGUL.search(form) or not _LATIN.search(form):
        squeezed = form.replace(" ", "").replace("·", "").replace("・", "")
        return (
            squeezed in evidence.squeezed.replace("·", "").replace("・", "")
            or (squeezed in _OWN_COUNTRY and _OWN_COUNTRY[squeezed].search(evidence.everything) is not None)
            or aliases.find_alias(form, evidence) is not None
            or _short_form(squeezed, evidence)
            or _is_unnamed(squeezed, evidence)
            or (len(squeezed) > 2 and squeezed[-1] in _PARTICLES and squeezed[:-1] in evidence.squeezed)
        )
    bare = form.replace(".", "").removesuffix("'s").removesuffix("'")
    if bare in evidence.word_forms or form in evidence.word_forms:
        return True
    if "&" in form and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", evidence.everything):
        # S&P: too short to be looked for by its letters.
        return True
    if " " in bare or "-" in bare or "&" in bare or not bare.isalpha():
        compact = re.sub(r"[\s\-&'.]+", "", bare)
        if len(compact) > 2 and compact in evidence.compact:
            return True
    if aliases.find_alias(bare, evidence) is not None:
        return True
    if _is_initialism(name, evidence):
        return True
    return _inflected(bare, evidence)


def _inflected(bare: str, evidence: Evidence) -> bool:
    """Kenyan for Kenya, Saracens for Saracen: the same word with another ending."""
    if " " in bare or len(bare) < 4:
        return False
    for ending in ("s", "es", "n", "an", "ian", "ese", "ish", "i", "er", "ns", "ans", "ians"):
        if bare + ending in evidence.word_forms and _takes(bare, ending):
            return True
        stem = bare.removesuffix(ending)
        if stem != bare and len(stem) >= 4 and stem in evidence.word_forms and _takes(stem, ending):
            return True
    return len(bare) >= 6 and any(
        bare.endswith(ending) and bare[: -len(ending)] + stem in evidence.word_forms
        for ending, stem in (("ian", "y"), ("an", "a"), ("ian", "ia"), ("ish", "and"), ("ic", "y"), ("ans", "a"))
    )


def _takes(stem: str, ending: str) -> bool:
    """Plurals of any name; the people of a place only where it is one (Kenya, Chile), or Martin would be of Marti."""
    return ending in {"s", "es", "ian", "ese", "ish"} or stem.endswith("a") or aliases.group_of(stem) is not None


def _is_initialism(name: str, evidence: Evidence) -> bool:
    """NHS for National Health Service, and the other way round."""
    letters = name.replace(".", "")
    if letters.isupper() and 2 <= len(letters) <= 6 and letters.isalpha():
        return letters.lower() in evidence.initialisms
    capitals = "".join(part[0] for part in re.findall(r"[A-Z][\w'’-]*", name))
    return 2 < len(capitals) <= 6 and re.search(rf"\b{capitals}\b", evidence.article.text) is not None


def _short_form(name: str, evidence: Evidence) -> bool:
    """한은 for 한국은행: the short form's syllables stand in order in one longer word that begins like it."""
    if not 2 <= len(name) <= 3 or not _HANGUL.match(name):
        return False
    pattern = name[0] + "".join(f"[가-힣]{{1,3}}{re.escape(syllable)}" for syllable in name[1:])
    return re.search(rf"(?<![가-힣]){pattern}", evidence.everything) is not None


def _is_unnamed(name: str, evidence: Evidence) -> bool:
    """표씨 for 표모(66)씨."""
    return (
        len(name) == len("표씨")
        and name[1] == "씨"
        and re.search(rf"(?<![가-힣]){name[0]}모 ?[(씨]", evidence.everything) is not None
    )


def _recombined(claim: Claim, name: Name) -> Problem | None:
    """Thomas Dubuisson, where both words occur but the article's Dubuisson is always Victor."""
    parts = [part for part in name.text.split(" ") if part not in TITLES]
    if len(parts) != 2 or not all(part[:1].isupper() and part.isalpha() and len(part) > 2 for part in parts):
        return None
    first, last = parts
    text = claim.evidence.cased
    if folded(name.text) in claim.evidence.everything or aliases.find_alias(folded(name.text), claim.evidence):
        return None
    before = {
        match.group(1)
        for match in re.finditer(_CAPITALISED_BEFORE.format(rf"{re.escape(last)}\b"), text)
        if match.group(1) not in TITLES
    }
    before = {given for given in before if given.lower() not in COMMON_STARTS}
    if aliases.group_of(last.lower()) is not None:
        return None  # the London Russian embassy: no surname
    alone = re.search(rf"(?<![A-Z]\w\s)(?<!\w){re.escape(first)}\s+{re.escape(last)}", text)
    if alone is not None or len(before) != 1:
        return None
    given = before.pop()
    if re.search(rf"[.!?\n]\s*{given}\s+{re.escape(last)}", text) and not re.search(
        rf"\w {given}\s+{re.escape(last)}", text
    ):
        return None
    why = f"The article has no {name.text}; it has {given} {last}."
    return Problem("name", name.text, why, name.start, name.end, f"{given} {last}")


def _full_name(surname: str, evidence: Evidence) -> str | None:
    """The one name and surname of the article."""
    found = {
        match.group(1)
        for match in re.finditer(_CAPITALISED_BEFORE.format(rf"{re.escape(surname)}\b"), evidence.cased)
        if match.group(1) not in TITLES and match.group(1).lower() not in COMMON_STARTS
    }
    return f"{found.pop()} {surname}" if len(found) == 1 else None


def _stated_instead(claim: Claim, name: Name) -> str | None:
    for change in claim.changes:
        if change.claimed and change.stated and any(name.start <= word.start < name.end for word in change.claimed):
            best = claim.alignment.best
            assert best is not None
            start, end = best.folded.span(change.stated[0].start, change.stated[-1].end)
            named = names(best.text[start:end], best.language) if end - start < 80 else []
            return named[0].text if named else None
    return None


def _swapped(claim: Claim) -> list[Problem]:
    """A name of the article that stands where the article has another one."""
    best = claim.alignment.best
    if best is None or claim.alignment.similarity < _LEAST_SIMILAR:
        return []
    found: list[Problem] = []
    source_names: tuple[Name, ...] | None = None
    for change in claim.changes:
        if not change.framed or not change.claimed or not change.stated:
            continue
        if len(change.claimed) > 4 or len(change.stated) > 4:
            continue
        if source_names is None:
            source_names = names(best.text, best.language)
        stated = _named(change.stated, source_names, best.folded.span)
        if stated is None or not _comparable(claim, best, change.claimed):
            continue
        problem = _swap(claim, change.claimed, stated)
        if problem is not None:
            found.append(problem)
    return found


def _comparable(claim: Claim, best: Source, block: tuple[Word, ...]) -> bool:
    """Apart from the words in question the sentence is the article's. Latin sentences name one thing in many ways
    (the club, the city), so they must also be about as long."""
    rest = [word for word in claim.words if word.meaningful and word not in block]
    held = sum(held_by(word, best) for word in rest)
    if len(rest) < 2 or held < _ALL_BUT_THE_SAME * len(rest):
        return False
    return script_of(claim.language) != "latin" or len(rest) >= 0.45 * sum(word.meaningful for word in best.words)


def _named(stated: tuple[Word, ...], known: tuple[Name, ...], span: object) -> str | None:
    assert callable(span)
    start, end = span(stated[0].start, stated[-1].end)
    inside = [name for name in known if name.start < end and start < name.end]
    return inside[0].text if inside else None


def _swap(claim: Claim, claimed: tuple[Word, ...], stated: str) -> Problem | None:
    """In place of a name: another name of the article, or a noun that the article does not have at all."""
    start, end = claimed[0].start, claimed[-1].end
    text = claim.text[start:end]
    ours = [name for name in names(claim.statement, claim.language) if name.start < end and start < name.end]
    if ours:
        name = ours[0]
        same = folded(stated)
        mine = folded(name.text)
        if mine in same or same in mine or _same_thing(name.text, stated) or _is_initials(name.text, stated):
            return None
        if _share_a_word(mine, same):
            return None
        if claim.evidence.everything.count(mine) and _refers(claim, mine, same):
            return None
        why = f"The post says {name.text} where the article says {stated}."
        return Problem("name", name.text, why, name.start, name.end, stated)
    word = next((word for word in claimed if word.script == "hangul" and len(word.stem) >= 2), None)
    if word is None or not _HANGUL.search(stated):
        return None
    if NO_NOUN.match(word.text) or is_kind_of(word.stem, stated):
        return None
    if word.stem in claim.evidence.squeezed or any(pair in claim.evidence.squeezed for pair in _pairs(word.stem)):
        return None
    why = f"The article nowhere has “{text}”; it says {stated} here."
    return Problem("name", text, why, start, end)


def _pairs(stem: str) -> list[str]:
    return [stem[index : index + 2] for index in range(len(stem) - 1)]


def _refers(claim: Claim, mine: str, same: str) -> bool:
    """The article's own sentence also has our name, or our sentence also has the article's: moved, not swapped."""
    best = claim.alignment.best
    assert best is not None
    return mine in best.folded.text or same in claim.lower


def _is_initials(name: str, other: str) -> bool:
    """FCA for Financial Conduct Authority."""
    return name.isupper() and len(name) > 1 and name == "".join(part[0] for part in other.split() if part[0].isupper())


def _share_a_word(one: str, other: str) -> bool:
    """Also Lib Dem and Liberal Democrat."""
    return any(
        mine.startswith(theirs[:3]) if _LATIN.match(mine) else mine == theirs
        for mine in re.split(r"[\s-]+", one)
        for theirs in re.split(r"[\s-]+", other)
        if len(theirs) >= 3
    )


def _same_thing(one: str, other: str) -> bool:
    group = aliases.group_of(folded(one))
    return group is not None and group == aliases.group_of(folded(other))
