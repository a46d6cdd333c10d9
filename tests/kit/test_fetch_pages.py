"""Pages fetched again: from the store for a moment, then only when the site says that they are unchanged."""

from newsforge.adapters.readers.pages import CachedPages
from newsforge.adapters.readers.source import SourceReader
from newsforge.kit.bell import Bell
from newsforge.kit.cache import Cache
from newsforge.kit.fetch import Policy
from newsforge.kit.fetch.pages import KeptPage, fetch_again
from newsforge.kit.valkey import ValkeyConnection
from tests.kit.local_sites import PAGE, PUBLIC_HOST, response, running
from tests.support.news import EN


class Pages(dict):
    async def find(self, url):
        return self.get(url)

    async def keep(self, url, kept):
        self[url] = kept


async def test_a_page_is_asked_for_again_only_when_it_is_old_and_sent_again_only_when_it_changed():
    pages, now = Pages(), 1000.0
    policy = Policy(allow_networks=("127.0.0.0/8",), ports=None)
    async with running() as site:
        url = f"http://{PUBLIC_HOST}:{site.port}/1"
        site.answers["/1"] = response(PAGE, 'ETag: "a"')

        async def get(at):
            return await fetch_again(url, pages, policy=policy, clock=lambda: now + at)

        first = await get(0)
        assert (await get(59)).data == first.data == PAGE
        assert len(site.requests) == 1
        site.answers["/1"] = response(b"", 'ETag: "a"', status="304 Not Modified")
        again = await get(61)
        assert (again.data, again.is_unchanged) == (PAGE, False)
        assert 'if-none-match: "a"' in site.requests[1].lower()
        await get(119)
        assert len(site.requests) == 2
        site.answers["/1"] = response(b"<p>new</p>", 'ETag: "b"')
        assert (await get(200)).data == b"<p>new</p>"
        assert pages[url].page.etag == '"b"'


async def test_the_reader_reads_from_the_store():
    policy = Policy(allow_networks=("127.0.0.0/8",), ports=None)
    pages = CachedPages(Cache(connection := ValkeyConnection(None), Bell(connection)))
    lines = EN.splitlines()
    text = "".join(f"<p>{line}</p>" for line in lines[2:])
    body = f"<html><body><article><h1>{lines[0]}</h1>{text}</article></body></html>"
    async with running() as site:
        url = f"http://{PUBLIC_HOST}:{site.port}/1"
        site.answers["/1"] = response(body.encode())
        reader = SourceReader(policy=policy, pages=pages)
        from newsforge.pipeline.ports import Source

        articles = [await reader.read(Source(kind="url", name=url)) for _ in range(3)]
    assert articles[0] == articles[1] == articles[2]
    assert len(site.requests) == 1
    kept = await pages.find(url)
    assert isinstance(kept, KeptPage)
    assert kept.page.data == body.encode()
