"""Servers that run as children of this one: an embedded PostgreSQL, an embedded Valkey, and who watches over them."""
