"""The tables of the service, each tenant's walled off."""

from __future__ import annotations

import re
from pathlib import Path

from alembic import op

from newsforge.kit.db.policies import SECRET, USER, WORKSPACE, grant_app_role, make_app_role, wall_off
from newsforge.kit.db.server import APP_ROLE

revision = "0001"
down_revision = None

OF_A_WORKSPACE = (
    "article_versions",
    "articles",
    "conversion_events",
    "conversion_sources",
    "conversions",
    "idempotency_keys",
    "post_versions",
    "posts",
    "provider_keys",
    "usage_entries",
    "usage_periods",
)
SQL = Path(__file__).with_suffix(".sql").read_text()
TABLES = re.findall(r"^CREATE TABLE (\w+)", SQL, re.MULTILINE)
APPEND_ONLY = ("audit_entries", "usage_entries", "post_versions", "article_versions")

#: Under row-level security a condition may use an index only if it cannot leak the rows that it is given, and ILIKE
#: is not trusted so far: a search would read every title. So it runs as the tables' owner, who is shown all rows of
#: this one table for reading, inside a function whose query says the workspace itself, as the policy would. Its plan
#: is made for the values of each call.
SEARCH = (
    "CREATE POLICY search ON conversions FOR SELECT TO CURRENT_USER USING (true)",
    f"""
    CREATE FUNCTION search_conversions(
        pattern text, having_status text, having_platform text, before uuid, since uuid, until uuid, at_most int
    ) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
        RETURN QUERY EXECUTE
            'SELECT id FROM conversions WHERE workspace_id = $1 AND title ILIKE $2'
            || CASE WHEN having_status IS NULL THEN '' ELSE ' AND status = $3' END
            || CASE WHEN having_platform IS NULL THEN '' ELSE ' AND platforms @> ARRAY[$4]' END
            || CASE WHEN before IS NULL THEN '' ELSE ' AND id < $5' END
            || CASE WHEN since IS NULL THEN '' ELSE ' AND id >= $6' END
            || CASE WHEN until IS NULL THEN '' ELSE ' AND id < $7' END
            || ' ORDER BY id DESC LIMIT $8'
        USING {WORKSPACE}, pattern, having_status, having_platform, before, since, until, at_most;
    END
    $$
    """,  # noqa: S608 - constants only
)

#: Periodic work has no workspace of its own. It gets ids of deleted workspaces, which it then enters one by one, and
#: the deletion of what has only an age: no row of a tenant ever leaves these functions.
PURGE = (
    "CREATE POLICY purge ON workspaces FOR SELECT TO CURRENT_USER USING (true)",
    "CREATE POLICY purge_seen ON idempotency_keys FOR SELECT TO CURRENT_USER USING (true)",
    "CREATE POLICY purge ON idempotency_keys FOR DELETE TO CURRENT_USER USING (true)",
    "CREATE POLICY purge_seen ON conversion_events FOR SELECT TO CURRENT_USER USING (true)",
    "CREATE POLICY purge ON conversion_events FOR DELETE TO CURRENT_USER USING (true)",
    """
    CREATE FUNCTION list_deleted_workspaces(before timestamptz, at_most int)
    RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT id FROM workspaces WHERE deleted_at < before ORDER BY deleted_at LIMIT at_most
    $$
    """,
    """
    CREATE FUNCTION purge_idempotency_keys(before timestamptz, at_most int)
    RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH old AS (SELECT ctid FROM idempotency_keys WHERE created_at < before LIMIT at_most),
        gone AS (DELETE FROM idempotency_keys WHERE ctid IN (SELECT ctid FROM old) RETURNING 1)
        SELECT count(*) FROM gone
    $$
    """,
    # The last event of a run stays: a stream that is opened late still tells how it ended.
    """
    CREATE FUNCTION purge_conversion_events(since timestamptz, before timestamptz, at_most int)
    RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH old AS (
            SELECT ctid FROM conversion_events
            WHERE created_at >= since AND created_at < before AND name NOT IN ('finished', 'failed', 'cancelled')
            LIMIT at_most
        ),
        gone AS (DELETE FROM conversion_events WHERE ctid IN (SELECT ctid FROM old) RETURNING 1)
        SELECT count(*) FROM gone
    $$
    """,
)
PURGES = (
    "list_deleted_workspaces(timestamptz, int)",
    "purge_idempotency_keys(timestamptz, int)",
    "purge_conversion_events(timestamptz, timestamptz, int)",
)

OWN_WORKSPACES = f"SELECT workspace_id FROM memberships WHERE user_id = {USER}"  # noqa: S608 - constants only


def upgrade() -> None:
    for extension in ("pg_trgm", "btree_gin"):
        op.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
    for statement in SQL.split(";\n"):
        if statement.strip():
            op.execute(statement)
    op.execute(make_app_role())
    for statement in (*walls(), *grant_app_role()):
        op.execute(statement)
    for table in APPEND_ONLY:
        op.execute(f"REVOKE UPDATE ON {table} FROM {APP_ROLE}")
    for statement in (*SEARCH, *PURGE):
        op.execute(statement)
    op.execute(f"REVOKE DELETE ON audit_entries, usage_entries FROM {APP_ROLE}")


def walls() -> list[str]:
    statements = [line for table in OF_A_WORKSPACE for line in wall_off(table)]
    # A person sees their own memberships everywhere, and the workspaces that these are of.
    statements += wall_off(
        "memberships",
        may_see=f"workspace_id = {WORKSPACE} OR user_id = {USER}",
        may_write=f"workspace_id = {WORKSPACE}",
    )
    statements += wall_off(
        "workspaces",
        may_see=f"id = {WORKSPACE} OR id IN ({OWN_WORKSPACES})",
        may_write=f"id = {WORKSPACE}",
    )
    # Who holds a key or an invitation is not known to belong anywhere yet; knowing its hash shows the one row.
    for table, column in (("api_keys", "key_hash"), ("invitations", "token_hash")):
        statements += wall_off(
            table,
            may_see=f"workspace_id = {WORKSPACE} OR {column} = {SECRET}",
            may_write=f"workspace_id = {WORKSPACE}",
        )
    statements += wall_off(
        "audit_entries",
        may_see=f"workspace_id = {WORKSPACE} OR (workspace_id IS NULL AND user_id = {USER})",
        may_write=f"workspace_id IS NULL OR workspace_id = {WORKSPACE}",
    )
    return statements


def downgrade() -> None:
    op.execute("DROP FUNCTION search_conversions")
    for function in PURGES:
        op.execute(f"DROP FUNCTION {function}")
    for table in reversed(TABLES):
        op.execute(f"DROP TABLE {table}")
