"""Each expectation passes on the turn that it describes and names what differs on another."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dialogues.expectations import CHECKS, problems
from tests.dialogues.scenario import EXPECTATIONS

TURN: dict[str, Any] = {
    "intent": {"name": "request_quote", "confidence": 0.9},
    "language": "fr",
    "locale": "fr_CA",
    "form": None,
    "entities": [
        {"entity": "seats", "value": 10, "role": "current"},
        {"entity": "seats", "value": 15, "role": "target"},
        {"entity": "product", "value": "AutoCAD"},
    ],
    "messages": [
        {
            "response": "utter_quote",
            "text": "887,67\u00a0$\u00a0CA à payer aujourd’hui",
            "quote": {"due_now": "887.67", "currency": "CAD", "seats": 3},
            "buttons": [
                {"title": "Parler à quelqu’un", "payload": "/request_human"},
                {"title": "EUR", "payload": '/inform{"currency": "EUR"}'},
            ],
            "links": [{"text": "1 855 937-3067", "url": "tel:+1-855-937-3067"}],
        }
    ],
}

MET = {
    "response": "utter_quote",
    "responses": ["utter_quote"],
    "includes": "utter_quote",
    "not_response": ["utter_estimate"],
    "intent": "request_quote",
    "form": None,
    "language": "fr",
    "locale": "fr_CA",
    "entities": {"seats.current": 10, "seats.target": 15, "product": "AutoCAD"},
    "amount": "887.67 CAD",
    "quote": {"seats": 3},
    "buttons": ["request_human", "inform"],
    "links": ["tel:+1-855-937-3067"],
    "says": ["887,67 $ CA", "aujourd'hui", "Parler à quelqu'un"],
    "says_not": "Bonjour",
}
NOT_MET = {
    "response": "utter_estimate",
    "responses": ["utter_quote", "utter_quote"],
    "includes": ["utter_estimate"],
    "not_response": "utter_quote",
    "intent": "inform",
    "form": "quote_form",
    "language": "en",
    "locale": "fr_FR",
    "entities": {"seats.target": 12},
    "amount": "887.68 CAD",
    "quote": {"seats": 4},
    "buttons": ["request_human"],
    "links": [],
    "says": "888",
    "says_not": ["887,67 $ CA"],
}


def test_every_expectation_is_checked_here() -> None:
    assert set(MET) == set(NOT_MET) == set(CHECKS) == EXPECTATIONS - {"not_stored"}


def test_a_turn_as_described_has_no_problems() -> None:
    assert problems(TURN, MET, "fr") == []


@pytest.mark.parametrize("key", NOT_MET)
def test_what_differs_is_named(key: str) -> None:
    (problem,) = problems(TURN, {key: NOT_MET[key]}, "fr")
    assert problem.split(":")[0] in {key, "responses", "says"}


def test_the_answer_is_in_the_language_of_the_run_unless_said_otherwise() -> None:
    assert problems(TURN, {}, "en") == ["language: 'fr', expected 'en'"]
    assert problems(TURN, {"language": "fr"}, "en") == []


def test_no_amount_and_no_entities_can_be_expected() -> None:
    silent = {**TURN, "entities": [], "messages": [{"response": "utter_greet", "text": "Bonjour"}]}
    assert problems(silent, {"amount": "none", "entities": {}}, "fr") == []
    assert len(problems(TURN, {"amount": "none", "entities": {}}, "fr")) == 2


@pytest.mark.parametrize("text", ["", "Il reste {days} jours", "utter_quote", "C'est None"])
def test_half_a_sentence_is_always_a_problem(text: str) -> None:
    broken = {**TURN, "messages": [{"response": "utter_quote", "text": text}]}
    assert len(problems(broken, {}, "fr")) == 1


def test_silence_and_failure_are_always_problems() -> None:
    assert problems({**TURN, "messages": []}, {}, "fr") == ["silence"]
    assert problems({"error": "bot-unavailable"}, {}, "fr") == [
        "the bot did not answer: bot-unavailable"
    ]
