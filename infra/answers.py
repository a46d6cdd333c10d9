"""What only the owner of the AWS account knows: account, domain, and a few choices that have defaults."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from infra.environments import PRIMARY_REGION, RECOVERY_REGION, Environment
from infra.refusal import Misconfigured

#: Zones that an ordinary account has, so that a synth asks nobody. (ap-northeast-1b is closed to new accounts.)
ZONES: Final = {
    "ap-northeast-1": ("ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"),
    "ap-northeast-2": ("ap-northeast-2a", "ap-northeast-2b", "ap-northeast-2c"),
    "ap-northeast-3": ("ap-northeast-3a", "ap-northeast-3b", "ap-northeast-3c"),
}
#: com.amazonaws.global.cloudfront.origin-facing: the addresses from which CloudFront speaks to an origin.
CLOUDFRONT_PREFIX_LIST: Final = {
    "ap-northeast-1": "pl-58a04531",
    "ap-northeast-2": "pl-22a6434b",
    "ap-northeast-3": "pl-31a14458",
}
#: A certificate's name is of 64 characters at the most, and environments put theirs in front.
_LONGEST_DOMAIN: Final = 64 - len("staging.")
_DOMAIN: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """``release`` is the tag of both images; ``repository`` is GitHub's owner/name, '' for no deploy roles."""

    account: str
    domain: str
    region: str
    alarm_mail: str
    repository: str
    release: str

    @classmethod
    def of(
        cls, context: Mapping[str, Any], environment: Environment, variables: Mapping[str, str] | None = None
    ) -> Answers:
        """CDK context (``-c domain=...``) wins over ``NEWSFORGE_INFRA_DOMAIN``. Raise :class:`Misconfigured`."""
        env = os.environ if variables is None else variables

        def answer(name: str, default: str = "") -> str:
            return str(context.get(name) or env.get(f"NEWSFORGE_INFRA_{name.upper()}") or default).strip()

        if not (answer("account") or answer("domain")):
            raise Misconfigured(
                "Neither the AWS account nor the domain of the service is known.",
                remedy="Set NEWSFORGE_INFRA_ACCOUNT to the account's 12 digits and NEWSFORGE_INFRA_DOMAIN to a domain "
                "that you own, like example.com.",
            )
        home = RECOVERY_REGION if environment.is_recovery else PRIMARY_REGION
        domain = _domain(answer("domain"))
        return cls(
            account=_account(answer("account")),
            domain=domain,
            region=_region(answer("region", home), environment),
            alarm_mail=_mail(answer("alarm_mail", f"ops@{domain}")),
            repository=_repository(answer("repository")),
            release=_release(answer("release", "unreleased")),
        )

    def host(self, environment: Environment) -> str:
        """The name that browsers open."""
        return f"{environment.subdomain}.{self.domain}" if environment.subdomain else self.domain


def _account(value: str) -> str:
    if not re.fullmatch(r"\d{12}", value):
        raise Misconfigured(
            f"{value!r} is no AWS account number." if value else "The AWS account is not known.",
            remedy="Set NEWSFORGE_INFRA_ACCOUNT to its 12 digits.",
        )
    return value


def _domain(value: str) -> str:
    domain = value.lower()
    if not _DOMAIN.fullmatch(domain):
        raise Misconfigured(
            f"{value!r} is no domain." if value else "The domain of the service is not known.",
            remedy="Set NEWSFORGE_INFRA_DOMAIN to a domain that you own, like example.com.",
        )
    if len(domain) > _LONGEST_DOMAIN:
        raise Misconfigured(
            f"{value!r} is too long for a certificate.",
            remedy=f"Set NEWSFORGE_INFRA_DOMAIN to a domain of at most {_LONGEST_DOMAIN} characters.",
        )
    return domain


def _mail(value: str) -> str:
    name, _, domain = value.partition("@")
    if not re.fullmatch(r"[\w.+-]{1,64}", name) or not _DOMAIN.fullmatch(domain.lower()):
        raise Misconfigured(
            f"{value!r} is no mail address.",
            remedy="Set NEWSFORGE_INFRA_ALARM_MAIL to who hears of alarms, like ops@example.com, or leave it out.",
        )
    return value


def _region(value: str, environment: Environment) -> str:
    if value not in ZONES:
        raise Misconfigured(
            f"{value!r} is no region that this platform knows.",
            remedy=f"Set NEWSFORGE_INFRA_REGION to one of {', '.join(ZONES)}, or leave it out.",
        )
    if environment.has_recovery and value == RECOVERY_REGION:
        raise Misconfigured(
            f"{environment.name} cannot have its copies in {value}, where it runs itself.",
            remedy=f"Set NEWSFORGE_INFRA_REGION to another region than {RECOVERY_REGION}.",
        )
    return value


def _repository(value: str) -> str:
    if value and not re.fullmatch(r"[\w.-]+/[\w.-]+", value):
        raise Misconfigured(
            f"{value!r} is no GitHub repository.", remedy="Set NEWSFORGE_INFRA_REPOSITORY to owner/name."
        )
    return value


def _release(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][\w.-]{0,127}", value):
        raise Misconfigured(
            f"{value!r} cannot be the tag of an image.",
            remedy="Set NEWSFORGE_INFRA_RELEASE to letters, digits, '.', '_' and '-', like a commit's short hash.",
        )
    return value
