"""One contract for all mailers, each against the real thing (SES: moto)."""

import asyncio
import socket
import ssl
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from newsforge.adapters.mail.outbox import OutboxMailer
from newsforge.adapters.mail.ses import SesMailer
from newsforge.adapters.mail.smtp import BadSmtpAddress, SmtpMailer, SmtpServer
from newsforge.domains.accounts.letters import LANGUAGES, write_letter
from newsforge.domains.accounts.ports import Mail, MailRefused, MailUnavailable

SENDER = "뉴스포지 <news@newsforge.example.com>"
MAIL = Mail(
    to="reader@example.com",
    subject="이메일 주소를 확인해 주세요 · 確認",
    text="안녕하세요.\n\nhttps://news.example/ko/verify-email#token=abc\n",
    html='<html><head></head><body><p>안녕하세요.</p><a href="https://x">확인</a></body></html>',
)


class Received:
    def __init__(self):
        self.messages = []
        self.refusal = None
        self.was_tls = None

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the name that aiosmtpd calls
        if self.refusal:
            return self.refusal
        self.was_tls = session.ssl is not None
        self.messages.append(envelope.content)
        return "250 OK"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(path)
    return server, ssl.create_default_context(cafile=path)


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Smtp:
    """A real SMTP server on loopback."""

    def __init__(self, certificate, *, implicit=False, login=None):
        server, self.trust = certificate
        self.received = Received()
        more = {"ssl_context": server} if implicit else {"tls_context": server, "require_starttls": True}
        if login:
            more |= {"auth_required": True, "authenticator": self._check(login)}
        self.port = free_port()
        self.controller = Controller(self.received, hostname="localhost", port=self.port, **more)

    @staticmethod
    def _check(login):
        def check(server, session, envelope, mechanism, data):
            return AuthResult(success=(data.login.decode(), data.password.decode()) == login, handled=False)

        return check

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *failure):
        self.controller.stop()

    def mailer(self, scheme="smtp", login=""):
        url = f"{scheme}://{login}localhost:{self.port}"
        return SmtpMailer(SmtpServer.of(url), sender=SENDER, timeout_s=5, trust=self.trust)


class Outlet:
    def __init__(self, mailer, read, fail):
        self.mailer, self.read, self.fail = mailer, read, fail


@pytest.fixture(params=["outbox", "smtp", "smtps", "ses"])
def outlet(request, tmp_path, certificate, monkeypatch):
    if request.param == "outbox":
        folder = tmp_path / "outbox"

        def fail():
            folder.parent.chmod(0o700)
            folder.write_text("a file stands where the folder belongs")

        yield Outlet(
            OutboxMailer(folder, sender=SENDER),
            lambda: [path.read_bytes() for path in sorted(folder.glob("*.eml"))],
            fail,
        )
    elif request.param == "ses":
        import boto3
        from moto import mock_aws
        from moto.core import DEFAULT_ACCOUNT_ID
        from moto.sesv2.models import sesv2_backends

        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
        with mock_aws():
            client = boto3.client("sesv2", region_name="ap-northeast-1")
            client.create_email_identity(EmailIdentity="news@newsforge.example.com")

            def fail():
                from botocore.exceptions import EndpointConnectionError

                def refuse(**_):
                    raise EndpointConnectionError(endpoint_url="https://email")

                client.send_email = refuse

            core = sesv2_backends[DEFAULT_ACCOUNT_ID]["ap-northeast-1"].core_backend
            yield Outlet(
                SesMailer(client, sender=SENDER),
                lambda: [
                    raw.encode() if isinstance(raw, str) else raw
                    for raw in (message.raw_data for message in core.sent_messages)
                ],
                fail,
            )
    else:
        with Smtp(certificate, implicit=request.param == "smtps") as smtp:

            def fail():
                smtp.received.refusal = "451 try again later"

            yield Outlet(smtp.mailer(request.param), lambda: smtp.received.messages, fail)


async def test_what_arrives_is_what_was_sent(outlet):
    await outlet.mailer.send(MAIL)
    await outlet.mailer.send(MAIL)
    found = outlet.read()
    assert len(found) == 2
    message = message_from_bytes(found[0], policy=default)
    assert message["To"].addresses[0].addr_spec == MAIL.to
    assert message["From"].addresses[0].display_name == "뉴스포지"
    assert message["Subject"] == MAIL.subject
    assert message["Message-ID"]
    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == MAIL.text
    assert message.get_body(("html",)).get_content().strip().replace("\r\n", "\n") == MAIL.html


@pytest.mark.parametrize("field", ["to", "subject"])
async def test_no_header_can_be_smuggled_in(outlet, field):
    bad = {"to": MAIL.to, "subject": MAIL.subject, field: "a@example.com\r\nBcc: all@example.com"}
    with pytest.raises(MailRefused):
        await outlet.mailer.send(Mail(text="x", html="x", **bad))
    assert outlet.read() == []


async def test_away_means_later(outlet):
    outlet.fail()
    with pytest.raises(MailUnavailable):
        await outlet.mailer.send(MAIL)


async def test_smtp_signs_in_over_tls_only(certificate):
    with Smtp(certificate, login=("user@x", "p@ss/word")) as smtp:
        await smtp.mailer(login="user%40x:p%40ss%2Fword@").send(MAIL)
        assert smtp.received.was_tls
        with pytest.raises(MailUnavailable, match="sign-in"):
            await smtp.mailer(login="user:wrong@").send(MAIL)
    with pytest.raises(BadSmtpAddress):
        SmtpServer.of("smtp://user:secret@localhost:25?tls=none")
    assert "secret" not in repr(SmtpServer.of("smtp://user:secret@localhost:25"))


async def test_a_certificate_of_nobody_is_not_trusted(certificate):
    with Smtp(certificate) as smtp:
        smtp.trust = ssl.create_default_context()
        with pytest.raises(MailUnavailable):
            await smtp.mailer().send(MAIL)
        assert smtp.received.messages == []


async def test_refused_for_good(certificate):
    with Smtp(certificate) as smtp:
        smtp.received.refusal = "550 no such user"
        with pytest.raises(MailRefused):
            await smtp.mailer().send(MAIL)


async def test_a_silent_server_is_given_up():
    given_up = asyncio.Event()

    async def say_nothing(reader, writer):
        await given_up.wait()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    mailer = SmtpMailer(SmtpServer.of(f"smtp://127.0.0.1:{port}"), sender=SENDER, timeout_s=0.2)
    with pytest.raises(MailUnavailable):
        await mailer.send(MAIL)
    given_up.set()
    server.close()
    await server.wait_closed()
    await asyncio.sleep(0.05)


@pytest.mark.parametrize("url", ["http://x", "smtp://", "smtp://host:port", "", "smtp://h:99999"])
def test_addresses_that_cannot_be_read(url):
    with pytest.raises(BadSmtpAddress):
        SmtpServer.of(url)


async def test_the_outbox_has_a_page_that_runs_nothing(tmp_path):
    outbox = OutboxMailer(tmp_path / "outbox", sender=SENDER)
    await asyncio.gather(*(outbox.send(MAIL) for _ in range(5)))
    hostile = Mail(to=MAIL.to, subject="<script>alert(1)</script>", text="x", html='"><script>alert(2)</script>')
    await outbox.send(hostile)
    page = (tmp_path / "outbox" / "index.html").read_text()
    assert page.count("<details>") == 6
    assert "<script" not in page
    assert "확인해" in page
    assert (tmp_path / "outbox").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["verify", "known_address", "reset", "password_changed", "invitation"])
def test_letters_say_the_same_in_both_forms(name, language):
    fields = {
        "name": '<b>"김 & 하늘"</b>\nBcc: x', "link": "https://news.example/ko/x#token=a_b-c",
        "inviter": "$name <i>", "workspace": "뉴스룸",
    }  # fmt: skip
    mail = write_letter(name, language=language, to="a@example.com", fields=fields)
    assert fields["link"] in mail.text
    assert f'href="{fields["link"]}"' in mail.html
    assert "\n" not in mail.subject
    assert "<b>" not in mail.html
    assert "<i>" not in mail.html
    for form in (mail.subject, mail.text, mail.html):
        assert "${" not in form
        assert "$link" not in form
    assert f'lang="{language}"' in mail.html


def test_an_unknown_language_is_english():
    mail = write_letter("reset", language="fr", to="a@example.com", fields={"name": "A", "link": "https://x"})
    assert mail.subject == "Choose a new password"
