"""An article as a writer sees it: what matters, in which order, and what may stand where."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from newsforge.engine.article import Article, Sentence
from newsforge.engine.compose.kept import says_the_same

#: What a sentence leans on: nothing, anything that names the subject (headline or lead), or the sentence before it.
Needs = Literal["nothing", "subject", "previous"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of the article that a post may use.

    ``text`` is what stands in it right after its predecessor, ``alone`` what stands in it anywhere else (a leading
    connective and a stray 이날 gone), None when it cannot. ``names`` maps each short name in it (Lee) to the full
    ones of the article (Ann Lee), of which one must stand before it; ``full`` is ``alone`` with them written out, where
    the article lets it. ``refers``: it takes up what one of its ``names`` is (이 불로), so it never opens a post.
    Without ``has_doer`` it says what was done and not who did it: no point of a list. ``rank`` 0 is the line that
    matters most.
    """

    index: int
    sentence: Sentence
    text: str
    alone: str | None
    needs: Needs
    names: tuple[tuple[str, ...], ...] = ()
    full: str | None = None
    refers: bool = False
    has_doer: bool = True
    score: float = 0.0
    rank: int = 0
    terms: frozenset[str] = frozenset()
    is_named: bool = True
    has_figure: bool = False
    has_quote: bool = False
    looks_ahead: bool = False
    #: The next sentence takes a part of it back: But they fell by as much where there was no curfew.
    is_qualified: bool = False
    #: It says who found what the lead tells, and stands right after it.
    is_source: bool = False
    #: It answers what the lead charges somebody with, limits what it claims, or comes before a line that does: it is
    #: read right after the lead.
    is_owed: bool = False

    @property
    def place(self) -> tuple[bool, int]:
        """Where a reader comes upon it behind the lead."""
        return (not (self.is_source or self.is_owed), self.index)

    def without(self, sentences: Collection[str]) -> Line | None:
        """The line with no wording that holds one of ``sentences`` or is a part of it (the check may read two lines as
        one), None where only its full form is left."""
        if any(one in form or (form and form in one) for form in (self.text, self.alone or "") for one in sentences):
            return None
        return replace(self, full=None) if self.full and any(one in self.full for one in sentences) else self


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The title without marks and site names. ``label`` is 속보, 단독, BREAKING, ... where the title itself has it.

    ``clauses`` are its beginnings that tell the news whole, ``fragments`` what is left for places that take none of
    those: no subject, or only the topic. Longest first. Without ``tells`` the text itself only names the topic.
    """

    text: str
    label: str = ""
    breaking: bool = False
    clauses: tuple[str, ...] = ()
    fragments: tuple[str, ...] = ()
    tells: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """Everything that the compositions draw on, worked out once an article.

    ``lines`` are in reading order, ``lead`` is the one that tells the news, ``quote`` the best verbatim speech whose
    sentence names the speaker, ``toll`` who died or was hurt where the lead does not tell it, ``source`` who found what
    the lead tells, where only the next line says it, ``calls`` how and until when readers apply,
    ``stakes`` whose jobs a deal costs, behind what that leans on. ``answers`` are owed
    to whoever the news accuses, best first, each
    behind the lines that it leans on (``is_cleared``: the court's reason, then theirs); ``accused`` are names of people
    accused and not convicted. ``limits`` say how far the lead holds, the fullest first; ``other_side`` is said against
    whom ``quote`` quotes (``is_two_sided``: the title tells so). ``article`` is what every text of it is taken from.
    Without ``is_titled`` the headline was made of the lead: for a field that wants one, never for a place beside the
    lead.
    """

    article: Article
    headline: Headline
    lines: tuple[Line, ...]
    lead: Line | None
    quote: Line | None
    figures: tuple[Line, ...] = ()
    toll: Line | None = None
    source: Line | None = None
    outlook: tuple[Line, ...] = ()
    calls: tuple[Line, ...] = ()
    stakes: tuple[tuple[Line, ...], ...] = ()
    answers: tuple[tuple[Line, ...], ...] = ()
    is_cleared: bool = False
    limits: tuple[tuple[Line, ...], ...] = ()
    other_side: Line | None = None
    is_two_sided: bool = False
    accused: frozenset[str] = frozenset()
    keywords: tuple[str, ...] = ()
    ranked: tuple[Line, ...] = ()
    title_terms: frozenset[str] = frozenset()
    is_titled: bool = True
    #: What ``choice`` took of the lines, by its wish, where room is no question.
    chosen: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def spares(self, text: str) -> bool:
        """Whether it may be told without the answer that is owed: it names nobody accused whom the title spares."""
        named = [name for name in self.accused if name in text]
        title = self.headline.text if self.is_titled else ""
        return not self.answers or self.is_cleared or all(name in title for name in named)

    def without(self, sentences: Collection[str]) -> Digest:
        """The digest of the lines that can do without ``sentences``; the lead stays."""

        def one_of(line: Line | None) -> Line | None:
            return line if line is None or line == self.lead else line.without(sentences)

        def all_of(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            return tuple(kept for line in lines if (kept := one_of(line)))

        return replace(
            self,
            lines=all_of(self.lines),
            quote=one_of(self.quote),
            figures=all_of(self.figures),
            toll=one_of(self.toll),
            source=one_of(self.source),
            outlook=all_of(self.outlook),
            calls=all_of(self.calls),
            stakes=tuple(filter(None, map(all_of, self.stakes))),
            answers=tuple(filter(None, map(all_of, self.answers))),
            limits=tuple(filter(None, map(all_of, self.limits))),
            other_side=one_of(self.other_side),
            ranked=all_of(self.ranked),
            chosen={},
        )

    def title_says(self, text: str) -> bool:
        """Whether ``text`` is, to the receipts, the title's own wording."""
        article = self.article
        stands_in = self.lead.text if self.lead else ""
        return says_the_same(text, article.title if self.is_titled else stands_in, article.site, article.language)
