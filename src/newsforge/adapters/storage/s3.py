"""Files in a bucket of S3."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from newsforge.kit.files import FileMissing, FilesUnavailable, checked_key

if TYPE_CHECKING:
    from mypy_boto3_s3.client import S3Client

_MISSING: Final = frozenset({"NoSuchKey", "404", "NotFound"})


class S3Store:
    """Implements :class:`newsforge.kit.files.FileStore`. The bucket's own settings encrypt what is put."""

    def __init__(self, client: S3Client, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    async def put(self, key: str, data: bytes, *, media_type: str) -> None:
        await self._call("put_object", Key=checked_key(key), Body=data, ContentType=media_type)

    async def get(self, key: str) -> bytes:
        answer = await self._call("get_object", Key=checked_key(key))
        return bytes(await asyncio.to_thread(answer["Body"].read))

    async def delete(self, key: str) -> None:
        await self._call("delete_object", Key=checked_key(key))

    async def delete_all(self, prefix: str) -> None:
        while True:
            page = await self._call("list_objects_v2", Prefix=checked_key(prefix) + "/", MaxKeys=1000)
            found = [{"Key": item["Key"]} for item in page.get("Contents", ())]
            if not found:
                return
            await self._call("delete_objects", Delete={"Objects": found, "Quiet": True})

    async def probe(self) -> None:
        await self._call("head_bucket")

    async def _call(self, verb: str, **request: object) -> Any:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            return await asyncio.to_thread(getattr(self._client, verb), Bucket=self._bucket, **request)
        except ClientError as error:
            if error.response["Error"]["Code"] in _MISSING and verb == "get_object":
                raise FileMissing("There is no such file.", remedy="Send it again.") from None
            raise _unavailable(error) from None
        except BotoCoreError as error:
            raise _unavailable(error) from None


def _unavailable(error: Exception) -> FilesUnavailable:
    return FilesUnavailable(
        f"The file store does not answer ({type(error).__name__}).",
        remedy="Check NEWSFORGE_BUCKET and the role's permission to use it.",
    )
