"""What Telegram's answers mean, what is wrong with a channel, and what nobody may see."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from bot.channels.messaging.platform import Message, Platform
from bot.channels.messaging.platforms import telegram
from bot.outbound.http import Answer
from bot.outbound.outbox import Gone, TryAgain, Undeliverable

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)
TOKEN = "6000000001:AAE-a-token-that-nobody-may-see"
SETTINGS = {
    "PRORATA_TELEGRAM_TOKEN": TOKEN,
    "PRORATA_TELEGRAM_SECRET": "a-secret-that-nobody-may-see",
    "PRORATA_TELEGRAM_USERNAME": "@Prorata_bot",
    "PRORATA_TELEGRAM_API": "https://api.telegram.org",
}
WEBHOOK = "https://bot.example.com/channels/telegram"


def platform(**changed: str) -> Platform:
    return telegram.platform({**SETTINGS, **changed}, lambda: NOW)


SENDER = platform().sender


@pytest.mark.parametrize(
    ("status", "description"),
    [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: user is deactivated"),
        (403, "Forbidden: bot was kicked from the supergroup chat"),
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (400, "Bad Request: chat not found"),
        (400, "Bad Request: group chat was upgraded to a supergroup chat"),
        (400, "Bad Request: message thread not found"),
        (400, "Bad Request: TOPIC_CLOSED"),
        (400, "Bad Request: not enough rights to send text messages to the chat"),
    ],
)
def test_chats_that_are_closed(status: int, description: str) -> None:
    with pytest.raises(Gone):
        SENDER.judge(answer(status, description))


@pytest.mark.parametrize(
    "description",
    ["Bad Request: message is too long", "Bad Request: BUTTON_DATA_INVALID", "3 postes", None, 7],
)
def test_messages_that_will_never_be_taken(description: Any) -> None:
    with pytest.raises(Undeliverable) as refusal:
        SENDER.judge(answer(400, description))
    assert str(refusal.value) == "HTTP 400"


@pytest.mark.parametrize(
    ("status", "body"),
    [
        *((status, None) for status in (401, 403, 404, 408, 429, 500, 502, 503)),
        (401, {"ok": False, "error_code": 401, "description": "Unauthorized"}),
        (404, {"ok": False, "error_code": 404, "description": "Not Found"}),
        (403, {"message": "a proxy's"}),
        (429, {"parameters": {"retry_after": "7"}}),
        (429, {"parameters": 7}),
        (429, []),
    ],
)
def test_what_passes(status: int, body: Any) -> None:
    with pytest.raises(TryAgain) as failure:
        SENDER.judge(Answer(status, {}, body))
    assert failure.value.after is None


@pytest.mark.parametrize(("given", "waited"), [(7, 7.0), (40_000, 3600.0)])
def test_telegram_says_how_long_to_wait(given: int, waited: float) -> None:
    flood = {"ok": False, "error_code": 429, "parameters": {"retry_after": given}}
    with pytest.raises(TryAgain) as failure:
        SENDER.judge(Answer(429, {"retry-after": "99"}, flood))
    assert failure.value.after == waited


def test_a_proxy_says_how_long_to_wait() -> None:
    with pytest.raises(TryAgain) as failure:
        SENDER.judge(Answer(429, {"retry-after": "9"}, None))
    assert failure.value.after == 9.0


@pytest.mark.parametrize("body", [{"ok": True, "result": {}}, [], "ok"])
def test_what_was_taken(body: Any) -> None:
    SENDER.judge(Answer(200, {}, body))


def test_nothing_that_is_shown_holds_the_token() -> None:
    posts = [
        *SENDER.posts({"chat": 1}, Message("c:7", ("a",))),
        SENDER.identity(),
        SENDER.typing({"chat": 1}),
    ]
    shown = [repr(one) for one in (*posts, SENDER, platform(), platform().receiver)]
    for status in (400, 401, 403, 404, 429, 500):
        with pytest.raises((Gone, TryAgain, Undeliverable)) as failure:
            SENDER.judge(answer(status, f"Bad Request: {TOKEN}"))
        shown += [str(failure.value), repr(failure.value)]
    shown += SENDER.problems(answer(401, TOKEN), WEBHOOK)
    assert not [one for one in shown if TOKEN in one or "AAE" in one]


def info(**changed: Any) -> Answer:
    found = {"url": WEBHOOK, "has_custom_certificate": False, "pending_update_count": 0}
    return Answer(200, {}, {"ok": True, "result": {**found, **changed}})


@pytest.mark.parametrize(
    ("found", "problems"),
    [
        (info(), []),
        (info(allowed_updates=[]), []),
        (info(allowed_updates=["message", "edited_message", "callback_query", "poll"]), []),
        (info(url=""), [f"Telegram knows no webhook: register {WEBHOOK} with setWebhook"]),
        (
            info(url="https://old.example.com/"),
            [f"Telegram knows https://old.example.com/: register {WEBHOOK} with setWebhook"],
        ),
        (
            info(allowed_updates=["message"]),
            ["allowed_updates lacks edited_message, callback_query"],
        ),
        (
            info(
                last_error_date=int(NOW.timestamp()) - 60, last_error_message="Connection timed out"
            ),
            ["Telegram’s last failure to call us: Connection timed out"],
        ),
        (info(last_error_date=int(NOW.timestamp()) - 7200, last_error_message="Long ago"), []),
        (Answer(401, {}, None), ["PRORATA_TELEGRAM_TOKEN is not a bot's token"]),
        (Answer(404, {}, None), ["PRORATA_TELEGRAM_TOKEN is not a bot's token"]),
        (Answer(502, {}, None), ["Telegram answers HTTP 502"]),
        (Answer(200, {}, {"result": 7}), ["Telegram answers HTTP 200"]),
    ],
)
def test_what_is_wrong_with_the_channel(found: Answer, problems: list[str]) -> None:
    assert SENDER.identity().method == "GET"
    assert list(SENDER.problems(found, WEBHOOK)) == problems


def test_a_secret_that_telegram_does_not_share() -> None:
    said = "Wrong response from the webhook: 401 Unauthorized"
    found = SENDER.problems(
        info(last_error_date=int(NOW.timestamp()), last_error_message=said), WEBHOOK
    )
    assert [problem for problem in found if "PRORATA_TELEGRAM_SECRET" in problem]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PRORATA_TELEGRAM_TOKEN", "no-token"),
        ("PRORATA_TELEGRAM_TOKEN", "12:a/../b"),
        ("PRORATA_TELEGRAM_SECRET", "with space"),
        ("PRORATA_TELEGRAM_SECRET", "x" * 257),
        ("PRORATA_TELEGRAM_USERNAME", "https://t.me/prorata_bot"),
    ],
)
def test_settings_that_cannot_work(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name) as error:
        platform(**{name: value})
    assert value not in str(error.value)


def test_a_bot_api_server_of_ones_own() -> None:
    ours = platform(PRORATA_TELEGRAM_API="http://127.0.0.1:8081/").sender
    assert ours.identity().url == f"http://127.0.0.1:8081/bot{TOKEN}/getWebhookInfo"


def answer(status: int, description: Any) -> Answer:
    return Answer(status, {}, {"ok": False, "error_code": status, "description": description})
