"""The table of element classes says what lxml's own function says."""

from __future__ import annotations

from lxml import html
from trafilatura.utils import HTML_PARSER

from newsforge.adapters.readers.html.element_classes import use_table

PAGE = (
    "<!doctype html><html><head><title>온별시</title></head><body><form><input name=q><label>x</label>"
    "<select><option>1</option></select><textarea></textarea></form><svg><g/></svg><Section><p>a<br>b</p></Section>"
    "<custom-tag>c</custom-tag></body></html>"
)


def test_every_element_has_the_class_that_lxml_gives_it() -> None:
    use_table()
    plain = html.fromstring(PAGE, parser=html.HTMLParser())
    tabled = html.fromstring(PAGE, parser=HTML_PARSER)
    assert [type(element) for element in tabled.iter()] == [type(element) for element in plain.iter()]
