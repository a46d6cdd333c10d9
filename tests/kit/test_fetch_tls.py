"""A checked address is dialled, and still the host must prove that it is the one in the URL."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from newsforge.kit.fetch import Limits, TimedOut, TlsFailure, fetch
from tests.kit.local_sites import PAGE, PUBLIC_HOST, policy_for, response, running


@pytest.fixture
async def site():
    async with running() as running_site:
        yield running_site


def certificate(name: str, *, days: int = 1, issuer=None):
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer[0].subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=10))
        .not_valid_after(now + dt.timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    )
    return builder.sign(issuer[1] if issuer else key, hashes.SHA256()), key


@pytest.fixture(scope="module")
def authority():
    return certificate("Test authority")


def pem(cert) -> str:
    return cert.public_bytes(serialization.Encoding.PEM).decode()


def server_tls(tmp_path, cert, key, names_asked: list[str]) -> ssl.SSLContext:
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path / "server.pem"
    path.write_text(pem(cert) + private.decode())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    context.sni_callback = lambda _socket, name, _context: names_asked.append(name)
    return context


async def get_by_tls(tmp_path, authority, cert, key, *, is_trusted=True):
    names_asked: list[str] = []
    async with running(tls=server_tls(tmp_path, cert, key, names_asked)) as site:
        site.answers["/"] = response(PAGE)
        trust = ssl.create_default_context(cadata=pem(authority[0])) if is_trusted else None
        fetched = await fetch(f"https://news.example:{site.port}/", policy=policy_for(site, tls=trust))
        return fetched, names_asked, site


async def test_tls_names_and_proves_the_host_though_an_address_is_dialled(tmp_path, authority):
    fetched, names_asked, site = await get_by_tls(tmp_path, authority, *certificate("news.example", issuer=authority))
    assert fetched.data == PAGE
    assert names_asked == ["news.example"]
    assert f"host: news.example:{site.port}" in site.requests[0].lower()


async def test_a_certificate_for_another_name_is_refused(tmp_path, authority):
    with pytest.raises(TlsFailure, match="could not prove"):
        await get_by_tls(tmp_path, authority, *certificate("other.example", issuer=authority))


async def test_a_certificate_of_an_unknown_authority_is_refused(tmp_path, authority):
    with pytest.raises(TlsFailure, match="could not prove"):
        await get_by_tls(tmp_path, authority, *certificate("news.example", issuer=authority), is_trusted=False)


async def test_a_certificate_that_has_run_out_is_refused(tmp_path, authority):
    with pytest.raises(TlsFailure, match="expired"):
        await get_by_tls(tmp_path, authority, *certificate("news.example", days=-1, issuer=authority))


async def test_a_server_without_tls_is_told_apart():
    async def greet(_reader, writer):
        writer.write(response(PAGE))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(greet, PUBLIC_HOST, 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(TlsFailure, match="no proper TLS"):
            await fetch(f"https://news.example:{port}/", policy=policy_for(ports=(port,)))


async def test_a_handshake_that_never_ends_leaves_no_socket_open(site, recwarn):
    """The fixture's server waits for a request line, so the handshake hangs until the deadline."""
    with pytest.raises(TimedOut):
        await fetch(f"https://news.example:{site.port}/", policy=policy_for(site), limits=Limits(total_s=0.3))
    gc.collect()
    assert [str(w.message) for w in recwarn if issubclass(w.category, ResourceWarning)] == []
