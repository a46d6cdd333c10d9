"""Everything that the processes print, read in whole: JSON lines that tell what happened and nothing that is secret."""

import json
import time
from uuid import uuid4

import pytest

from tests.support.vendor_thread import hanging_vendor, vendor_options
from tests.support.whole_service import GRACEFUL, PUBLIC_URL, await_end, order, wait_until

pytestmark = pytest.mark.slow
PASSWORD = "planted-passphrase-Zebra-4471-lamp"
NEW_PASSWORD = "planted-replacement-Otter-8823-desk"
PROVIDER_KEY = "sk-planted-provider-key-99317"
SENTENCE = "Quennevilleburg City will raise its bus fare from 1,500 won to 1,700 won next March."
INSTRUCTION = "planted-instruction-Walrus"
SEARCH = "planted-search-Heron"


@pytest.fixture
def vendor():
    with hanging_vendor() as server:
        server.answer()
        yield server


def _journey(service, api, person, planted):
    """All that a person may do, right and wrong, with words of which none may be printed."""
    with api.client(person, traceparent=f"00-{'ab' * 16}-{'cd' * 8}-01") as http:
        key = http.post("/api-keys", json={"name": "CMS"}).json()["key"]
        planted["API key"] = key
        assert http.put("/provider-keys/openai", json={"key": PROVIDER_KEY}).status_code == 200
        http.put("/provider-keys/compatible", json={"key": PROVIDER_KEY, "base_url": "https://127.0.0.1/v1"})
        asked = http.post("/conversions", json=order(SENTENCE, writer="auto", instruction=INSTRUCTION)).json()
        done = await_end(http, asked["id"])
        post = done["posts"][0]
        edit = {"parts": [f"{SENTENCE} Edited."]}
        assert http.patch(f"/posts/{post['id']}", json=edit, headers={"If-Match": '"1"'}).status_code == 200
        http.patch(f"/posts/{post['id']}", json={"parts": [SENTENCE, 7]}, headers={"If-Match": '"1"'})
        http.get("/conversions", params={"q": SEARCH})
        http.post("/conversions", content=f'{{"source": {{"text": "{SENTENCE}"', headers={"Content-Type": "text/json"})
        http.post("/conversions", json={"source": {"text": SENTENCE}, "platforms": [SENTENCE]})
        http.post("/conversions/files", data={"wishes": SENTENCE}, files={"file": ("a.pdf", SENTENCE.encode())})
        file = {"file": ("a.pdf", b"%PDF-1.7 " + SENTENCE.encode())}
        http.post("/conversions/files", data={"wishes": '{"platforms": ["x"]}'}, files=file)
        http.get(f"/conversions/{asked['id']}/export", params={"format": "zip"})
        http.get(f"/conversions/{asked['id']}/events")
        http.post("/auth/password/change", json={"current_password": PASSWORD, "new_password": NEW_PASSWORD})
        http.post("/auth/sign-in", json={"email": person.email, "password": "wrong-" + PASSWORD})
        http.get("/me", headers={"Authorization": f"Basic {PASSWORD}"})
    with api.client(key) as http:
        assert http.get("/conversions").status_code == 200
    with api.client(Origin=PUBLIC_URL) as http:
        signed = http.post("/auth/session", json={"email": person.email, "password": NEW_PASSWORD})
        planted |= {f"cookie {name}": value for name, value in signed.cookies.items()}
        http.get("/me")
        http.post("/auth/password/forgot", json={"email": person.email})
    return asked["id"]


def test_no_secret_and_no_article_is_ever_printed_and_every_line_tells_whose_it_is(lone, vendor):
    lone.options = vendor_options(vendor) | {"NEWSFORGE_LOG_LEVEL": "DEBUG"}
    api, worker = lone.start_api(is_awaited=False), lone.start_worker()
    api.wait_until_ready()
    person = lone.join(api, password=PASSWORD)
    planted = {
        "password": PASSWORD,
        "new password": NEW_PASSWORD,
        "access token": person.token,
        "refresh token": person.refresh_token,
        "provider key": PROVIDER_KEY,
        "operator's key": vendor_options(vendor)["NEWSFORGE_COMPATIBLE_API_KEY"],
        "article": "Quennevilleburg",
        "instruction": INSTRUCTION,
        "search": SEARCH,
        "database password": "app/of:the@service",
        "database password, quoted": "app%2Fof%3Athe%40service",
        "e-mail address": person.email,
    }
    conversion_id = _journey(lone, api, person, planted)
    outbox = lone.folder / "outbox"
    wait_until(lambda: len(list(outbox.rglob("*.eml"))) >= 2)
    for number, letter in enumerate(outbox.rglob("*.eml")):
        for line in letter.read_text().splitlines():
            if "#token=" in line:
                planted[f"link {number}"] = line.partition("#token=")[2].strip()
    _fail_inside(lone, api, person)
    time.sleep(0.5)
    assert api.stop() in GRACEFUL
    assert worker.stop() == 0
    for process in (api, worker):
        text = process.log.read_text()
        assert [name for name, secret in planted.items() if secret in text] == []
        for line in process.lines():
            assert {"event", "level", "timestamp"} <= json.loads(line).keys(), line
    requests = [event for event in api.events() if event["event"] == "request"]
    assert len(requests) > 20
    assert all(len(event["trace_id"]) == 32 for event in requests)
    assert {event["trace_id"] for event in requests} > {"ab" * 16}
    assert any(event["status"] >= 500 for event in requests)
    ours = [event for event in worker.events() if conversion_id in json.dumps(event) or "job_id" in event]
    assert ours
    assert all(event.get("job_id") for event in ours)


def _fail_inside(service, api, person):
    """A defect of ours: what the traceback would show holds the planted words."""
    from newsforge.kit.servers.sql import execute

    execute(service.database.admin_url, "ALTER TABLE posts RENAME COLUMN verdict TO lost")
    with api.client(person) as http:
        broken = http.post(
            "/conversions", json=order(SENTENCE, instruction=INSTRUCTION), headers={"Idempotency-Key": uuid4().hex}
        )
    assert broken.status_code == 500
    assert "verdict" not in broken.text
    execute(service.database.admin_url, "ALTER TABLE posts RENAME COLUMN lost TO verdict")
