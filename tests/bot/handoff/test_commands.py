"""A button is pressed by its payload, or by typing its title."""

from __future__ import annotations

from typing import Any

import pytest

from bot.handoff.commands import PAYLOADS, TITLES, command_of
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW

BUTTONS = [
    {"title": "Parler à un conseiller", "payload": "/desk_join"},
    {"title": "Être rappelé", "payload": "/desk_callback"},
    {"title": "Nouveau devis", "payload": "/new_quote"},
]


def heard(text: str, **told: Any) -> Entry:
    return Entry(9, "c", NOW, "customer", {"text": text}, told=told)


def offer(*buttons: dict[str, str], seq: int = 1) -> Entry:
    return Entry(seq, "c", NOW, "bot", {"text": "…", "buttons": list(buttons)})


@pytest.mark.parametrize("command", PAYLOADS)
def test_a_payload_is_its_command_whatever_the_title(command: Any) -> None:
    assert command_of(heard("", payload=PAYLOADS[command]), []) == command
    assert TITLES[command] == f"utter_button_{command}"


@pytest.mark.parametrize("payload", ["/affirm", "/desk_joined", "desk_join", "", "/desk_join "])
def test_another_payload_is_none_even_with_a_title(payload: str) -> None:
    assert command_of(heard("Parler à un conseiller", payload=payload), [offer(*BUTTONS)]) is None


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("Parler à un conseiller", "join"),
        ("PARLER A UN CONSEILLER", "join"),
        ("  parler à  un conseiller ", "join"),
        ("etre rappele", "callback"),
        ("Être rappelé", "callback"),
        ("E\u0302tre rappele\u0301", "callback"),
        ("Nouveau devis", None),
        ("un conseiller", None),
        ("Parler à un conseiller demain", None),
        ("/desk_join", None),
        ("", None),
    ],
)
def test_a_typed_title_presses_a_button_of_the_desk(typed: str, command: str | None) -> None:
    assert command_of(heard(typed), [offer(*BUTTONS)]) == command


def test_a_title_that_is_on_no_screen_is_text() -> None:
    assert command_of(heard("Être rappelé"), [offer(), offer(BUTTONS[0])]) is None


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("the first one", "join"),
        ("Le premier", "join"),
        ("la deuxième svp", "callback"),
        ("the third one", None),  # the bot's
        ("the last one", None),
        ("the fourth one", None),
    ],
)
def test_a_typed_place_presses_a_button_of_the_last_list(typed: str, command: str | None) -> None:
    assert command_of(heard(typed), [offer(BUTTONS[1]), offer(*BUTTONS, seq=2)]) == command


def test_a_place_is_of_what_was_shown_since_the_customer_spoke() -> None:
    between = Entry(2, "c", NOW, "customer", {"text": "hm"})
    later = offer(*BUTTONS, seq=10)
    assert command_of(heard("the first one"), [offer(*BUTTONS), between]) is None
    assert command_of(heard("the first one"), [heard("the first one"), later]) is None
    assert command_of(heard("the first one"), [offer(*BUTTONS), heard("the first one")]) == "join"
