"""``ETag`` and ``If-Match``: nobody overwrites what they have not seen."""

from __future__ import annotations

from typing import Annotated

from fastapi import Header

from newsforge.kit.http.errors import ServiceError


class PreconditionRequired(ServiceError):
    status = 428
    code = "if_match_required"
    message = "The request does not say which version it changes."
    remedy = "Send If-Match with the ETag of the version that you have read."


class PreconditionFailed(ServiceError):
    status = 412
    code = "version_is_stale"
    message = "Somebody has changed this since you have read it."
    remedy = "Read it again, and send the change with the new ETag."


def etag_of(version: int) -> str:
    return f'"{version}"'


async def if_match(
    header: Annotated[
        str | None, Header(alias="If-Match", max_length=100, description="The ETag that was read.")
    ] = None,
) -> str:
    """The header as sent; raise :class:`PreconditionRequired` when there is none."""
    if header is None or not header.strip():
        raise PreconditionRequired
    return header


def check_match(header: str, version: int) -> None:
    """Raise :class:`PreconditionFailed` unless ``header`` names ``version`` (or is ``*``)."""
    if not names(header, etag_of(version)):
        raise PreconditionFailed(headers={"ETag": etag_of(version)})


def names(header: str | None, etag: str) -> bool:
    """Whether an ``If-Match`` or ``If-None-Match`` has ``etag``, or ``*``.

    ``W/`` is looked past in both: a tag stands for a version, and what compresses an answer on its way (CloudFront,
    nginx) marks the tag as weak. Whoever sends back the tag that they were given has to be understood."""
    tags = {tag.strip().removeprefix("W/") for tag in (header or "").split(",")}
    return etag in tags or "*" in tags
