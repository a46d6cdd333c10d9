"""Row-level security, as statements for a migration.

The second wall behind the repositories: whatever a query forgets to say, the database shows only rows of the
transaction's own workspace (:class:`newsforge.kit.db.sessions.Sight`). ``FORCE`` holds the tables' owner to it too.
"""

from __future__ import annotations

from newsforge.kit.db.server import APP_ROLE

WORKSPACE = "nullif(current_setting('newsforge.workspace_id', true), '')::uuid"
USER = "nullif(current_setting('newsforge.user_id', true), '')::uuid"
SECRET = "decode(nullif(current_setting('newsforge.secret_hash', true), ''), 'hex')"  # noqa: S105 - no secret


def wall_off(table: str, *, may_see: str = f"workspace_id = {WORKSPACE}", may_write: str | None = None) -> list[str]:
    """``may_see`` and ``may_write`` (by default the same) are conditions on a row."""
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY tenant ON {table} USING ({may_see}) WITH CHECK ({may_write or may_see})",
    ]


def make_app_role() -> str:
    """Make the role where the migration may; a server whose roles are made elsewhere has it already."""
    return f"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN
                CREATE ROLE {APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
            END IF;
        END $$
    """


def grant_app_role() -> list[str]:
    """Everything in the tables, nothing of their shape; append-only tables take part of it back."""
    return [
        f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP_ROLE}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP_ROLE}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO {APP_ROLE}",
    ]
