"""A page whose only ``<h1>`` and ``<title>`` name the site: the article's headline is the heading inside it."""

import pytest

from newsforge.adapters.readers.html.reading import read_page

BODY = """<p class="byline">By Ruth Carver</p>
<p>Northport council voted on Tuesday to close the ferry terminal at Sandwick by next March, ending a service that has
run since 1931.</p><p>The decision, carried by 14 votes to nine, will save £2.4 million a year, according to a council
report published last week.</p><p>"We simply cannot keep paying for a terminal that serves 300 people," said council
leader Mary Oyelaran.</p><p>Islanders said the closure would cost 62 jobs. The council will pay for a bus from April.</p>
"""
HEADLINE = "Northport council votes to close the ferry terminal"


def _page(*, title, masthead, headline):
    return f"""<!doctype html><html lang="en"><head><title>{title}</title></head><body>
<header>{masthead}<nav><a href="/news">News</a></nav></header><main><article>{headline}{BODY}</article></main></body>
</html>""".encode()


@pytest.mark.parametrize("title", ["The Harbour Gazette", "The Harbour Gazette — news from the coast"])
@pytest.mark.parametrize(
    "masthead",
    [
        '<h1><a href="/">The Harbour Gazette</a></h1>',
        '<a href="https://gazette.example/"><h1>The Harbour Gazette</h1></a>',
    ],
)
def test_the_heading_inside_the_article_is_the_headline(title, masthead):
    article = read_page(
        _page(title=title, masthead=masthead, headline=f"<h2>{HEADLINE}</h2>"), url=None, content_type=None
    )
    assert article.title == HEADLINE
    assert article.site == "The Harbour Gazette"


def test_a_headline_in_the_title_stays_though_the_h1_is_a_masthead():
    page = _page(
        title=f"{HEADLINE} | The Harbour Gazette",
        masthead='<h1><a href="/">The Harbour Gazette</a></h1>',
        headline="<h2>What the council said about the ferry</h2>",
    )
    assert read_page(page, url=None, content_type=None).title == HEADLINE


def test_a_section_is_no_headline():
    first = "<p>Islands lose their boat: a decision of Tuesday evening ends almost a century of sailing.</p>"
    page = _page(title="Sandwick says goodbye", masthead="", headline=f"{first}<h2>{HEADLINE}</h2>")
    assert read_page(page, url=None, content_type=None).title == "Sandwick says goodbye"


def test_an_h1_that_leads_elsewhere_is_a_headline():
    page = _page(title="The Harbour Gazette", masthead="", headline=f'<h1><a href="/news/12">{HEADLINE}</a></h1>')
    assert read_page(page, url=None, content_type=None).title == HEADLINE


def test_a_deck_of_two_lines_stays_two_lines():
    deck = '<p class="subheading">62 jobs at risk<br>Islanders say they were not asked</p>'
    page = _page(title=HEADLINE, masthead="", headline=f"<h1>{HEADLINE}</h1>{deck}")
    assert read_page(page, url=None, content_type=None).deck == "62 jobs at risk\nIslanders say they were not asked"
