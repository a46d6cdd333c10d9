"""Settings of the service: where its servers are, who may reach it, and how much of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from newsforge.settings.environment import (
    BadSetting,
    Environment,
    Secret,
    choice,
    first,
    list_of,
    networks,
    number,
    origins,
    seconds,
    secret,
    web_address,
)
from newsforge.settings.folder import data_folder
from newsforge.settings.metrics import MetricsSettings

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseSettings:
    """``owner`` is the address with which ``newsforge migrate`` makes tables; the app's own may not."""

    primary: Secret
    owner: Secret
    replicas: tuple[Secret, ...]
    pool_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSettings:
    """``public_url`` is how browsers reach the service; its scheme decides how cookies are set.
    ``trusted_proxies`` are networks whose ``X-Forwarded-For`` and ``-Proto`` are believed."""

    public_url: str
    cors_origins: tuple[str, ...]
    trusted_proxies: tuple[str, ...]
    max_body_bytes: int
    max_upload_bytes: int
    requests_per_minute: int
    anonymous_per_minute: int

    @property
    def is_secure(self) -> bool:
        return self.public_url.startswith("https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """``kind`` is ``outbox`` (files in the data folder), ``smtp`` or ``ses``."""

    kind: str
    sender: str
    smtp_url: Secret
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSettings:
    """``mode`` is ``local`` (one machine, what ``newsforge up`` starts) or ``server``, where nothing that protects
    has a default."""

    mode: str
    data: Path
    database: DatabaseSettings
    redis_url: Secret
    web: WebSettings
    mail: MailSettings
    master_key_file: Path | None
    kms_key_id: str
    bucket: str
    log_level: str
    worker_concurrency: int
    stop_timeout_s: float
    metrics: MetricsSettings
    #: Load what the first conversion needs when a process starts, not when the first person waits.
    warm_up: bool

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> ServiceSettings:
        """Raise :class:`BadSetting` naming the variable that is missing or wrong."""
        env = os.environ if environment is None else environment
        mode = choice(env, "NEWSFORGE_MODE", "server", "local")
        data = data_folder(env)
        key_file = first(env, "NEWSFORGE_MASTER_KEY_FILE")
        settings = cls(
            mode=mode,
            data=data,
            database=_database(env),
            redis_url=secret(env, "NEWSFORGE_REDIS_URL"),
            web=_web(env, mode),
            mail=_mail(env, mode),
            master_key_file=Path(key_file) if key_file else None,
            kms_key_id=first(env, "NEWSFORGE_KMS_KEY_ID"),
            bucket=first(env, "NEWSFORGE_BUCKET"),
            log_level=choice(env, "NEWSFORGE_LOG_LEVEL", "INFO", "DEBUG", "WARNING", "ERROR"),
            worker_concurrency=number(env, "NEWSFORGE_WORKER_CONCURRENCY", 8, least=1, most=200),
            stop_timeout_s=seconds(env, "NEWSFORGE_STOP_TIMEOUT_S", 25.0),
            metrics=MetricsSettings.of(env),
            warm_up=choice(env, "NEWSFORGE_WARM_UP", "on", "off") == "on",
        )
        if not (settings.master_key_file or settings.kms_key_id):
            raise BadSetting(
                "There is no master key to keep secrets under.",
                remedy="Set NEWSFORGE_KMS_KEY_ID, or NEWSFORGE_MASTER_KEY_FILE to a file of 32 random bytes"
                " (head -c 32 /dev/urandom > FILE; chmod 600 FILE).",
            )
        return settings


def owner_address(environment: Mapping[str, str] | None = None) -> str:
    """What ``newsforge migrate`` needs, and nothing else. Raise :class:`BadSetting`."""
    return _database(os.environ if environment is None else environment).owner.value


def _database(env: Environment) -> DatabaseSettings:
    primary = secret(env, "NEWSFORGE_DATABASE_URL")
    if not primary:
        raise BadSetting(
            "NEWSFORGE_DATABASE_URL is not set.",
            remedy="Set it to postgresql://user:password@host:5432/name (PostgreSQL 18), or use `newsforge up`,"
            " which brings its own.",
        )
    return DatabaseSettings(
        primary=primary,
        owner=secret(env, "NEWSFORGE_OWNER_DATABASE_URL", "NEWSFORGE_DATABASE_URL"),
        replicas=tuple(Secret(url) for url in list_of(env, "NEWSFORGE_REPLICA_URLS")),
        pool_size=number(env, "NEWSFORGE_POOL_SIZE", 10, least=1, most=200),
    )


def _web(env: Environment, mode: str) -> WebSettings:
    public_url = web_address(env, "NEWSFORGE_PUBLIC_URL")
    if not public_url:
        if mode != "local":
            raise BadSetting(
                "NEWSFORGE_PUBLIC_URL is not set.", remedy="Set it to the address that browsers open: https://..."
            )
        public_url = "http://127.0.0.1:8000"
    parts = urlsplit(public_url)
    return WebSettings(
        public_url=f"{parts.scheme}://{parts.netloc}",
        cors_origins=origins(env, "NEWSFORGE_CORS_ORIGINS"),
        trusted_proxies=networks(env, "NEWSFORGE_TRUSTED_PROXIES"),
        max_body_bytes=number(env, "NEWSFORGE_MAX_BODY_MIB", 2, least=1, most=64) * _MIB,
        max_upload_bytes=number(env, "NEWSFORGE_MAX_UPLOAD_MIB", 20, least=1, most=512) * _MIB,
        requests_per_minute=number(env, "NEWSFORGE_REQUESTS_PER_MINUTE", 100, least=1, most=10_000_000),
        anonymous_per_minute=number(env, "NEWSFORGE_ANONYMOUS_PER_MINUTE", 60, least=1, most=10_000_000),
    )


def _mail(env: Environment, mode: str) -> MailSettings:
    smtp = secret(env, "NEWSFORGE_SMTP_URL")
    region = first(env, "NEWSFORGE_SES_REGION")
    kind = "smtp" if smtp else "ses" if region else "outbox"
    if kind == "outbox" and mode != "local":
        raise BadSetting(
            "There is no way to send mail.",
            remedy="Set NEWSFORGE_SMTP_URL=smtp://user:password@host:587 or NEWSFORGE_SES_REGION=ap-northeast-1.",
        )
    sender = first(env, "NEWSFORGE_MAIL_FROM")
    if not sender and kind != "outbox":
        raise BadSetting("NEWSFORGE_MAIL_FROM is not set.", remedy="Set it to an address that may send for you.")
    return MailSettings(kind=kind, sender=sender or "NewsForge Pro <newsforge@localhost>", smtp_url=smtp, region=region)
