"""Every setting that the product reads, as parameters and secrets that its tasks get by name.

Addresses with passwords in them are put together in the container (``infra/docker/start.py``) from these parts, so that
no password is written into a parameter.
"""

from __future__ import annotations

from typing import Final

from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_ssm as ssm
from constructs import Construct

from infra.constructs.database import DATABASE
from infra.environments import Environment
from infra.stacks.data import DataStack
from infra.stacks.foundation import FoundationStack

#: Parameter Store keeps no empty string; start.py reads this as one.
NOTHING: Final = "-"
#: ECS stops a task this long after SIGTERM; the product is told to be done before.
STOP_TIMEOUT_S: Final = 60
DRAIN_S: Final = 25
#: Jobs mostly wait, for pages and vendors; those that compute take turns on the core of their process.
JOBS_PER_PROCESS: Final = 4
REPLICAS: Final = "NEWSFORGE_DB_REPLICA_HOSTS"
#: Which AI vendors are asked, where, and what is said about it; unset, the product goes by the keys that there are.
UNCHOSEN: Final = (
    "NEWSFORGE_WRITERS",
    "NEWSFORGE_DISCLOSURE",
    "NEWSFORGE_BEDROCK_REGION",
    "NEWSFORGE_OPENAI_URL",
    "NEWSFORGE_ANTHROPIC_URL",
    "NEWSFORGE_COMPATIBLE_URL",
    "NEWSFORGE_ALLOW_NETWORKS",
)


class Settings(Construct):
    def __init__(
        self, scope: Construct, *, environment: Environment, region: str, foundation: FoundationStack, data: DataStack
    ) -> None:
        super().__init__(scope, "Settings")
        self._data = data
        replica = data.database.replica
        values = {
            "NEWSFORGE_MODE": "server",
            "NEWSFORGE_DATA": "/tmp/newsforge",  # noqa: S108 - the only writable place of the container
            "NEWSFORGE_PUBLIC_URL": f"https://{foundation.host}",
            "NEWSFORGE_CORS_ORIGINS": f"https://{foundation.host}",
            "NEWSFORGE_TRUSTED_PROXIES": environment.network.cidr,
            "NEWSFORGE_SES_REGION": region,
            "NEWSFORGE_MAIL_FROM": f"NewsForge Pro <no-reply@{foundation.host}>",
            "NEWSFORGE_KMS_KEY_ID": foundation.product_key.key_arn,
            "NEWSFORGE_BUCKET": data.content.bucket_name,
            "NEWSFORGE_LOG_LEVEL": "INFO",
            "NEWSFORGE_WORKER_CONCURRENCY": str(JOBS_PER_PROCESS),
            "NEWSFORGE_POOL_SIZE": "10",
            "NEWSFORGE_WARM_UP": "on",
            "NEWSFORGE_STOP_TIMEOUT_S": str(DRAIN_S),
            "NEWSFORGE_REQUESTS_PER_MINUTE": "100",
            "NEWSFORGE_ANONYMOUS_PER_MINUTE": "60",
            "NEWSFORGE_MAX_BODY_MIB": "2",
            "NEWSFORGE_MAX_UPLOAD_MIB": "20",
            # Choices of an operator, made by changing the parameter.
            **dict.fromkeys(UNCHOSEN, NOTHING),
            "NEWSFORGE_DEADLINE_S": "30",
            "NEWSFORGE_DB_HOST": data.database.primary.db_instance_endpoint_address,
            "NEWSFORGE_DB_NAME": DATABASE,
            REPLICAS: replica.db_instance_endpoint_address if replica else NOTHING,
            "NEWSFORGE_CACHE_HOST": data.cache.address,
        }
        self.parameters = {
            name: ssm.StringParameter(
                self,
                "".join(word.title() for word in name.split("_")[1:]),
                parameter_name=f"/newsforge/{environment.name}/settings/{name}",
                string_value=value,
            )
            for name, value in values.items()
        }

    def for_service(self) -> dict[str, ecs.Secret]:
        """What api and worker read; they never see the owner of the tables."""
        return {
            **{name: ecs.Secret.from_ssm_parameter(each) for name, each in self.parameters.items()},
            **self._app_login(),
            "NEWSFORGE_CACHE_PASSWORD": ecs.Secret.from_secrets_manager(self._data.cache_secret),
            **{key: ecs.Secret.from_secrets_manager(secret, key) for key, secret in self._data.vendor_secrets.items()},
        }

    def for_migration(self) -> dict[str, ecs.Secret]:
        """The owner, and the login that the migration gives the service."""
        owner = self._data.database.owner
        names = ("NEWSFORGE_DB_HOST", "NEWSFORGE_DB_NAME", "NEWSFORGE_MODE", "NEWSFORGE_LOG_LEVEL")
        return {
            **{name: ecs.Secret.from_ssm_parameter(self.parameters[name]) for name in names},
            **self._app_login(),
            "NEWSFORGE_DB_OWNER_USER": ecs.Secret.from_secrets_manager(owner, "username"),
            "NEWSFORGE_DB_OWNER_PASSWORD": ecs.Secret.from_secrets_manager(owner, "password"),
        }

    def _app_login(self) -> dict[str, ecs.Secret]:
        secret = self._data.app_secret
        return {
            "NEWSFORGE_DB_USER": ecs.Secret.from_secrets_manager(secret, "username"),
            "NEWSFORGE_DB_PASSWORD": ecs.Secret.from_secrets_manager(secret, "password"),
        }
