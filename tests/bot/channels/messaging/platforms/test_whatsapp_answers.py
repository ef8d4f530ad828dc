from __future__ import annotations

from typing import Any

import pytest

from bot.channels.messaging.platforms import whatsapp
from bot.outbound.http import Answer
from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from tests.bot.channels.conftest import NOW
from tests.bot.channels.messaging.platforms.graph_calls import refusal
from tests.fakes.whatsapp import NUMBER_ID, FakeWhatsApp

WAMID = "wamid.HBgLMTUxNDU1NTAxNDIVAgASGBQzQUFERjg0NDEzNDdFODU3MUMxMAA="
HOOK = "https://bot.example.com/channels/whatsapp"
AT_META = {"PRORATA_WHATSAPP_API": "https://graph.facebook.com/v25.0"}
SENDER = whatsapp.platform(FakeWhatsApp().settings() | AT_META, lambda: NOW).sender


def test_what_was_taken_is_done() -> None:
    SENDER.judge(Answer(200, {}, {"messaging_product": "whatsapp", "messages": [{"id": WAMID}]}))


def test_who_has_blocked_us_is_gone() -> None:
    with pytest.raises(Gone):
        SENDER.judge(refusal(131026))


@pytest.mark.parametrize("code", [131021, 131009, 100, 131030])
def test_what_will_never_be_taken(code: int) -> None:
    with pytest.raises(Undeliverable) as refused:
        SENDER.judge(refusal(code))

    assert str(refused.value) == f"Graph {code}"


def test_after_24_hours_nothing_can_be_said() -> None:
    with pytest.raises(Undeliverable, match="24 hours"):
        SENDER.judge(refusal(131047))


@pytest.mark.parametrize(
    ("code", "status"),
    [(130429, 429), (131056, 400), (80007, 400), (131016, 500), (131000, 500), (190, 401), (131042, 400)],
)  # fmt: skip
def test_limits_faults_and_tokens_pass(code: int, status: int) -> None:
    with pytest.raises(TryAgain):
        SENDER.judge(refusal(code, status=status))


def test_how_long_to_wait() -> None:
    with pytest.raises(TryAgain) as failure:
        SENDER.judge(refusal(130429, status=429, retry_after="12"))

    assert failure.value.after == 12


# --- setting it up ---


def described(**changed: Any) -> Answer:
    known = {"id": NUMBER_ID, "platform_type": "CLOUD_API"}
    return Answer(200, {}, {**known, "webhook_configuration": {"application": HOOK}, **changed})


def test_all_is_well() -> None:
    assert SENDER.problems(described(), HOOK) == []


@pytest.mark.parametrize(
    "configured",
    [
        {"application": "https://other.example.com"},
        {"application": HOOK, "phone_number": "https://other.example.com"},
        {"application": HOOK, "whatsapp_business_account": "https://other.example.com"},
    ],
)
def test_events_that_go_elsewhere(configured: dict[str, str]) -> None:
    (problem,) = SENDER.problems(described(webhook_configuration=configured), HOOK)
    assert problem == f"the webhook's address is https://other.example.com, not {HOOK}"


def test_a_number_overrides_its_app() -> None:
    configured = {"application": "https://other.example.com", "phone_number": HOOK}
    assert SENDER.problems(described(webhook_configuration=configured), HOOK) == []


def test_a_number_without_webhook() -> None:
    (problem,) = SENDER.problems(described(webhook_configuration=None), HOOK)
    assert "not set" in problem


def test_a_number_that_is_not_registered() -> None:
    (problem,) = SENDER.problems(described(platform_type="NOT_APPLICABLE"), HOOK)
    assert "not registered" in problem


def test_a_token_that_is_not_valid() -> None:
    (problem,) = SENDER.problems(refusal(190, status=401), HOOK)
    assert "not valid" in problem


def test_asking_who_we_are_changes_nothing() -> None:
    assert SENDER.identity().method == "GET"


def test_typing_also_marks_the_message_as_read() -> None:
    post = SENDER.typing({"to": "15145550142", "message": WAMID})

    assert post is not None
    assert post.json == {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": WAMID,
        "typing_indicator": {"type": "text"},
    }
