"""Every list query goes by its index, among many rows of many workspaces, as the service's role that sees one."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.dialects import postgresql

from newsforge.domains.articles import repository as articles
from newsforge.domains.conversions import event_repository, post_repository, repository
from newsforge.domains.conversions.repository import Filters
from newsforge.domains.usage import repository as usage
from newsforge.kit.ids import new_id
from tests.support.postgres import clone_database
from tests.support.tenants import open_store

#: Where a workspace has a large share of all rows, walking all of them in order would be as good.
WORKSPACES = 150
ROWS = 200

FILL = """
INSERT INTO conversions (id, workspace_id, created_by, status, source_kind, platforms, languages, wishes, title)
SELECT uuidv7(), w.id, w.id, CASE WHEN n % 50 = 0 THEN 'failed' ELSE 'succeeded' END, 'text',
    ARRAY[CASE WHEN n % 100 = 0 THEN 'pinterest' ELSE 'x' END], '{}', '{}',
    '한빛시 시내버스 ' || md5(n::text || w.id::text)
FROM generate_series(1, ROWS_EACH) n CROSS JOIN workspaces w;
INSERT INTO posts (id, workspace_id, conversion_id, ordinal, platform, language, verdict, form)
SELECT uuidv7(), workspace_id, id, 0, platforms[1], CASE WHEN platforms[1] = 'x' THEN 'ko' ELSE 'ja' END, 'clean', '{}'
FROM conversions;
INSERT INTO post_versions (workspace_id, post_id, version, change, form)
SELECT workspace_id, id, 1, 'written', '{}' FROM posts;
INSERT INTO conversion_events (workspace_id, conversion_id, seq, name, data)
SELECT workspace_id, id, s, 'written', '{}' FROM conversions CROSS JOIN generate_series(1, 2) s;
INSERT INTO articles (id, workspace_id, identity, title, language, latest_version)
SELECT uuidv7(), workspace_id, id::text, title, 'ko', 1 FROM conversions;
INSERT INTO article_versions (id, workspace_id, article_id, version, content_hash, form, fetched_at)
SELECT uuidv7(), workspace_id, id, 1, identity, '{}', now() FROM articles;
INSERT INTO usage_entries (id, workspace_id, subject_id, run, kind, period, units)
SELECT uuidv7(), workspace_id, id, 1, 'reserve', '2026-11-01', 1 FROM conversions;
""".replace("ROWS_EACH", str(ROWS))


@pytest.fixture(scope="module")
def address(postgres):
    with clone_database(postgres, f"newsforge_plans_{uuid4().hex[:8]}") as address:
        asyncio.run(fill(address.admin_url))
        yield address


async def fill(admin_url):
    connection = await asyncpg.connect(admin_url)
    for _ in range(WORKSPACES):
        await connection.execute("INSERT INTO workspaces (id, name, kind) VALUES ($1, 'x', 'team')", new_id())
    await connection.execute(FILL)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


class Explaining:
    """Stands for a session: explains what it is asked to read instead of reading it."""

    def __init__(self, session) -> None:
        self.session = session
        self.plans = []

    async def scalars(self, statement):
        compiled = statement.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})
        plan = await self.session.scalar(text("EXPLAIN (FORMAT JSON) " + str(compiled).replace(":", "\\:")))
        self.plans.append(plan[0]["Plan"])
        return []

    async def scalar(self, statement):
        await self.scalars(statement)

    async def execute(self, statement):
        return await self.scalars(statement)


def nodes(plan):
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)


LAST = UUID(int=2**128 - 1)
AGO = datetime.now(UTC) - timedelta(days=1)
LISTS = {
    "conversions": (
        lambda s, w, c: repository.list_conversions(s, w, Filters(), after=None, limit=21),
        "ix_conversions_page",
    ),
    "next page": (
        lambda s, w, c: repository.list_conversions(s, w, Filters(), after=c, limit=21),
        "ix_conversions_page",
    ),
    "by status": (
        lambda s, w, c: repository.list_conversions(s, w, Filters(status="failed"), after=c, limit=21),
        "ix_conversions_status_page",
    ),
    "by day": (
        lambda s, w, c: repository.list_conversions(
            s, w, Filters(created_after=AGO, created_before=AGO + timedelta(days=9)), after=None, limit=21
        ),
        "ix_conversions_page",
    ),
    "by platform": (
        lambda s, w, c: repository.list_conversions(s, w, Filters(platform="pinterest"), after=None, limit=21),
        "posts",
    ),
    "by language": (
        lambda s, w, c: repository.list_conversions(s, w, Filters(language="ja"), after=None, limit=21),
        "posts",
    ),
    "posts": (post_repository.list_posts, "uq_posts_place"),
    "rewritten": (post_repository.is_any_rewritten, "uq_posts_place"),
    "versions": (lambda s, w, c: post_repository.list_versions(s, w, c, below=9, limit=21), "pk_post_versions"),
    "events": (
        lambda s, w, c: event_repository.list_events(s, w, c, after=1, limit=200),
        "pk_conversion_events",
    ),
    "articles": (lambda s, w, c: articles.list_articles(s, w, after=LAST, limit=21), "ix_articles_page"),
    "article versions": (
        lambda s, w, c: articles.list_versions(s, w, c, after=None, limit=21),
        "uq_article_versions_version",
    ),
    "usage": (lambda s, w, c: usage.list_entries(s, w, after=LAST, limit=21), "ix_usage_entries_page"),
}


@pytest.mark.parametrize(("ask", "index"), LISTS.values(), ids=LISTS)
async def test_every_list_goes_by_an_index(address, ask, index):
    async with open_store(address) as store:
        connection = await asyncpg.connect(address.admin_url)
        workspace_id, conversion_id = await connection.fetchrow(
            "SELECT workspace_id, id FROM conversions ORDER BY id OFFSET 10000 LIMIT 1"
        )
        await connection.close()
        async with store.read(workspace_id) as session:
            explaining = Explaining(session)
            await ask(explaining, workspace_id, conversion_id)
    assert explaining.plans
    for plan in explaining.plans:
        found = list(nodes(plan))
        assert not [node for node in found if node["Node Type"] == "Seq Scan"], json.dumps(plan, indent=1)
        assert any(index in node.get("Index Name", "") for node in found), json.dumps(plan, indent=1)
        assert not [node for node in found if node["Node Type"] == "Sort" and node["Plan Rows"] > 100], plan


@pytest.mark.parametrize("needle", ["abcd", "버스 c4ca", "없는 말"])
async def test_a_search_reads_the_titles_of_its_index_only(address, needle):
    """The function's own query, in the role that it runs as; through the function, by what is read."""
    async with open_store(address) as store:
        connection = await asyncpg.connect(address.owner_url)
        admin = await asyncpg.connect(address.admin_url)
        workspace_id = await admin.fetchval("SELECT id FROM workspaces LIMIT 1")
        async with connection.transaction():
            await connection.execute("SELECT set_config('newsforge.workspace_id', $1, true)", str(workspace_id))
            [(plan,)] = await connection.fetch(
                "EXPLAIN (FORMAT JSON) SELECT id FROM conversions WHERE workspace_id ="
                f" '{workspace_id}' AND title ILIKE '%{needle}%' ORDER BY id DESC LIMIT 21"
            )
        assert "ix_conversions_search" in plan, plan
        assert "Seq Scan" not in plan
        async with store.read(workspace_id) as session:
            rows = await repository.list_conversions(session, workspace_id, Filters(text=needle), after=None, limit=21)
        for row in rows:
            assert needle in row.title
            assert row.workspace_id == workspace_id
        await connection.close()
        await admin.close()


async def test_a_search_sees_only_the_transactions_workspace(address):
    """In raw SQL, as the service's role: the function asks the transaction, not its caller."""
    connection = await asyncpg.connect(address.app_url)
    ask = "SELECT count(*) FROM search_conversions('%', NULL, NULL, NULL, NULL, NULL, NULL, 1000000)"
    in_japanese = ask.replace("NULL, NULL, NULL, NULL", "NULL, NULL, 'ja', NULL", 1)
    assert await connection.fetchval(ask) == 0
    async with connection.transaction():
        await connection.execute("SELECT set_config('newsforge.workspace_id', $1, true)", str(uuid4()))
        assert await connection.fetchval(ask) == 0
    admin = await asyncpg.connect(address.admin_url)
    workspace_id = await admin.fetchval("SELECT id FROM workspaces LIMIT 1")
    async with connection.transaction():
        await connection.execute("SELECT set_config('newsforge.workspace_id', $1, true)", str(workspace_id))
        assert await connection.fetchval(ask) == ROWS
        assert await connection.fetchval(in_japanese) == ROWS // 100
        assert await connection.fetchval("SELECT count(*) FROM conversions") == ROWS
    await connection.close()
    await admin.close()
