"""Articles: one an address, one version a content, whoever reads it at the same time."""

import asyncio
from dataclasses import replace

import pytest

from newsforge.domains.articles import service
from newsforge.kit.http.errors import NotFound
from newsforge.kit.http.pages import PageQuery, read_cursor
from tests.support.stories import bus_ko
from tests.support.tenants import open_store

URL = "https://News.example/1?id=7&utm_source=x#top"


@pytest.fixture
async def store(database):
    async with open_store(database) as store:
        yield store


async def save(store, workspace_id, article):
    async with store.write(workspace_id) as session:
        return await service.save_article(session, workspace_id=workspace_id, article=article)


async def test_an_address_has_versions(store):
    workspace_id = await store.add_workspace()
    article = replace(bus_ko(), url=URL)
    first = await save(store, workspace_id, article)
    assert await save(store, workspace_id, article) == first
    moved = replace(article, url="https://news.example/1?id=7", title="새 제목")
    second = await save(store, workspace_id, moved)
    assert (second.article_id, second.version) == (first.article_id, 2)
    assert await save(store, workspace_id, article) == first, "an old content is its old version"
    async with store.read(workspace_id) as session:
        on = {"workspace_id": workspace_id, "article_id": first.article_id}
        latest = await service.get_article(session, **on)
        assert (latest.version, latest.title, latest.url) == (2, "새 제목", "https://news.example/1?id=7")
        assert await service.get_source(session, **on, version=1) == article
        page = await service.list_versions(session, **on, page=PageQuery(limit=1))
        assert [one.version for one in page.items] == [2]
        rest = await service.list_versions(session, **on, page=PageQuery(after=read_cursor(page.next_cursor)))
        assert [one.version for one in rest.items] == [1]
        with pytest.raises(NotFound):
            await service.get_article(session, **on, version=3)


async def test_without_an_address_the_content_is_the_identity(store):
    workspace_id = await store.add_workspace()
    first = await save(store, workspace_id, replace(bus_ko(), url=None))
    other = await save(store, workspace_id, replace(bus_ko(), url=None, title="다른 제목"))
    assert first.article_id != other.article_id
    async with store.read(workspace_id) as session:
        listed = await service.list_articles(session, workspace_id=workspace_id, page=PageQuery())
        assert {one.id for one in listed.items} == {first.article_id, other.article_id}


async def test_at_once_it_is_still_one(store):
    workspace_id = await store.add_workspace()
    article = replace(bus_ko(), url=URL)
    contents = [replace(article, title=f"제목 {n % 3}") for n in range(12)]
    saved = await asyncio.gather(*(save(store, workspace_id, one) for one in contents))
    assert len({one.article_id for one in saved}) == 1
    assert {one.version for one in saved} == {1, 2, 3}


async def test_what_a_database_cannot_hold_is_replaced(store):
    workspace_id = await store.add_workspace()
    await save(store, workspace_id, replace(bus_ko(), url=None, title="a\x00b\ud800c"))
    async with store.read(workspace_id) as session:
        listed = await service.list_articles(session, workspace_id=workspace_id, page=PageQuery())
    assert listed.items[0].title == "a\ufffdb\ufffdc"


async def test_another_workspace_has_its_own(store):
    mine, theirs = await store.add_workspace(), await store.add_workspace()
    saved = await save(store, mine, replace(bus_ko(), url=URL))
    assert (await save(store, theirs, replace(bus_ko(), url=URL))).article_id != saved.article_id
    async with store.read(theirs) as session:
        with pytest.raises(NotFound):
            await service.get_article(session, workspace_id=theirs, article_id=saved.article_id)
        with pytest.raises(NotFound):  # the second wall
            await service.get_article(session, workspace_id=mine, article_id=saved.article_id)
