"""Articles that stand in a ``<script type="text/template">`` until the page's own script shows them (Blogger)."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

#: Only where an article's body stands, and nothing else in it: templates elsewhere are dialogs and widgets.
_PLACES = '[itemprop~="articleBody" i], .post-content, .post-body, .entry-content'
_TEMPLATE = re.compile(
    r"""<script\b[^>]{0,200}\btype\s*=\s*["']?text/template["']?[^>]{0,200}>(.*?)</script\s*>""",
    re.IGNORECASE | re.DOTALL,
)
_SHORTEST = 300


def unwrap(html: str) -> str:
    """The page as it looks once its script has run; the page itself where it has no such article."""
    if "text/template" not in html:
        return html
    tree = LexborHTMLParser(html)
    bodies = {
        template.text() or ""
        for place in tree.css(_PLACES)
        for template in place.css('script[type="text/template" i]')[:1]
        if template.parent is not None and template.parent.mem_id == place.mem_id
    }
    bodies = {body for body in bodies if len(_words(body)) >= _SHORTEST}
    return _TEMPLATE.sub(lambda match: match[1] if match[1] in bodies else match[0], html) if bodies else html


def _words(body: str) -> str:
    shown = LexborHTMLParser(body)
    return (shown.body.text(strip=True) or "") if shown.body is not None else ""
