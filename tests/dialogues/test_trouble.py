"""A part that is down is said, with a way on; what does not need it still works."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.chat.client import BotClient
from bot.run.stack import Stack, any_ports, stack
from bot.run.supervisor import running
from tests.conftest import NOW
from tests.dialogues.expectations import buttons_of, problems

pytestmark = pytest.mark.slow

LOCALES = {"en": "en-CA", "fr": "fr-CA"}
PRICE = {
    "en": "How much for 3 AutoCAD seats until January 15, 2027?",
    "fr": "Combien pour 3 postes AutoCAD jusqu'au 15 janvier 2027?",
}
QUESTION = {"en": "How do I add seats?", "fr": "Comment ajouter des postes?"}


@pytest.fixture(scope="module")
def without_billing(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The bot alone runs; billing's port is nobody's."""
    ours = stack(any_ports(), tmp_path_factory.mktemp("trouble"), model, NOW)
    with running(_only(ours, "bot"), lambda text: None):
        yield ours


def _only(ours: Stack, name: str) -> Stack:
    return replace(ours, services=tuple(s for s in ours.services if s.name == name))


def _say(ours: Stack, language: str, *texts: str) -> list[dict[str, Any]]:
    client = BotClient(ours.bot.url, ours.token)
    conversation = f"trouble-{uuid.uuid4().hex}"
    return [client.send(conversation, text, LOCALES[language]) for text in texts]


@pytest.mark.parametrize("language", LOCALES)
def test_without_the_action_server_questions_are_answered(
    without_billing: Stack, language: str
) -> None:
    price, question = _say(without_billing, language, PRICE[language], QUESTION[language])
    assert problems(price, {"response": "utter_trouble", "amount": "none"}, language) == []
    assert [button["payload"] for button in buttons_of(price)] == ["/request_human"]
    assert problems(question, {"includes": "utter_faq_how_to_add"}, language) == []


@pytest.mark.parametrize("language", LOCALES)
def test_without_the_billing_service_there_is_no_amount_and_it_is_said(
    without_billing: Stack, language: str
) -> None:
    with running(_only(without_billing, "actions"), lambda text: None):
        price, question = _say(without_billing, language, PRICE[language], QUESTION[language])
    assert problems(price, {"amount": "none", "form": None}, language) == []
    (message,) = price["messages"]
    assert message["response"].startswith("utter_no_quote_unavailable")
    assert {"/request_quote", "/request_human"} == {b["payload"] for b in message["buttons"]}
    assert problems(question, {"response": "utter_faq_how_to_add"}, language) == []
