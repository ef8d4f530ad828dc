"""Not to know the renewal date is an answer, too."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.meaning.not_known import is_not_known, with_unknown_date


def parse(text: str, intent: str = "deny") -> dict[str, Any]:
    return {"text": text, "intent": {"name": intent, "confidence": 0.5}, "entities": []}


@pytest.mark.parametrize(
    "text",
    [
        "idk when it renews",
        "I don't know",
        "no idea",
        "not sure when it renews",
        "where do I find it",
        "can't find my renewal date",
        "je sais pas c'est quand",
        "je ne le sais pas",
        "chais pas",
        "aucune idée",
        "je m'en souviens plus",
        "pas certain de la date",
        "où je trouve ça?",
    ],
)
def test_not_known(text: str) -> None:
    assert is_not_known(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "where do I find the usage report",
        "I can't find the add seats button",
        "je trouve pas le bouton",
        "où trouver du soutien technique?",
        "oublie ça",
        "no",
        "I don't know why your site always asks me the very same thing again and again",
    ],
)
def test_something_else(text: str) -> None:
    assert not is_not_known(parse(text))


def test_who_wants_a_person_gets_one() -> None:
    assert not is_not_known(parse("I don't know, get me a person", "request_human"))


def test_it_answers_the_form() -> None:
    answered = with_unknown_date(parse("no idea"))
    assert answered["intent"]["name"] == "inform"
    assert answered["entities"] == [
        {"entity": "date", "value": "no idea", "start": 0, "end": 7, "role": "unknown"}
    ]
