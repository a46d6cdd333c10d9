"""What somebody without an account may see, and what a workspace sees of its writers."""

import pytest

from newsforge.domains.conversions.demonstration import DemonstrationOut


@pytest.mark.parametrize("language", ["ko", "en", "ja"])
def test_the_demonstration_needs_no_account_and_every_post_is_traced(api, language):
    with api.client() as http:
        answer = http.get("/demonstration", params={"language": language})
        again = http.get("/demonstration", params={"language": language})
        same = http.get(
            "/demonstration", params={"language": language}, headers={"If-None-Match": answer.headers["etag"]}
        )
    assert answer.status_code == 200, answer.text
    shown = DemonstrationOut.model_validate(answer.json())
    assert shown.article.language == language
    assert len(shown.posts) >= 7
    assert {post.status for post in shown.posts} <= {"clean", "review"}
    assert all(post.receipts and post.writer == "embedded" for post in shown.posts)
    assert len({post.id for post in shown.posts}) == len(shown.posts)
    assert again.content == answer.content
    assert (same.status_code, same.content) == (304, b"")
    assert "public" in answer.headers["cache-control"]


def test_what_is_said_of_its_posts_is_said_in_the_reader_s_language(api):
    with api.client() as http:
        told = {
            wish: http.get("/demonstration", params={"language": "en"}, headers={"Accept-Language": wish})
            for wish in ("ko", "ja", "en")
        }
        again = {"Accept-Language": "ko", "If-None-Match": told["ko"].headers["etag"]}
        assert http.get("/demonstration", params={"language": "en"}, headers=again).status_code == 304
    whys = {wish: answer.json()["posts"][0]["why"] for wish, answer in told.items()}
    assert whys == {"ko": "내장 작성기가 썼습니다.", "ja": "内蔵ライターが書きました。", "en": "embedded wrote it."}
    assert len({answer.headers["etag"] for answer in told.values()}) == 3
    assert {answer.json()["article"]["language"] for answer in told.values()} == {"en"}


def test_nothing_else_can_be_asked_of_it(api):
    with api.client() as http:
        assert http.get("/demonstration", params={"language": "xx"}).status_code == 422
        assert http.post("/demonstration", json={"text": "x"}).status_code == 405


def test_it_is_rate_limited_by_address(whole):
    api = whole.start_api(NEWSFORGE_ANONYMOUS_PER_MINUTE="3", NEWSFORGE_REDIS_URL="")
    with api.client() as http:
        assert [http.get("/demonstration").status_code for _ in range(4)] == [200, 200, 200, 429]
    api.stop()


def test_a_workspace_sees_who_can_write_for_it_and_tries_its_own_key(whole, api):
    person = whole.join(api)
    with api.client(person) as http:
        before = http.get("/writers").json()["items"]
        assert before[-1] == {
            "name": "embedded", "kind": "automatic", "key": "none", "in_auto": True, "state": "ready",
        }  # fmt: skip
        assert http.post("/provider-keys/openai/test").status_code == 404
        http.put("/provider-keys/openai", json={"key": "sk-" + "x" * 40})
        after = http.get("/writers").json()["items"]
        assert (after[0]["key"], after[0]["in_auto"]) == ("workspace", True)
        # An address that nobody may be made to call: the trial says so, and what the key is it does not say.
        http.put("/provider-keys/compatible", json={"key": "secret-of-ours", "base_url": "https://10.0.0.1/v1"})
        assert http.post("/provider-keys/compatible/test").status_code == 422
        tried = http.post("/provider-keys/compatible/test", json={"model": "house-model"})
    assert tried.status_code == 200, tried.text
    assert tried.json()["works"] is False
    assert tried.json()["message"]
    assert "secret-of-ours" not in tried.text
