"""A pressed button: a title that was shown, and nothing else that is typed."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.buttons import parse_payload, pressed

PRICE = {"title": "Obtenir un prix", "payload": "/request_quote"}
EURO = {"title": "EUR", "payload": '/inform{"currency": "EUR"}'}
CANADIAN = {"title": "CAD", "payload": '/inform{"currency": "CAD"}'}


def shown(*turns: list[dict[str, str]] | None) -> DialogueStateTracker:
    """A conversation in which the bot has shown these buttons, one message a turn."""
    tracker = DialogueStateTracker("c-1", [])
    for buttons in turns:
        tracker.update(UserUttered("…"))
        tracker.update(BotUttered("…", {"buttons": buttons}))
    return tracker


def intent_of(parse: dict[str, Any] | None) -> str | None:
    return parse["intent"]["name"] if parse else None


@pytest.mark.parametrize(
    "typed", ["Obtenir un prix", "obtenir un prix", " OBTENIR UN PRIX ", "obtenir  un prix"]
)
def test_a_title_presses_its_button(typed: str) -> None:
    parse = pressed(typed, shown([EURO, PRICE]))
    assert parse is not None
    assert parse["intent"] == {"name": "request_quote", "confidence": 1.0}
    assert (parse["text"], parse["tier"], parse["entities"]) == (typed, "answer", [])


def test_accents_are_no_difference() -> None:
    tracker = shown([{"title": "L’équipe québécoise", "payload": "/request_human"}])
    assert intent_of(pressed("l'equipe quebecoise", tracker)) == "request_human"


def test_a_button_can_carry_a_value() -> None:
    parse = pressed("eur", shown([EURO]))
    assert parse is not None
    assert parse["entities"] == [{"entity": "currency", "value": "EUR", "start": 0, "end": 3}]


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "prix", "obtenir un prix svp", "/request_quote", '/inform{"currency":"EUR"}'],
)
def test_other_words_press_nothing(typed: str) -> None:
    assert pressed(typed, shown([PRICE, EURO])) is None


def test_nothing_is_pressed_where_nothing_was_shown() -> None:
    assert pressed("Obtenir un prix", shown()) is None
    assert pressed("Obtenir un prix", shown(None)) is None


def test_an_older_button_still_works_and_a_very_old_one_is_a_sentence() -> None:
    assert intent_of(pressed("Obtenir un prix", shown([PRICE], *[None] * 5))) == "request_quote"
    assert pressed("Obtenir un prix", shown([PRICE], *[None] * 6)) is None


def test_the_latest_of_two_alike_is_meant() -> None:
    older = {"title": "Talk to a person", "payload": "/greet"}
    newer = {"title": "Talk to a person", "payload": "/request_human"}
    assert intent_of(pressed("talk to a person", shown([older], [newer]))) == "request_human"


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("the first one", "CAD"),
        ("2nd", "EUR"),
        ("la deuxième", "EUR"),
        ("le premier svp", "CAD"),
        ("the last one, please", "EUR"),
        ("oui, la dernière", "EUR"),
    ],
)
def test_a_place_in_the_last_list_presses_its_button(typed: str, title: str) -> None:
    parse = pressed(typed, shown([CANADIAN, EURO]))
    assert parse is not None
    assert parse["entities"][0]["value"] == title


@pytest.mark.parametrize("typed", ["the third one", "first of all, hello", "le premier mars"])
def test_a_place_that_is_not_there_presses_nothing(typed: str) -> None:
    assert pressed(typed, shown([CANADIAN, EURO])) is None


def test_places_are_those_of_the_last_turn() -> None:
    assert pressed("the first one", shown([CANADIAN, EURO], None)) is None


REVIT = {"title": "3 seats of Revit", "payload": '/request_quote{"product": "Revit", "seats": 3}'}


@pytest.mark.parametrize(
    "typed",
    ["the other one", "the second one", "and the other one?", "et l'autre?", "pis le deuxième?"],
)
def test_the_other_one_is_the_product_that_was_asked_about_too(typed: str) -> None:
    parse = pressed(typed, shown([PRICE, EURO, REVIT]))
    assert parse is not None
    assert {e["entity"]: e["value"] for e in parse["entities"]} == {"product": "Revit", "seats": 3}


def test_without_one_it_is_a_place_or_a_sentence() -> None:
    parse = pressed("the second one", shown([CANADIAN, EURO]))
    assert parse is not None
    assert parse["entities"][0]["value"] == "EUR"
    assert pressed("the other one", shown([CANADIAN, EURO])) is None
    assert pressed("another one", shown([REVIT])) is None


def test_a_value_keeps_its_role() -> None:
    parse = parse_payload("12", '/request_quote{"seats.target": 12}')
    assert parse["entities"] == [
        {"entity": "seats", "value": 12, "role": "target", "start": 0, "end": 2}
    ]


@pytest.mark.parametrize("payload", ["", "request_quote", "/", "/a b", "/a{", "/a{]}", "x/a"])
def test_a_payload_of_another_shape_is_refused(payload: str) -> None:
    with pytest.raises(ValueError):
        parse_payload("text", payload)
