"""``GET /usage``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from newsforge.domains.access.dependencies import Reading, requires
from newsforge.domains.access.errors import Forbidden, Unauthenticated
from newsforge.domains.usage import service
from newsforge.domains.usage.schemas import UsageOut
from newsforge.domains.usage.service import Allowances
from newsforge.kit.http.errors import may_answer
from newsforge.kit.http.pages import BadCursor, PageQuery, page_query
from newsforge.kit.http.resources import Needs

router = APIRouter(tags=["usage"], dependencies=[Depends(requires("conversions:read"))])


@router.get(
    "/usage",
    operation_id="get_usage",
    summary="What the workspace has used this month",
    responses=may_answer(BadCursor, Unauthenticated, Forbidden),
)
async def get_usage(
    call: Reading,
    page: Annotated[PageQuery, Depends(page_query)],
    allowances: Annotated[Allowances, Needs(Allowances)],
) -> UsageOut:
    principal = call.principal
    return await service.read_usage(
        call.session, workspace_id=principal.workspace_id, allowance=allowances.of(principal), page=page
    )
