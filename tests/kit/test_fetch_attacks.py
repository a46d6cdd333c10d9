"""Every way that was found to make a fetcher connect to where it must not. The list only grows."""

from __future__ import annotations

import asyncio

import pytest

from newsforge.kit import fetch as kit_fetch
from newsforge.kit.fetch import FetchFailed, Policy, PrivateAddress, fetch
from tests.kit.local_sites import INTERNAL_HOST, PUBLIC_HOST, Names, names, policy_for, redirect, response, running

#: URL, what its name resolves to (None: the host is literal or must be refused before it is looked up), error code.
ATTACKS = [
    # addresses written plainly
    ("http://127.0.0.1/", None, "private_address"),
    ("http://127.1.2.3/", None, "private_address"),
    ("http://0.0.0.0/", None, "private_address"),
    ("http://0.1.2.3/", None, "private_address"),
    ("http://10.0.0.1/", None, "private_address"),
    ("http://172.16.0.1/", None, "private_address"),
    ("http://172.31.255.255/", None, "private_address"),
    ("http://192.168.1.1/", None, "private_address"),
    ("http://169.254.169.254/latest/meta-data/", None, "private_address"),
    ("http://169.254.170.2/v2/credentials", None, "private_address"),
    ("http://100.64.0.1/", None, "private_address"),
    ("http://100.100.100.200/latest/meta-data/", None, "private_address"),
    ("http://192.0.0.192/opc/v1/", None, "private_address"),
    ("http://192.0.2.1/", None, "private_address"),
    ("http://192.88.99.1/", None, "private_address"),
    ("http://168.63.129.16/machine", None, "private_address"),
    ("http://198.18.0.1/", None, "private_address"),
    ("http://198.51.100.1/", None, "private_address"),
    ("http://203.0.113.1/", None, "private_address"),
    ("http://224.0.0.1/", None, "private_address"),
    ("http://240.0.0.1/", None, "private_address"),
    ("http://255.255.255.255/", None, "private_address"),
    # IPv6, and IPv4 in its clothes
    ("http://[::1]/", None, "private_address"),
    ("http://[::]/", None, "private_address"),
    ("http://[::ffff:127.0.0.1]/", None, "private_address"),
    ("http://[::ffff:a9fe:a9fe]/", None, "private_address"),
    ("http://[::127.0.0.1]/", None, "private_address"),
    ("http://[0:0:0:0:0:ffff:7f00:1]/", None, "private_address"),
    ("http://[fe80::1]/", None, "private_address"),
    ("http://[fe80::1%25eth0]/", None, ("private_address", "bad_url")),
    ("http://[fec0::1]/", None, "private_address"),
    ("http://[fc00::1]/", None, "private_address"),
    ("http://[fd00:ec2::254]/", None, "private_address"),
    ("http://[ff02::1]/", None, "private_address"),
    ("http://[64:ff9b::7f00:1]/", None, "private_address"),
    ("http://[64:ff9b:1::a9fe:a9fe]/", None, "private_address"),
    ("http://[2002:7f00:1::1]/", None, "private_address"),
    ("http://[2002:a9fe:a9fe::1]/", None, "private_address"),
    ("http://[2001:0:1:2:3:4:80ff:fffe]/", None, "private_address"),
    ("http://[2001:db8::1]/", None, "private_address"),
    ("http://[2606:4700::5efe:7f00:1]/", None, "private_address"),
    ("http://[100::1]/", None, "private_address"),
    ("http://[3fff::1]/", None, "private_address"),
    # the same in other notations, as inet_aton would read them
    ("http://2130706433/", "127.0.0.1", "bad_url"),
    ("http://0x7f000001/", "127.0.0.1", "bad_url"),
    ("http://0x7f.1/", "127.0.0.1", "bad_url"),
    ("http://0177.0.0.1/", "127.0.0.1", "bad_url"),
    ("http://017700000001/", "127.0.0.1", "bad_url"),
    ("http://127.1/", "127.0.0.1", "bad_url"),
    ("http://127.0.1/", "127.0.0.1", "bad_url"),
    ("http://0/", "0.0.0.0", "bad_url"),
    ("http://127.0.0.1./", "127.0.0.1", "bad_url"),
    ("http://１２７.０.０.１/", "127.0.0.1", "bad_url"),
    ("http://①②⑦.⓪.⓪.①/", "127.0.0.1", "bad_url"),
    ("http://127。0。0。1/", None, ("bad_url", "private_address")),
    ("http://169.254.169.254.0x0/", "127.0.0.1", "bad_url"),
    # names
    ("http://localhost/", "127.0.0.1", "private_address"),
    ("http://LOCALHOST/", "127.0.0.1", "private_address"),
    ("http://localhost./", "127.0.0.1", "bad_url"),
    ("http://app.localhost/", "127.0.0.1", "private_address"),
    ("http://ｌocalhost/", "127.0.0.1", ("bad_url", "private_address")),
    ("http://metadata.google.internal/computeMetadata/v1/", "169.254.169.254", "private_address"),
    ("http://printer.local/", "192.168.0.9", "private_address"),
    ("http://router.home.arpa/", "192.168.0.1", "private_address"),
    ("http://kubernetes/", "10.96.0.1", "private_address"),
    ("http://news.example./", "93.184.216.34", "bad_url"),
    ("http://news..example/", "93.184.216.34", "bad_url"),
    ("http://127.0.0.1.nip.example/", "127.0.0.1", "private_address"),
    ("http://internal.example/", "10.1.2.3", "private_address"),
    ("http://azure.example/", "168.63.129.16", "private_address"),
    ("http://sixtofour.example/", "2002:7f00:1::1", "private_address"),
    ("http://zone.example/", "fe80::1%eth0", "private_address"),
    ("http://junk.example/", "not an address", "private_address"),
    ("http://mixed.example/", "93.184.216.34 127.0.0.1", "private_address"),
    ("http://mixed6.example/", "2606:4700::1 ::1", "private_address"),
    ("http://xn--vi8h.example/", "127.0.0.1", ("private_address", "bad_url")),
    # shape of the URL
    ("http://user:pass@news.example/", "93.184.216.34", "bad_url"),
    ("http://news.example@127.0.0.1/", None, "bad_url"),
    ("http://@127.0.0.1/", None, ("private_address", "bad_url")),
    ("http://127.0.0.1\\@news.example/", None, "bad_url"),
    ("http://news.example\\.127.0.0.1/", None, "bad_url"),
    ("http://127.0.0.1#@news.example/", None, ("private_address", "bad_url")),
    ("http://127.0.0.1?@news.example/", None, ("private_address", "bad_url")),
    ("http://news.example:22/", "93.184.216.34", "bad_url"),
    ("http://news.example:6379/", "93.184.216.34", "bad_url"),
    ("http://news.example:0/", "93.184.216.34", "bad_url"),
    ("http://news.example:99999/", "93.184.216.34", "bad_url"),
    ("http://news.example:80:80/", "93.184.216.34", "bad_url"),
    ("http://news.example\r\nX-Evil: 1/", "93.184.216.34", "bad_url"),
    ("http://news.example/\r\nHost: 127.0.0.1", "93.184.216.34", "bad_url"),
    ("http://news.example /", "93.184.216.34", "bad_url"),
    (" http://127.0.0.1/", None, "bad_url"),
    ("http:///127.0.0.1/", None, "bad_url"),
    ("http:127.0.0.1/", None, "bad_url"),
    ("//127.0.0.1/", None, "bad_url"),
    ("http://[::1", None, "bad_url"),
    ("http://[127.0.0.1]/", None, "bad_url"),
    ("http://", None, "bad_url"),
    ("", None, "bad_url"),
    ("file:///etc/passwd", None, "bad_url"),
    ("FILE:///etc/passwd", None, "bad_url"),
    ("gopher://127.0.0.1:6379/_INFO", None, "bad_url"),
    ("ftp://127.0.0.1/", None, "bad_url"),
    ("data:text/html,<p>", None, "bad_url"),
    ("javascript:alert(1)", None, "bad_url"),
    ("unix:///var/run/docker.sock", None, "bad_url"),
    ("http+unix://%2Fvar%2Frun%2Fdocker.sock/", None, "bad_url"),
    ("http://" + "a" * 64 + ".example/", "93.184.216.34", "bad_url"),
    ("http://news.example/" + "a" * 5000, "93.184.216.34", "bad_url"),
]


@pytest.fixture
def no_connection(monkeypatch):
    """Fails the test when anything is dialled, whatever became of it."""
    dialled = []

    async def connect_tcp(self, host, port, **_):
        dialled.append((host, port))
        raise OSError("not allowed in this test")

    monkeypatch.setattr("httpcore2.AnyIOBackend.connect_tcp", connect_tcp)
    yield
    assert dialled == []


@pytest.mark.parametrize(("url", "answers", "code"), ATTACKS, ids=[repr(attack[0][:60]) for attack in ATTACKS])
async def test_an_attack_connects_to_nothing(url, answers, code, no_connection):
    class Anything(dict):
        def get(self, key, default=None):
            return [answers.split() if " an " not in answers else [answers]] if answers else None

    with pytest.raises(FetchFailed) as caught:
        await fetch(url, policy=Policy(resolve=Names(Anything())))
    assert caught.value.code in (code if isinstance(code, tuple) else (code,))
    assert caught.value.remedy


def test_the_list_is_not_shortened():
    assert len({attack[0] for attack in ATTACKS}) >= 100


async def test_an_answer_never_tells_what_a_name_resolves_to(no_connection):
    with pytest.raises(PrivateAddress) as caught:
        await fetch("http://internal.example/x?secret=1", policy=Policy(resolve=names(internal_example="10.1.2.3")))
    assert "10.1.2.3" not in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
@pytest.mark.parametrize("target", ["http://{internal}/", "//{internal}/", "http://inside.example:{port}/"])
async def test_a_redirect_into_the_network_is_not_followed(status, target):
    async with running() as site, running(INTERNAL_HOST) as internal:
        location = target.format(internal=f"{INTERNAL_HOST}:{internal.port}", port=internal.port)
        site.answers["/"] = redirect(location, status)
        resolve = names(news_example=PUBLIC_HOST, inside_example=INTERNAL_HOST)
        with pytest.raises(PrivateAddress):
            await fetch(f"http://news.example:{site.port}/", policy=policy_for(site, internal, resolve=resolve))
        assert (site.connections, internal.connections) == (1, 0)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "http://user@news.example/", "gopher://x/", "http://news.example:22/"]
)
async def test_a_redirect_to_another_kind_of_address_is_not_followed(target):
    async with running() as site:
        site.answers["/"] = redirect(target)
        with pytest.raises(FetchFailed) as caught:
            await fetch(f"http://news.example:{site.port}/", policy=policy_for(site))
        assert caught.value.code == "bad_url"


async def test_a_name_that_changes_its_mind_is_judged_by_the_answer_that_is_dialled():
    """DNS rebinding: public when checked, internal when connected to. There is only one look-up to lie to."""
    async with running() as site, running(INTERNAL_HOST) as internal:
        resolve = Names({"news.example": [[PUBLIC_HOST], [INTERNAL_HOST]]})
        site.answers["/"] = response(b"<html>a</html>", "Connection: close")
        policy = policy_for(site, internal, resolve=resolve)
        fetched = await fetch(f"http://news.example:{site.port}/", policy=policy)
        assert fetched.data == b"<html>a</html>"
        assert resolve.asked == ["news.example"]
        with pytest.raises(PrivateAddress):
            await fetch(f"http://news.example:{internal.port}/", policy=policy)
        assert internal.connections == 0


async def test_a_name_that_rebinds_between_redirects_is_refused():
    async with running() as site, running(INTERNAL_HOST) as internal:
        resolve = Names({"news.example": [[PUBLIC_HOST], [INTERNAL_HOST]]})
        site.answers["/"] = redirect(f"http://news.example:{internal.port}/")
        with pytest.raises(PrivateAddress):
            await fetch(f"http://news.example:{site.port}/", policy=policy_for(site, internal, resolve=resolve))
        assert internal.connections == 0


async def test_a_proxy_in_the_environment_is_not_used(monkeypatch):
    async with running() as site, running(INTERNAL_HOST) as internal:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://{INTERNAL_HOST}:{internal.port}")
        site.answers["/"] = response(b"<html>a</html>")
        await fetch(f"http://news.example:{site.port}/", policy=policy_for(site))
        assert internal.connections == 0


async def test_the_operator_may_open_a_private_network_but_not_the_clouds_credentials(no_connection):
    everything = Policy(allow_networks=("0.0.0.0/0", "::/0"), ports=None)
    for host in (
        "169.254.169.254",
        "168.63.129.16",
        "[fd00:ec2::254]",
        "[::ffff:169.254.169.254]",
        "[64:ff9b::a9fe:a9fe]",
    ):
        with pytest.raises(PrivateAddress):
            await fetch(f"http://{host}/", policy=everything)


async def test_the_guarded_transport_guards_other_clients(no_connection):
    import httpx2

    async with httpx2.AsyncClient(transport=kit_fetch.guarded_transport(), trust_env=False) as client:
        for url in ("http://127.0.0.1/v1/chat", "http://localhost/v1", "http://[::1]/"):
            with pytest.raises(PrivateAddress):
                await client.post(url, json={})


async def test_the_guarded_transport_reaches_what_the_operator_opened():
    import httpx2

    async with running() as site:
        site.answers["/v1/models"] = response(b"{}", kind="application/json")
        transport = kit_fetch.guarded_transport(policy_for(site))
        async with httpx2.AsyncClient(transport=transport, trust_env=False) as client:
            answer = await client.get(f"http://news.example:{site.port}/v1/models")
            assert answer.json() == {}
            with pytest.raises(httpx2.ConnectError):
                await client.get("http://news.example:80/v1/models")


async def test_a_resolver_that_hangs_ends_at_the_deadline():
    async def hang(host, port):
        await asyncio.sleep(60)

    limits = kit_fetch.Limits(total_s=0.2)
    with pytest.raises(kit_fetch.TimedOut):
        await fetch("http://news.example/", policy=Policy(resolve=hang), limits=limits)
