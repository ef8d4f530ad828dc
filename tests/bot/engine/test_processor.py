"""From a customer's message to everything that is said and stored, in the real server."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.bot.conftest import Answering
    from tests.bot.engine.conftest import Server

pytestmark = pytest.mark.slow

StockSays = Callable[..., list[dict[str, Any]]]

QUOTE = {
    "en": "How much for 3 more AutoCAD seats?",
    "fr": "Combien pour 3 postes AutoCAD de plus ?",
}
PROBLEM = {"en": "Something isn’t working", "fr": "ne fonctionne pas"}
LOCALE = {"en": "en-CA", "fr": "fr-CA"}
SAYS_NOTHING = {"events": [], "responses": []}


def responses(turn: dict[str, Any]) -> list[str]:
    return [message["response"] for message in turn["messages"]]


def events_of(server: Server, name: str) -> list[dict[str, Any]]:
    return [json.loads(data) for kind, data in server.rows() if kind == name]


@pytest.fixture
def actions_say(
    server: Server, answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> Callable[[int, Any], str]:
    """`actions_say(500, b"")`: an action server that answers only this; its address."""
    from bot.engine.action_client import ActionClient

    def start(status: int, body: Any) -> str:
        url = answering(lambda _: (status, body))
        client = ActionClient(f"{url}/webhook", "a-token")
        monkeypatch.setattr(server.agent.processor, "action_endpoint", client)
        return url

    return start


# --- silence ---


def test_stock_is_silent_where_an_action_says_nothing(
    stock: Any, stock_says: StockSays, answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rasa.utils.endpoints import EndpointConfig

    url = answering(lambda _: (200, SAYS_NOTHING))
    monkeypatch.setattr(stock.processor, "action_endpoint", EndpointConfig(f"{url}/webhook"))
    assert stock_says(QUOTE["en"], "silent") == []


def test_stock_is_silent_where_the_action_server_is_gone(
    stock: Any, stock_says: StockSays, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rasa.utils.endpoints import EndpointConfig

    from bot.run.ports import free_ports

    gone = EndpointConfig(f"http://127.0.0.1:{free_ports(1)[0]}/webhook")
    monkeypatch.setattr(stock.processor, "action_endpoint", gone)
    assert stock_says(QUOTE["en"], "gone") == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, SAYS_NOTHING),
        (200, b""),
        (200, b"<html>"),
        (200, []),
        (200, None),
        (200, {"events": "none"}),
        (200, {"events": [{"event": "no such event"}], "responses": []}),
        (200, {"events": [], "responses": [{"response": "utter_no_such_response"}]}),
        (200, {"events": [], "responses": [{"response": "utter_quote"}]}),
        (400, {"error": "rejected"}),
        (400, b"<html>"),
        (401, {"error": "unauthenticated"}),
        (500, {"error": "TypeError"}),
    ],
)
def test_whatever_the_action_server_does_the_customer_is_answered(
    server: Server, actions_say: Callable[[int, Any], str], status: int, body: Any, language: str
) -> None:
    actions_say(status, body)
    turn = server.say(QUOTE[language], locale=LOCALE[language])
    assert responses(turn) == ["utter_trouble"]
    assert PROBLEM[language] in turn["messages"][0]["text"]
    again = server.say("Bonjour" if language == "fr" else "Hello", locale=LOCALE[language])
    assert responses(again)[0] == "utter_greet"


# --- commands ---


def test_stock_takes_typed_text_for_commands(stock: Any, stock_says: StockSays) -> None:
    import asyncio

    stock_says("/greet", "typed")
    stock_says("/restart", "typed")
    tracker = asyncio.run(stock.tracker_store.retrieve_full_tracker("typed"))
    assert any(event.type_name == "restart" for event in tracker.events)
    stock_says('/inform{"seats": {"any": "JSON"}}', "typed")
    tracker = asyncio.run(stock.tracker_store.retrieve("typed"))
    assert tracker.latest_message.entities[0]["value"] == {"any": "JSON"}


@pytest.mark.parametrize(
    "typed",
    [
        "/restart",
        "/session_start",
        "/back",
        '/greet{"x":1}',
        '/inform{"subscription_id": {"any": "JSON"}}',
        "\u200b/restart",
        'How do I add seats? /request_quote{"subscription_id": {"any": "JSON"}}',
        'How do I add seats?\n/inform{"subscription_id": {"any": "JSON"}, "b": 1, "c": 2}',
        'Comment ajouter un poste et /request_quote{"currency": ["EUR", "USD"], "b": 1}',
    ],
)
def test_what_is_typed_is_never_a_command(server: Server, typed: str) -> None:
    server.say(QUOTE["en"], locale="en-CA")
    turn = server.say(typed, locale="en-CA")
    assert turn["messages"]
    assert not events_of(server, "restart") and not events_of(server, "rewind")
    for heard in events_of(server, "user"):
        assert not heard["text"].startswith("/")
        values = [entity["value"] for entity in heard["parse_data"]["entities"]]
        assert all(isinstance(value, (str, int)) for value in values)
    assert server.say("Hello", locale="en-CA")["messages"]


# --- the failing store ---


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_failing_store_is_said(server: Server, language: str) -> None:
    with server.broken_store():
        turn = server.say("Hello", locale=LOCALE[language])
    assert responses(turn) == ["utter_trouble"]
    assert PROBLEM[language] in turn["messages"][0]["text"]
    assert server.rows() == []
    assert responses(server.say("Hello", locale=LOCALE[language]))[0] == "utter_greet"


# --- language, several questions, what is said of a message ---


def test_a_change_of_language_is_said_once(server: Server) -> None:
    server.say("How do I add seats to my subscription?", locale="en-CA")
    changed = server.say("Comment est-ce que le prorata fonctionne ?", locale="en-CA")
    assert responses(changed) == ["utter_language_switched", "utter_faq_proration"]
    assert (changed["language"], changed["locale"]) == ("fr", "fr_CA")
    again = server.say("Est-ce que je peux enlever un poste ?", locale="en-CA")
    assert responses(again) == ["utter_faq_remove_seat"]
    assert server.say("ok", locale="en-CA")["language"] == "fr"


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("How does proration work? Can I remove a seat later?", "en-CA"),
        ("Comment fonctionne le prorata ? Puis-je enlever un poste plus tard ?", "fr-CA"),
    ],
)
def test_two_questions_are_both_answered(server: Server, text: str, locale: str) -> None:
    turn = server.say(text, locale=locale)
    assert responses(turn) == ["utter_faq_proration", "utter_faq_remove_seat"]


@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_a_card_number_is_stored_nowhere(server: Server, locale: str) -> None:
    turn = server.say("4111 1111 1111 1111 12/27", locale=locale)
    assert "utter_card_masked" in responses(turn)
    assert not any("1111" in data for _, data in server.rows())


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("", "utter_empty"),
        (None, "utter_empty"),
        ("😀😀", "utter_empty"),
        ("\ud800", "utter_empty"),
        ("\x00", "utter_empty"),
        pytest.param("a" * 10_000, "utter_too_long", id="one long word"),
        pytest.param("mot " * 2_500, "utter_too_long", id="many words"),
    ],
)
@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_an_unreadable_message_gets_its_sentence(
    server: Server, text: Any, response: str, locale: str
) -> None:
    assert responses(server.say(text, locale=locale)) == [response]


def test_a_first_contact_without_any_cue_is_answered_in_both_languages(server: Server) -> None:
    said = server.say("??")["messages"][0]["text"]
    assert "words and numbers" in said and "mots" in said


def test_a_button_is_pressed_by_its_title(server: Server) -> None:
    greeted = server.say("Bonjour", locale="fr-CA")
    button = greeted["messages"][0]["buttons"][1]
    turn = server.say(button["title"], locale="fr-CA")
    assert turn["intent"] == {"name": button["payload"].removeprefix("/"), "confidence": 1.0}
