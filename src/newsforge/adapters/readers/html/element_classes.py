"""The classes of the elements that trafilatura works on, as a table that lxml itself looks up.

Out of the box lxml calls Python for the class of each element each time that one is touched, 3,000 times a page: a
tenth of the time that reading takes. The classes are the same.
"""

from __future__ import annotations

from functools import cache


@cache
def use_table() -> None:
    """Once a process, before trafilatura parses its first page."""
    from lxml import etree, html
    from trafilatura.utils import HTML_PARSER

    default = etree.ElementDefaultClassLookup(
        element=html.HtmlElement,
        comment=html.HtmlComment,
        pi=html.HtmlProcessingInstruction,
        entity=html.HtmlEntity,
    )
    lookup = etree.ElementNamespaceClassLookup(default)
    lookup.get_namespace(None).update(
        {
            "form": html.FormElement,
            "input": html.InputElement,
            "label": html.LabelElement,
            "select": html.SelectElement,
            "textarea": html.TextareaElement,
        }
    )
    HTML_PARSER.set_element_class_lookup(lookup)
