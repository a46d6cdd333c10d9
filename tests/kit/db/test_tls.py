"""Who the database is: a real server with a certificate, asked by those who trust it and by those who do not."""

import asyncio
import ssl
import struct
from contextlib import suppress
from datetime import timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

import asyncpg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import text

from newsforge.kit.clock import utc_now
from newsforge.kit.db.database import DatabaseOptions, open_database
from newsforge.kit.db.server import DatabaseUnreachable, inspect_server
from newsforge.kit.db.urls import BadDatabaseAddress, connect_options


def certificate(name, *, key, issuer=None, issuer_key=None, address=None):
    """An authority's, unless an ``address`` makes it a server's."""
    named = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(issuer.subject if issuer else named)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(utc_now() - timedelta(days=1))
        .not_valid_after(utc_now() + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=address is None, path_length=None), critical=True)
    )
    if address:
        names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))])
        builder = builder.add_extension(names, critical=False)
    return builder.sign(issuer_key or key, hashes.SHA256())


def pem(made):
    return made.public_bytes(serialization.Encoding.PEM)


class Doorway:
    """TLS before a real server, for the embedded one is built without: it answers as PostgreSQL does when it is asked
    for TLS, and passes on what comes."""

    def __init__(self, address, context):
        self._to = urlsplit(address)
        self._context = context
        self._tasks = set()
        self.opened = 0

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def address(self, mode, roots=None, host="127.0.0.1"):
        login = self._to.netloc.rpartition("@")[0]
        address = f"postgresql://{login}@{host}:{self.port}{self._to.path}?sslmode={mode}"
        return address + (f"&sslrootcert={roots}" if roots else "")

    async def _take(self, reader, writer):
        self._tasks.add(asyncio.current_task())
        with suppress(ConnectionError, ssl.SSLError, asyncio.IncompleteReadError):
            asked = await reader.readexactly(8)
            assert asked == struct.pack("!ii", 8, 80877103), "it asks for TLS before it says anything"
            writer.write(b"S")
            await writer.start_tls(self._context)
            self.opened += 1
            there, onward = await asyncio.open_connection(self._to.hostname, self._to.port)
            await asyncio.wait(
                {asyncio.create_task(_pass(reader, onward)), asyncio.create_task(_pass(there, writer))},
                return_when=asyncio.FIRST_COMPLETED,
            )
            onward.close()
        writer.close()


async def _pass(reader, writer):
    with suppress(ConnectionError, ssl.SSLError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What the server shows, the authority that signed it, and one that did not."""
    folder = tmp_path_factory.mktemp("tls")
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(3)]
    ours, other = certificate("Ours", key=keys[0]), certificate("Other", key=keys[1])
    mine = certificate("server", key=keys[2], issuer=ours, issuer_key=keys[0], address="127.0.0.1")
    secret = keys[2].private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    for name, content in (("ours", pem(ours)), ("other", pem(other)), ("server", pem(mine) + secret)):
        (folder / f"{name}.pem").write_bytes(content)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    return context, folder / "ours.pem", folder / "other.pem"


@pytest.fixture
async def server(fresh_database, made):
    context, ours, other = made
    async with Doorway(fresh_database.admin_url, context) as doorway:
        yield doorway, ours, other


async def ask(address):
    connection = await asyncpg.connect(address.partition("?")[0], **connect_options(address))
    try:
        return await connection.fetchval("SELECT 1")
    finally:
        await connection.close()


async def test_a_server_that_is_known_is_spoken_to(server):
    doorway, ours, _ = server
    address = doorway.address("verify-full", ours)
    assert await ask(address) == 1
    assert await inspect_server(address) is not None
    async with open_database(DatabaseOptions(primary=address)) as database, database.read() as session:
        assert await session.scalar(text("SELECT 1")) == 1
    assert doorway.opened >= 3


@pytest.mark.parametrize("mode", ["verify-full", "verify-ca"])
async def test_one_that_others_vouch_for_is_not(server, mode):
    doorway, _, other = server
    with pytest.raises(DatabaseUnreachable, match="SSLCertVerificationError"):
        await inspect_server(doorway.address(mode, other))
    with pytest.raises(DatabaseUnreachable, match="SSLCertVerificationError"):
        await inspect_server(doorway.address(mode))  # nor does the machine know it
    assert await ask(doorway.address("require")) == 1, "which asks nobody who it is"


async def test_a_certificate_is_for_one_name(server):
    """Whoever has any certificate of the same authority is not the database."""
    doorway, ours, _ = server
    with pytest.raises(DatabaseUnreachable, match="SSLCertVerificationError"):
        await inspect_server(doorway.address("verify-full", ours, host="localhost"))
    assert await ask(doorway.address("verify-ca", ours, host="localhost")) == 1


def test_certificates_that_are_not_there_are_said_and_the_password_is_not(tmp_path):
    (tmp_path / "empty.pem").touch()
    for name in ("none.pem", "empty.pem"):
        with pytest.raises(BadDatabaseAddress, match=name) as refused:
            connect_options(f"postgresql://me:secret@db/x?sslmode=verify-full&sslrootcert={tmp_path / name}")
        assert "secret" not in str(refused.value)
