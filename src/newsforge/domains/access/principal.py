"""Who is asking, in which workspace, and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args
from uuid import UUID

from newsforge.domains.access.errors import Forbidden
from newsforge.kit.db.sessions import Sight

Role = Literal["owner", "admin", "editor", "viewer"]
Scope = Literal[
    "conversions:read",
    "conversions:write",
    "posts:write",
    "posts:approve",
    "members:read",
    "members:manage",
    "keys:manage",
    "workspace:manage",
]
Credential = Literal["session", "jwt", "api_key"]

SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
_VIEWER: Final = frozenset[Scope]({"conversions:read", "members:read"})
_EDITOR: Final = _VIEWER | frozenset[Scope]({"conversions:write", "posts:write", "posts:approve"})
_ADMIN: Final = _EDITOR | frozenset[Scope]({"members:manage", "keys:manage"})
ROLE_SCOPES: Final = MappingProxyType[Role, frozenset[Scope]](
    {"viewer": _VIEWER, "editor": _EDITOR, "admin": _ADMIN, "owner": frozenset(SCOPES)}
)
ROLES: Final[tuple[Role, ...]] = get_args(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """``scopes`` are what this credential may do now: the role's, and for an API key only those that it was given
    and its maker's role still has. ``is_verified``: the person's e-mail address is confirmed."""

    user_id: UUID
    workspace_id: UUID
    role: Role
    scopes: frozenset[Scope]
    credential: Credential
    session_id: UUID | None = None
    api_key_id: UUID | None = None
    is_verified: bool = False

    @property
    def sight(self) -> Sight:
        return Sight(workspace_id=self.workspace_id, user_id=self.user_id)

    @property
    def mark(self) -> str:
        """Whose writes this one's reads must not miss: everybody's of the workspace."""
        return f"workspace:{self.workspace_id}"

    @property
    def limit_key(self) -> str:
        """What rate limits count by: each API key for itself, a person over all their devices."""
        return f"key:{self.api_key_id}" if self.api_key_id else f"user:{self.user_id}"

    def may(self, scope: Scope) -> bool:
        return scope in self.scopes

    def require(self, scope: Scope) -> None:
        """Raise :class:`Forbidden` that names what is missing."""
        if scope not in self.scopes:
            raise Forbidden(
                f"This needs the permission {scope}, which "
                + ("this API key does not have." if self.api_key_id else f"the role {self.role} does not have."),
                remedy="Use a key with that scope."
                if self.api_key_id
                else "Ask an owner or admin of the workspace to do it, or to change your role.",
            )
