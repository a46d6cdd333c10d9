"""The reference page: everything that the document has, and nothing that it would have to fetch."""

import re
from html.parser import HTMLParser

import httpx2
import pytest

from newsforge.api.application import PREFIX, make_framework
from newsforge.api.reference import PATH, render

VOID = {"meta"}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.open, self.tags = [], [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.add(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        assert not set(found) & {"src", "style", "onclick"}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def app():
    return make_framework()


@pytest.fixture(scope="module")
def page(app):
    return Page(render(app.openapi()))


def test_every_operation_and_schema_is_there_once_and_every_link_leads_somewhere(app, page):
    document = app.openapi()
    operations = {one["operationId"] for item in document["paths"].values() for one in item.values()}
    assert operations <= set(page.ids)
    assert {f"schema-{name}" for name in document["components"]["schemas"]} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert page.open == []
    inner = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    assert {link for link in page.links if not link.startswith("#")} == {"openapi.json"}
    assert "script" not in page.tags


async def test_it_is_served_with_the_right_to_its_own_style_alone(app):
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://test") as http:
        answer = await http.get(PREFIX + PATH)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
        policy = answer.headers["content-security-policy"]
        assert re.search(r"style-src 'sha256-[\w+/=]+'", policy)
        assert "script-src" not in policy
        again = await http.get(PREFIX + PATH, headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert app.openapi()["externalDocs"]["url"] == PREFIX + PATH


def test_what_a_document_says_is_text_and_no_markup():
    document = {
        "info": {"title": "<b>T</b>", "version": "1", "description": "<script>x</script> **bold** `<i>`"},
        "paths": {"/a/{b}": {"get": {
            "operationId": "a", "summary": "<img>", "responses": {"200": {"description": "<hr>"}},
        }}},
        "components": {"schemas": {"A": {"type": "string", "description": "<u>"}}},
    }  # fmt: skip
    text = render(document)
    assert not re.search(r"<(script|img|hr|u|i|b)\b", text)
    assert "<strong>bold</strong>" in text
