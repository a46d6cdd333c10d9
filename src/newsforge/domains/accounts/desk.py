"""What the accounts' endpoints and services need, put together once by wiring."""

from __future__ import annotations

from dataclasses import dataclass

from newsforge.domains.access.cookies import BrowserRules
from newsforge.domains.access.tokens import TokenMint
from newsforge.domains.accounts.letters import LetterBox
from newsforge.domains.accounts.passwords import PasswordHashing
from newsforge.domains.accounts.ports import PersonalWorkspaces
from newsforge.domains.accounts.throttle import AttemptThrottle
from newsforge.kit.db.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountDesk:
    """``even_s``: answers that must not tell by their time whether an address is known take a multiple of this."""

    database: Database
    mint: TokenMint
    passwords: PasswordHashing
    throttle: AttemptThrottle
    letters: LetterBox
    workspaces: PersonalWorkspaces
    rules: BrowserRules
    even_s: float = 0.25
