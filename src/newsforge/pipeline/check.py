"""Lay a draft out and hold it against the platform's rules and the article. Pure and CPU-bound."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from newsforge.engine.article import Article
from newsforge.engine.platforms.layout import lay_out
from newsforge.engine.platforms.measure import Measure, Violation, measure, requires, violations
from newsforge.engine.platforms.record import Platform
from newsforge.engine.post import Content, Post
from newsforge.engine.receipts import Evidence, receipts
from newsforge.engine.receipts.model import Receipt
from newsforge.engine.text.written_language import find_other_language

#: A sentence is quoted back to the writer up to here: enough to find it again.
_QUOTED_LENGTH = 240
_LANGUAGES = {"ko": "Korean", "en": "English", "ja": "Japanese", "zh": "Chinese", "fr": "French", "de": "German"}


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Without slots: what follows from the receipts is reckoned once."""

    post: Post
    receipts: tuple[Receipt, ...]
    measures: tuple[Measure, ...]
    violations: tuple[Violation, ...]
    requires: tuple[str, ...]

    @cached_property
    def unsupported(self) -> tuple[Receipt, ...]:
        return tuple(receipt for receipt in self.receipts if receipt.status == "unsupported")

    @cached_property
    def doubtful(self) -> tuple[Receipt, ...]:
        """What is unsupported or for a person to compare."""
        return tuple(one for one in self.receipts if one.status == "unsupported" or one.needs_reading)

    @cached_property
    def status(self) -> Literal["clean", "review", "unsupported", "invalid"]:
        if self.unsupported:
            return "unsupported"
        if self.violations:
            return "invalid"
        return "review" if self.doubtful else "clean"

    @property
    def is_acceptable(self) -> bool:
        """Nothing to object to. New wording alone is no reason to have it written anew: it would be new again."""
        return self.status in {"clean", "review"}

    @property
    def badness(self) -> tuple[int, int]:
        """Sorts the tries of a platform: fewest unsupported sentences first, then fewest broken rules."""
        return len(self.unsupported), len(self.violations)


def check(  # noqa: PLR0913 - what the layout and the receipts ask for together
    content: Content,
    platform: Platform,
    *,
    article: Article,
    evidence: Evidence,
    language: str,
    writer: str,
    link: str | None,
    disclosure: str | None,
    is_by_ai: bool = False,
) -> Checked:
    """``is_by_ai``: hold the draft to the language of the order too. The embedded writer has no other than the
    article's, in which it may quote whatever the article quotes."""

    def laid_out(content: Content) -> tuple[Post, tuple[Receipt, ...]]:
        post = lay_out(content, platform, language=language, writer=writer, link=link, disclosure=disclosure)
        return post, receipts(post, article, evidence=evidence)

    post, found = laid_out(content)
    if bad := _unsupported_tags(content, found):
        # A tag can be left out without harm to the text: no reason to have it all written anew.
        post, found = laid_out(replace(content, hashtags=tuple(tag for tag in content.hashtags if tag not in bad)))
    checked = _measured(post, platform, found)
    fault = find_language_fault(content, language) if is_by_ai else None
    return replace(checked, violations=(*checked.violations, fault)) if fault is not None else checked


def find_language_fault(content: Content, language: str) -> Violation | None:
    """What a writer hears whose draft, or a paragraph of it, is in another language than the order's."""
    texts = (content.title, content.subject, content.preheader, *content.paragraphs)
    other = find_other_language("\n".join(text for text in texts if text), language)
    if other is None:
        return None
    passage, code = other
    asked, found = (_LANGUAGES.get(one, f"the language with the code {one}") for one in (language, code))
    message = f'Written in {found}, and {asked} was asked for: "{_shorten(passage)}" Write all of it in {asked}.'
    return Violation(code="wrong_language", message=message)


def recheck(post: Post, platform: Platform, *, article: Article, evidence: Evidence | None = None) -> Checked:
    """Hold a finished post, such as one that a person has edited, against the rules and the article."""
    return _measured(post, platform, receipts(post, article, evidence=evidence))


def _measured(post: Post, platform: Platform, found: tuple[Receipt, ...]) -> Checked:
    measures = measure(post, platform)
    return Checked(
        post=post,
        receipts=found,
        measures=measures,
        violations=violations(post, platform, measured=measures),
        requires=requires(platform, post),
    )


def _unsupported_tags(content: Content, found: tuple[Receipt, ...]) -> set[str]:
    """The tags that a line of nothing but tags was turned down for; all of its tags where it does not say which."""
    bad: set[str] = set()
    for receipt in found:
        words = receipt.sentence.split()
        if receipt.status != "unsupported" or not all(word.startswith("#") for word in words):
            continue
        tags = {word.lstrip("#") for word in words} & set(content.hashtags)
        named = {tag for tag in tags if any(problem.text.strip("# ") in tag for problem in receipt.problems)}
        bad |= named or tags
    return bad


def objections(checked: Checked) -> tuple[str, ...]:
    """Why the draft was turned down, a line for each sentence and rule, with what the article says instead."""
    return (
        *(_unsupported(receipt) for receipt in checked.unsupported),
        *(violation.message for violation in checked.violations),
    )


def gist(checked: Checked) -> str:
    """The first of the objections, without what the article says instead. Every sentence in it is whole, so that it can
    be said in another language."""
    for receipt in checked.unsupported:
        return f'"{_shorten(receipt.sentence)}": {_whys(receipt)[0]}'
    return checked.violations[0].message if checked.violations else ""


def _unsupported(receipt: Receipt) -> str:
    near = next((f' The nearest passage of the article: "{_shorten(span.text)}"' for span in receipt.spans), "")
    return f'"{_shorten(receipt.sentence)}": {" ".join(_whys(receipt))}{near}'


def _whys(receipt: Receipt) -> list[str]:
    whys = list(dict.fromkeys(" ".join(problem.why.split()) for problem in receipt.problems))
    return whys or ["Nothing in the article supports this sentence."]


def _shorten(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTED_LENGTH else flat[: _QUOTED_LENGTH - 1] + "…"
