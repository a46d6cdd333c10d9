"""The embedded writer: no AI, no network, the article's own words."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING

from newsforge.adapters.writers.spec import EMBEDDED
from newsforge.engine.compose import compose, digest
from newsforge.pipeline.errors import UnsupportedLanguage, WriterFailed
from newsforge.pipeline.order import compute
from newsforge.pipeline.ports import Brief, Draft

if TYPE_CHECKING:
    from newsforge.engine.article import Article
    from newsforge.engine.compose import Digest
    from newsforge.engine.receipts import Evidence
    from newsforge.pipeline.ports import WriterKind

#: Articles whose digest is kept: those that a process converts at the same time.
_KEPT = 16


class EmbeddedWriter:
    """Deterministic. Digests an article once, however many platforms ask, and only in the article's language."""

    kind: WriterKind = "automatic"
    name = EMBEDDED

    def __init__(self) -> None:
        self._digests = _Digests(digest)

    async def prepare(self, evidence: Evidence) -> None:
        """Digest the article, and load the analyser of its language: seconds in a fresh process."""
        await compute(self._digests.of, evidence)

    def compose(self, brief: Brief, evidence: Evidence) -> Draft:
        article = brief.article
        if brief.language != article.language:
            raise UnsupportedLanguage(
                f"The embedded writer writes in the article's own language ({article.language}).",
                remedy=f"Set up an AI writer for {brief.language}.",
            )
        known = self._digests.of(evidence)
        if known.lead is None:
            raise WriterFailed(
                "The source has no sentence that could stand in a post.",
                remedy="Check that it is an article; if it was read wrongly, paste its text.",
            )
        content = compose(
            known.without(brief.without) if brief.without else known,
            brief.platform,
            tone=brief.tone,
            length=brief.length,
            link=brief.link,
            disclosure=brief.disclosure,
        )
        return Draft(content=content, writer=self.name)


class _Digests:
    """By the identity of the evidence: equal articles are rare, and comparing long ones costs more than it saves.
    Thread-safe."""

    def __init__(self, make: Callable[[Article, Evidence], Digest]) -> None:
        self._make = make
        self._lock = Lock()
        self._kept: OrderedDict[int, tuple[Evidence, Future[Digest]]] = OrderedDict()

    def of(self, evidence: Evidence) -> Digest:
        with self._lock:
            kept = self._kept.get(id(evidence))
            is_new = kept is None
            evidence_and_digest = kept or (evidence, Future())
            self._kept[id(evidence)] = evidence_and_digest
            self._kept.move_to_end(id(evidence))
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        promised = evidence_and_digest[1]
        if is_new:
            try:
                promised.set_result(self._make(evidence.article, evidence))
            except BaseException as error:  # noqa: BLE001 - handed to everyone who waits for it, this call included
                promised.set_exception(error)
        return promised.result()
