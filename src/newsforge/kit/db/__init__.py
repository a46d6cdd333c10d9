"""PostgreSQL: tables, sessions, the primary and its replicas."""
