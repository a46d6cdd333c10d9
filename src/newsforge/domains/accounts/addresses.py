"""E-mail addresses in the one form in which they are compared."""

from __future__ import annotations

from newsforge.domains.accounts.errors import BadAddress

MAX_ADDRESS: int = 254


def normalize_address(written: str) -> str:
    """Lower case, the domain in ASCII. Raise :class:`BadAddress`. Nothing is asked of DNS: whether the address is its
    owner's shows when the mail is answered."""
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(written.strip(), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError as error:
        raise BadAddress(f"This is no e-mail address: {error}", remedy="Correct it and send it again.") from None
    address = (found.ascii_email or found.normalized).lower()
    if len(address) > MAX_ADDRESS:
        raise BadAddress("The e-mail address is too long.", remedy="Use a shorter one.")
    return address
