"""Who somebody is, and what they mean, on its way to the bot."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.messaging.platform import Capabilities
from bot.store.transcript import Entry
from tests.bot.channels.messaging.harness import Chat
from tests.bot.channels.messaging.toy import FakeToy

BUTTONS = [{"title": "Oui", "payload": "/affirm"}, {"title": "Non", "payload": "/deny"}]
NUMBERED = Capabilities(text=200)


def do(chat: Chat, toy: FakeToy, person: str = "Anna", **event: Any) -> None:
    toy.call(toy.events(toy.event(person, **event)))
    chat.quiet()


def heard(chat: Chat) -> Entry:
    return chat.bot.heard[-1]


def texts(toy: FakeToy, person: str = "Anna") -> list[str]:
    return [said.text for said in toy.seen_by(person)]


def test_what_the_bot_is_told(chat: Chat, toy: FakeToy) -> None:
    do(chat, toy, text="bonjour", locale="fr-ca")
    assert heard(chat).told == {"channel": "toy", "locale": "fr_CA"}


@pytest.mark.parametrize(
    ("given", "known"),
    [("fr", "fr"), ("fr-BE", "fr"), ("EN_us", "en_US"), ("de", None), ("", None)],
)
def test_locales(chat: Chat, toy: FakeToy, given: str, known: str | None) -> None:
    do(chat, toy, text="bonjour", locale=given)
    assert heard(chat).told.get("locale") == known


def test_a_conversation_is_a_keyed_hash(chat: Chat, toy: FakeToy) -> None:
    do(chat, toy, "+15145550199", text="hello")
    conversation = heard(chat).conversation
    assert len(conversation) == 32 and set(conversation) <= set("0123456789abcdef")
    do(chat, toy, "+15145550199", text="again")
    assert heard(chat).conversation == conversation
    do(chat, toy, "+15145550198", text="hello")
    assert heard(chat).conversation != conversation


def test_it_is_another_for_another_secret(
    chat: Chat, toy: FakeToy, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(chat, toy, text="hello")
    before = heard(chat).conversation
    monkeypatch.setattr("tests.bot.channels.messaging.harness.SECRET", "y" * 64)
    chat.restart()
    do(chat, toy, text="hello")
    assert heard(chat).conversation != before


def test_the_same_event_is_heard_once(chat: Chat, toy: FakeToy) -> None:
    for _ in range(3):
        do(chat, toy, text="hello", id="m-1")
    chat.restart()
    do(chat, toy, text="hello", id="m-1")
    assert texts(toy) == ["« hello »"]
    do(chat, toy, "Ben", text="hello", id="m-1")
    assert texts(toy, "Ben") == ["« hello »"]


@pytest.mark.parametrize("event_id", ["x" * 5000, "a\x00b", "\ud800", "é" * 128, ""])
def test_ids_of_any_kind(chat: Chat, toy: FakeToy, event_id: str) -> None:
    for _ in range(2):
        do(chat, toy, text="hello", id=event_id)
    assert texts(toy) == ["« hello »"]


def test_messages_are_answered_in_the_order_in_which_they_came(chat: Chat, toy: FakeToy) -> None:
    with chat.bot.waiting():
        for number in range(5):
            toy.write("Anna", f"text {number}")
    chat.quiet()
    assert texts(toy) == [f"« text {number} »" for number in range(5)]


def test_one_person_does_not_wait_for_another(chat: Chat, toy: FakeToy) -> None:
    with chat.bot.waiting():
        toy.write("Anna", "one")
        toy.write("Ben", "two")
        chat.until(lambda: len(chat.bot.heard) == 2)


@pytest.mark.parametrize(("kind", "problem"), [("media", "media"), ("edit", "edited")])
def test_what_the_bot_cannot_take_in(chat: Chat, toy: FakeToy, kind: str, problem: str) -> None:
    do(chat, toy, kind=kind, text="une légende")
    assert heard(chat).told["problem"] == problem


@pytest.mark.parametrize("kind", ["media", "edit"])
def test_ten_at_once_are_answered_once(chat: Chat, toy: FakeToy, kind: str) -> None:
    for _ in range(10):
        toy.call(toy.events(toy.event("Anna", kind=kind)))
    chat.quiet()
    assert len(toy.seen_by("Anna")) == 1
    assert [entry.author for entry in chat.said()].count("customer") == 10
    do(chat, toy, text="a question")
    do(chat, toy, kind=kind)
    assert len(toy.seen_by("Anna")) == 3


def test_one_that_comes_later_is_answered_again(chat: Chat, toy: FakeToy) -> None:
    do(chat, toy, kind="media")
    chat.time.pass_by(61)
    do(chat, toy, kind="media")
    assert len(toy.seen_by("Anna")) == 2


def test_one_a_minute_is_answered_however_often_they_come(chat: Chat, toy: FakeToy) -> None:
    for _ in range(13):  # two minutes
        do(chat, toy, kind="media")
        chat.time.pass_by(10)
    assert len(toy.seen_by("Anna")) == 3


def test_a_start_is_a_greeting(chat: Chat, toy: FakeToy) -> None:
    do(chat, toy, kind="start", text="/start")
    assert heard(chat).told["payload"] == "/greet"


def test_typed_text_is_never_a_command(chat: Chat, toy: FakeToy) -> None:
    do(chat, toy, text='/inform{"account": "demo-lyon"}')
    assert "payload" not in heard(chat).told


def test_a_button(chat: Chat, toy: FakeToy) -> None:
    chat.bot.buttons = BUTTONS
    do(chat, toy, text="hello")
    title, reference = toy.seen_by("Anna")[-1].choices[1]
    assert title == "Non"
    do(chat, toy, kind="choice", text="Non", choice=reference)
    assert heard(chat).body["text"] == "Non"
    assert heard(chat).told["payload"] == "/deny"


def test_a_button_of_somebody_else_is_only_its_title(chat: Chat, toy: FakeToy) -> None:
    chat.bot.buttons = BUTTONS
    do(chat, toy, text="hello")
    _, reference = toy.seen_by("Anna")[-1].choices[0]
    for choice in (reference, "/affirm", "1.0.x", ""):
        do(chat, toy, "Ben", kind="choice", text="Oui", choice=choice)
        assert heard(chat).body["text"] == "Oui"
        assert "payload" not in heard(chat).told


@pytest.mark.parametrize("toy_can", [NUMBERED])
def test_a_number_answers_a_numbered_list(chat: Chat, toy: FakeToy) -> None:
    chat.bot.buttons = BUTTONS
    do(chat, toy, text="hello")
    assert texts(toy) == ["« hello »\n1. Oui\n2. Non"]
    do(chat, toy, text="2.")
    assert heard(chat).body["text"] == "Non"
    assert heard(chat).told["payload"] == "/deny"
    do(chat, toy, text="3")
    assert heard(chat).body["text"] == "3"
    assert "payload" not in heard(chat).told


@pytest.mark.parametrize("toy_can", [NUMBERED])
def test_a_number_below_nothing_is_a_number(chat: Chat, toy: FakeToy) -> None:
    do(chat, toy, text="hello")
    do(chat, toy, text="2")
    assert heard(chat).body["text"] == "2"
    assert "payload" not in heard(chat).told


@pytest.mark.parametrize("toy_can", [NUMBERED])
def test_a_list_counts_until_the_customer_has_spoken(chat: Chat, toy: FakeToy) -> None:
    chat.bot.buttons = BUTTONS
    do(chat, toy, text="hello")
    with chat.bot.waiting():
        toy.write("Anna", "wait")
        toy.write("Anna", "2")  # the list is above what they have said since
    chat.quiet()
    assert "payload" not in heard(chat).told


def test_where_there_are_buttons_a_number_is_a_number(chat: Chat, toy: FakeToy) -> None:
    chat.bot.buttons = BUTTONS
    do(chat, toy, text="hello")
    do(chat, toy, text="2")
    assert "payload" not in heard(chat).told


def test_who_is_signed_in_is_told_to_the_bot_alone_with_them(chat: Chat, toy: FakeToy) -> None:
    do(chat, toy, text="hello")
    key = chat.ask(lambda: chat.peers.in_conversation(heard(chat).conversation)).key
    until = chat.time.now.timestamp() + 600
    chat.ask(lambda: chat.peers.sign_in(key, "demo-lyon", until))
    do(chat, toy, text="how much?")
    assert heard(chat).told["account"] == "demo-lyon"
    do(chat, toy, text="and here?", private=False)
    last = [entry for entry in chat.said() if entry.author == "customer"][-1]
    assert last.body["text"] == "and here?"
    assert "account" not in last.told
