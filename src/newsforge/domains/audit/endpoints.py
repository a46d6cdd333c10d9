"""``/audit``: who did what in this workspace."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from newsforge.domains.access.dependencies import Reading, requires
from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.domains.audit import service
from newsforge.domains.audit.schemas import AuditEntryOut
from newsforge.kit.http.errors import may_answer
from newsforge.kit.http.pages import BadCursor, Page, PageQuery, page_query

router = APIRouter(prefix="/audit", tags=["workspaces"])


@router.get(
    "",
    operation_id="list_audit_entries",
    summary="Who did what in this workspace, newest first",
    dependencies=[Depends(requires("members:manage"))],
    responses=may_answer(Unauthenticated, Forbidden, BadCursor),
)
async def list_audit_entries(call: Reading, page: Annotated[PageQuery, Depends(page_query)]) -> Page[AuditEntryOut]:
    rows, cursor = await service.list_entries(call.session, workspace_id=call.principal.workspace_id, query=page)
    return Page(items=[AuditEntryOut.model_validate(row) for row in rows], next_cursor=cursor)
