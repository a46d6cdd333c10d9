"""A master key in AWS KMS: it never leaves the service, and each use is in CloudTrail."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from newsforge.kit.errors import NewsforgeError
from newsforge.kit.sealing import SealBroken

if TYPE_CHECKING:
    from mypy_boto3_kms.client import KMSClient

_CONTEXT: Final = {"service": "newsforge"}
#: Unwrapped data keys are kept this long, so that a burst of conversions does not become a burst of KMS calls.
_KEPT_S: Final = 300.0
_KEPT_KEYS: Final = 1000


class KmsUnavailable(NewsforgeError):
    code = "kms_unavailable"


class KmsMasterKey:
    """Implements :class:`newsforge.kit.sealing.MasterKey`. boto3 blocks, so calls run in threads."""

    def __init__(self, client: KMSClient, key_id: str) -> None:
        self._client = client
        self._key_id = key_id
        self._kept: OrderedDict[bytes, tuple[float, bytes]] = OrderedDict()

    async def wrap(self, data_key: bytes) -> bytes:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            answer = await asyncio.to_thread(
                self._client.encrypt, KeyId=self._key_id, Plaintext=data_key, EncryptionContext=_CONTEXT
            )
        except (BotoCoreError, ClientError) as error:
            raise _unavailable(error) from None
        return bytes(answer["CiphertextBlob"])

    async def unwrap(self, wrapped: bytes) -> bytes:
        from botocore.exceptions import BotoCoreError, ClientError

        name = hashlib.sha256(wrapped).digest()
        until, data_key = self._kept.get(name, (0.0, b""))
        if until > time.monotonic():
            return data_key
        try:
            answer = await asyncio.to_thread(
                self._client.decrypt, KeyId=self._key_id, CiphertextBlob=wrapped, EncryptionContext=_CONTEXT
            )
        except ClientError as error:
            if error.response["Error"]["Code"] in {"InvalidCiphertextException", "IncorrectKeyException"}:
                raise SealBroken(
                    "This was sealed under another master key.", remedy="Put the former master key back."
                ) from None
            raise _unavailable(error) from None
        except BotoCoreError as error:
            raise _unavailable(error) from None
        data_key = bytes(answer["Plaintext"])
        self._kept[name] = (time.monotonic() + _KEPT_S, data_key)
        while len(self._kept) > _KEPT_KEYS:
            self._kept.popitem(last=False)
        return data_key


def _unavailable(error: Exception) -> KmsUnavailable:
    return KmsUnavailable(
        f"The key service does not answer ({type(error).__name__}).",
        remedy="Check NEWSFORGE_KMS_KEY_ID and the role's permission to use that key.",
    )
