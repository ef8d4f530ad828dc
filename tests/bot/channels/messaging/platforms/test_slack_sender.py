"""What is asked of Slack's API, and what its answers mean."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.messaging.platform import Message
from bot.channels.messaging.platforms.slack import platform
from bot.outbound.http import Answer
from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from tests.bot.channels.messaging.platforms.slack_calls import SENDER, SETTINGS, TIME
from tests.fakes.slack import TOKEN


# --- requests ---
def test_an_answer_goes_where_the_question_was_asked() -> None:
    (private,) = SENDER.posts({"channel": "D1"}, Message("k", ("hi",)))
    (thread,) = SENDER.posts({"channel": "C1", "thread": "1.2"}, Message("k", ("hi",)))
    assert private.url == "https://slack.com/api/chat.postMessage"
    assert (private.json["channel"], private.json.get("thread_ts")) == ("D1", None)
    assert (thread.json["channel"], thread.json["thread_ts"]) == ("C1", "1.2")


def test_the_token_is_in_a_header_that_is_not_shown() -> None:
    (post,) = SENDER.posts({"channel": "D1"}, Message("k", ("hi",)))
    assert post.headers["Authorization"] == f"Bearer {TOKEN}"
    assert TOKEN not in repr(post)


def test_one_request_for_each_text() -> None:
    posts = SENDER.posts({"channel": "D1"}, Message("k", ("one", "two & <three>")))
    assert [post.json["text"] for post in posts] == ["one", "two &amp; &lt;three&gt;"]
    assert {post.json["unfurl_links"] for post in posts} == {False}
    assert SENDER.posts({"channel": "D1"}, Message("k", ("",))) == []


def test_an_app_cannot_show_that_it_writes() -> None:
    assert SENDER.typing({"channel": "D1"}) is None


# --- answers ---
def answered(status: int = 200, body: Any = None, **headers: str) -> Answer:
    return Answer(status, {k.replace("_", "-"): v for k, v in headers.items()}, body)


def failed(error: Any) -> Answer:
    return answered(body={"ok": False, "error": error})


def test_what_was_taken() -> None:
    SENDER.judge(answered(body={"ok": True, "channel": "D1", "ts": "1.2"}))


@pytest.mark.parametrize(
    "error", ["channel_not_found", "is_archived", "not_in_channel", "user_not_found"]
)
def test_who_has_gone(error: str) -> None:
    with pytest.raises(Gone, match=f"^{error}$"):
        SENDER.judge(failed(error))


@pytest.mark.parametrize(
    "error",
    ["invalid_blocks", "msg_too_long", "no_text", "restricted_action", "cannot_reply_to_message"],
)
def test_what_will_never_be_taken(error: str) -> None:
    with pytest.raises(Undeliverable, match=f"^{error}$"):
        SENDER.judge(failed(error))


@pytest.mark.parametrize(
    "error",
    [
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "rate_limited",
        "invalid_auth",
        "account_inactive",
        "token_revoked",
        "missing_scope",
        "messages_tab_disabled",
        "an_error_of_next_year",
    ],
)
def test_what_passes_or_is_put_right(error: str) -> None:
    with pytest.raises(TryAgain, match=f"^{error}$"):
        SENDER.judge(failed(error))


def test_slack_says_when_to_come_back() -> None:
    limited = {"ok": False, "error": "ratelimited"}
    for status in (429, 200):
        with pytest.raises(TryAgain) as raised:
            SENDER.judge(answered(status, limited, retry_after="30"))
        assert raised.value.after == 30


@pytest.mark.parametrize("status", [301, 400, 404])
def test_what_http_says_is_for_good(status: int) -> None:
    with pytest.raises(Undeliverable, match=f"^HTTP {status}$"):
        SENDER.judge(answered(status, "<html>"))


@pytest.mark.parametrize("status", [500, 503, 401, 408])
def test_what_http_says_passes(status: int) -> None:
    with pytest.raises(TryAgain):
        SENDER.judge(answered(status, "<html>"))


@pytest.mark.parametrize("body", [None, [], "ok", {}, {"ok": 1}, {"ok": False, "error": {}}])
def test_no_answer_of_slack_s(body: Any) -> None:
    with pytest.raises(TryAgain, match=r"^HTTP 200"):
        SENDER.judge(answered(body=body))


def test_nothing_that_was_said_gets_into_the_reason() -> None:
    with pytest.raises(TryAgain) as raised:
        SENDER.judge(failed(f"no channel for Anna, {TOKEN}"))
    assert str(raised.value) == "HTTP 200"


# --- setting it up ---
ME = {"ok": True, "user_id": "U1", "bot_id": "B1"}
WEBHOOK = "https://chat.example.com/channels/slack"


def test_who_the_token_is() -> None:
    post = SENDER.identity()
    assert (post.method, post.url) == ("POST", "https://slack.com/api/auth.test")
    assert post.headers["Authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (failed("invalid_auth"), "invalid_auth"),
        (answered(503), "HTTP 503"),
        (answered(body={"ok": True, "user_id": "U1"}), "not a bot's"),
        (answered(body=ME, x_oauth_scopes="chat:write"), "im:history, app_mentions:read"),
        (answered(body=ME, x_oauth_scopes="chat:write.public,im:history"), "chat:write, app_men"),
    ],
)
def test_what_is_wrong_is_said(answer: Answer, problem: str) -> None:
    (said,) = SENDER.problems(answer, WEBHOOK)
    assert problem in said
    assert TOKEN not in said


@pytest.mark.parametrize("scopes", ["chat:write,im:history,app_mentions:read,users:read", ""])
def test_nothing_is_wrong(scopes: str) -> None:
    assert SENDER.problems(answered(body=ME, x_oauth_scopes=scopes), WEBHOOK) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PRORATA_SLACK_TOKEN", "xapp-1-A111-222-abc"),
        ("PRORATA_SLACK_TOKEN", f"{TOKEN}\n"),
        ("PRORATA_SLACK_SIGNING_SECRET", " "),
    ],
)
def test_settings_that_cannot_work(name: str, value: str) -> None:
    with pytest.raises(ValueError) as raised:
        platform(SETTINGS | {name: value}, TIME)
    assert value.strip() == "" or value not in str(raised.value)


@pytest.mark.parametrize(
    "api", ["https://slack.com/api", "http://127.0.0.1:80/a", "http://[::1]/a"]
)
def test_the_token_stays_on_this_machine_or_is_encrypted(api: str) -> None:
    sender = platform(SETTINGS | {"PRORATA_SLACK_API": f"{api}/"}, TIME).sender
    assert sender.identity().url == f"{api}/auth.test"
