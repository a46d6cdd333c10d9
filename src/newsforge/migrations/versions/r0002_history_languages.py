"""The history by language: an index, and the search with one more wish. The old search stays for the release before."""

from __future__ import annotations

from alembic import op

from newsforge.kit.db.policies import WORKSPACE

revision = "0002"
down_revision = "0001"

_ARGUMENTS = "text, text, text, text, uuid, uuid, uuid, int"

#: Like the search of 0001; why it is a function, that one says. Posts are seen through their wall here too.
SEARCH = f"""
    CREATE FUNCTION search_conversions(
        pattern text, having_status text, having_platform text, having_language text, before uuid, since uuid,
        until uuid, at_most int
    ) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
        RETURN QUERY EXECUTE
            'SELECT id FROM conversions c WHERE workspace_id = $1 AND title ILIKE $2'
            || CASE WHEN having_status IS NULL THEN '' ELSE ' AND status = $3' END
            || CASE WHEN having_platform IS NULL THEN '' ELSE ' AND platforms @> ARRAY[$4]' END
            || CASE WHEN having_language IS NULL THEN '' ELSE ' AND EXISTS (SELECT FROM posts p'
                ' WHERE p.workspace_id = $1 AND p.conversion_id = c.id AND p.language = $5)' END
            || CASE WHEN before IS NULL THEN '' ELSE ' AND id < $6' END
            || CASE WHEN since IS NULL THEN '' ELSE ' AND id >= $7' END
            || CASE WHEN until IS NULL THEN '' ELSE ' AND id < $8' END
            || ' ORDER BY id DESC LIMIT $9'
        USING {WORKSPACE}, pattern, having_status, having_platform, having_language, before, since, until, at_most;
    END
    $$
"""  # noqa: S608 - constants only


def upgrade() -> None:
    # Not CONCURRENTLY: that waits for every older transaction, so for another migration that waits for this one.
    op.execute("CREATE INDEX ix_posts_language ON posts (workspace_id, language, conversion_id DESC)")
    op.execute(SEARCH)


def downgrade() -> None:
    op.execute(f"DROP FUNCTION search_conversions({_ARGUMENTS})")
    op.execute("DROP INDEX ix_posts_language")
