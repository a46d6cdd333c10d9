"""A folder and a bucket keep one contract."""

import boto3
import pytest
from moto import mock_aws

from newsforge.adapters.storage.folder import FolderStore
from newsforge.adapters.storage.s3 import S3Store
from newsforge.kit.files import FileMissing, FilesUnavailable


def s3_client():
    return boto3.client("s3", region_name="us-east-1", aws_access_key_id="testing", aws_secret_access_key="testing")


@pytest.fixture(params=["folder", "s3"])
def store(request, tmp_path):
    if request.param == "folder":
        yield FolderStore(tmp_path / "files")
        return
    with mock_aws():
        client = s3_client()
        client.create_bucket(Bucket="newsforge-test")
        yield S3Store(client, "newsforge-test")


async def test_a_file_comes_back_as_it_went(store):
    await store.put("sources/w1/c1", b"\x00\xffHWP", media_type="application/x-hwp")
    assert await store.get("sources/w1/c1") == b"\x00\xffHWP"


async def test_putting_again_replaces(store):
    await store.put("a/b", b"1", media_type="text/plain")
    await store.put("a/b", b"22", media_type="text/plain")
    assert await store.get("a/b") == b"22"


async def test_what_is_not_there_is_said_so_and_may_be_deleted(store):
    with pytest.raises(FileMissing):
        await store.get("a/missing")
    await store.delete("a/missing")


async def test_a_deleted_file_is_gone(store):
    await store.put("a/b", b"1", media_type="text/plain")
    await store.delete("a/b")
    with pytest.raises(FileMissing):
        await store.get("a/b")


async def test_everything_of_one_workspace_goes_and_nothing_of_another(store):
    for key in ("sources/w1/a", "sources/w1/b", "sources/w12/a"):
        await store.put(key, b"x", media_type="text/plain")
    await store.delete_all("sources/w1")
    with pytest.raises(FileMissing):
        await store.get("sources/w1/b")
    assert await store.get("sources/w12/a") == b"x"


@pytest.mark.parametrize("key", ["../etc/passwd", "/etc/passwd", "a/../b", "", "a//b", "a/b\x00", "한글"])
async def test_a_key_cannot_leave_the_store(store, key):
    with pytest.raises(ValueError, match="parts of letters"):
        await store.put(key, b"x", media_type="text/plain")


async def test_a_store_in_order_is_probed_without_a_word(store):
    await store.probe()


async def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "files").write_text("in the way")
    with pytest.raises(FilesUnavailable):
        await FolderStore(tmp_path / "files").put("a/b", b"x", media_type="text/plain")


async def test_a_missing_bucket_says_so():
    with mock_aws(), pytest.raises(FilesUnavailable):
        await S3Store(s3_client(), "no-such-bucket").probe()
