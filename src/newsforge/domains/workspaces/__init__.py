"""Tenants: members, invitations, API keys, provider keys."""
