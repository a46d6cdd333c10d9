"""Every master key keeps one contract: what it wraps only it unwraps, and only unaltered."""

import os

import boto3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from moto import mock_aws

from newsforge.adapters.keys.kms import KmsMasterKey
from newsforge.adapters.keys.local import BadMasterKey, LocalMasterKey
from newsforge.kit.sealing import SealBroken, seal, unseal


@pytest.fixture(params=["local", "kms"])
def masters(request):
    """Two different keys of one kind."""
    if request.param == "local":
        yield LocalMasterKey(os.urandom(32)), LocalMasterKey(os.urandom(32))
        return
    with mock_aws():
        client = boto3.client(
            "kms", region_name="ap-northeast-1", aws_access_key_id="testing", aws_secret_access_key="testing"
        )
        yield tuple(KmsMasterKey(client, client.create_key()["KeyMetadata"]["KeyId"]) for _ in range(2))


async def test_what_is_sealed_opens_again(masters):
    sealed = await seal(masters[0], b"sk-secret", context="row 1")
    assert b"sk-secret" not in sealed
    assert await unseal(masters[0], sealed, context="row 1") == b"sk-secret"


async def test_equal_secrets_are_sealed_differently(masters):
    assert await seal(masters[0], b"same", context="c") != await seal(masters[0], b"same", context="c")


async def test_a_sealed_value_that_is_moved_to_another_row_does_not_open(masters):
    sealed = await seal(masters[0], b"sk-secret", context="row 1")
    with pytest.raises(SealBroken):
        await unseal(masters[0], sealed, context="row 2")


async def test_an_altered_byte_is_noticed(masters):
    sealed = bytearray(await seal(masters[0], b"sk-secret", context="row 1"))
    sealed[-1] ^= 1
    with pytest.raises(SealBroken):
        await unseal(masters[0], bytes(sealed), context="row 1")


async def test_another_local_key_does_not_open_it():
    sealed = await seal(LocalMasterKey(os.urandom(32)), b"sk-secret", context="c")
    with pytest.raises(SealBroken):
        await unseal(LocalMasterKey(os.urandom(32)), sealed, context="c")


@pytest.mark.parametrize("damaged", [b"", b"\x01", b"\x02\x00\x00", b"\x01\xff\xff", bytes(100)])
async def test_damage_is_one_clear_error(damaged):
    with pytest.raises(SealBroken):
        await unseal(LocalMasterKey(bytes(32)), damaged, context="c")


@given(secret=st.binary(max_size=300), context=st.text(max_size=40))
async def test_any_secret_in_any_place_comes_back(secret, context):
    master = LocalMasterKey(bytes(32))
    assert await unseal(master, await seal(master, secret, context=context), context=context) == secret


def test_a_key_file_has_to_be_there_of_the_right_size_and_private(tmp_path):
    path = tmp_path / "master.key"
    with pytest.raises(BadMasterKey, match="cannot be read"):
        LocalMasterKey.of_file(path)
    path.write_bytes(b"short")
    path.chmod(0o600)
    with pytest.raises(BadMasterKey, match="5 bytes"):
        LocalMasterKey.of_file(path)
    path.write_bytes(bytes(32))
    path.chmod(0o644)
    with pytest.raises(BadMasterKey, match="Others"):
        LocalMasterKey.of_file(path)
    path.chmod(0o600)
    assert LocalMasterKey.of_file(path)
