"""All endpoints of accounts: ``/auth``, ``/auth/session``, ``/me``."""

from __future__ import annotations

from fastapi import APIRouter

from newsforge.domains.accounts import auth_endpoints, browser_endpoints, profile_endpoints

router = APIRouter()
for part in (auth_endpoints, browser_endpoints, profile_endpoints):
    router.include_router(part.router)
