"""Several questions in one message: each its own turn."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.questions import cuts, parts_of

# What each sentence means, and how surely. Unknown ones are small talk.
MEANINGS = {
    "How do I add seats?": ("faq_how_to_add", 0.9),
    "How does proration work?": ("faq_proration", 0.9),
    "What would three more cost?": ("request_quote", 0.9),
    "Comment ajouter des postes ?": ("faq_how_to_add", 0.9),
    "Combien pour trois de plus ?": ("request_quote", 0.9),
    "Perhaps something about dates?": ("faq_alignment", 0.5),
    "how do I add seats": ("faq_how_to_add", 0.9),
    "what would it cost": ("request_quote", 0.9),
    "comment ajouter des postes": ("faq_how_to_add", 0.9),
    "combien ça va coûter": ("request_quote", 0.9),
    "It is for AutoCAD.": ("inform", 0.9),
}


def understood(text: str) -> dict[str, Any]:
    name, confidence = MEANINGS.get(text, ("greet", 0.9))
    entities = [{"entity": "product", "value": "AutoCAD"}] if "AutoCAD" in text else []
    return {
        "text": text,
        "intent": {"name": name, "confidence": confidence},
        "entities": entities,
    }


def intents(text: str, *, quote_is_open: bool = False) -> list[str]:
    whole = {"text": text, "intent": {"name": "whole", "confidence": 0.4}, "entities": []}
    cut = cuts(text, quote_is_open=quote_is_open)
    ways = [[understood(piece) for piece in way] for way in cut]
    parts = parts_of(whole, ways, quote_is_open=quote_is_open)
    return [part["intent"]["name"] for part in parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "How do I add seats? How does proration work?",
            ["faq_how_to_add", "faq_proration"],
        ),
        (
            "What would three more cost? How do I add seats?",
            ["faq_how_to_add", "request_quote"],
        ),
        (
            "Combien pour trois de plus ? Comment ajouter des postes ?",
            ["faq_how_to_add", "request_quote"],
        ),
        ("what would it cost and how do I add seats", ["faq_how_to_add", "request_quote"]),
        (
            "combien ça va coûter pis comment ajouter des postes",
            ["faq_how_to_add", "request_quote"],
        ),
    ],
)
def test_each_question_is_answered_and_a_quote_comes_last(text: str, expected: list[str]) -> None:
    assert intents(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "How do I add seats?",
        "Hello there my friends! How do I add seats?",
        "How do I add seats? Perhaps something about dates?",
        "How do I add seats? how do I add seats",
        "salt and pepper",
    ],
)
def test_one_question_stays_whole(text: str) -> None:
    assert intents(text) == ["whole"]


def test_an_answer_counts_where_a_quote_is_open_and_comes_first() -> None:
    text = "How does proration work? It is for AutoCAD."
    assert intents(text, quote_is_open=True) == ["inform", "faq_proration"]
    assert intents(text) == ["whole"]


def test_a_conjunction_is_only_looked_at_where_there_is_one_sentence() -> None:
    assert cuts("How do I add seats and how do I pay? How does proration work?") == [
        ["How do I add seats and how do I pay?", "How does proration work?"]
    ]
    assert cuts("how do I add seats and how do I pay") == [["how do I add seats", "how do I pay"]]


def part(text: str, intent: str, *entities: str, sure: float = 1.0) -> dict[str, Any]:
    found = [{"entity": name, "value": 3} for name in entities]
    return {"text": text, "intent": {"name": intent, "confidence": sure}, "entities": found}


TAX = part("is that with tax?", "ask_tax")
MONTHLY = part("is that per month?", "faq_proration")


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ([part("3 Maya.", "inform", "seats", sure=0.4), TAX], ["inform", "ask_tax"]),
        ([TAX, part("how much for 3?", "request_quote", "seats")], ["request_quote", "ask_tax"]),
        ([part("3 Maya", "request_quote", "seats"), MONTHLY], ["request_quote", "ask_period"]),
        ([part("Thanks!", "thank"), TAX], ["ask_tax"]),
        ([part("hm", "nlu_fallback"), TAX], ["ask_tax"]),
        ([part("Forget it.", "cancel"), TAX], ["whole"]),
    ],
)
def test_a_question_about_a_price_comes_after_that_price(
    way: list[dict[str, Any]], expected: list[str]
) -> None:
    found = parts_of(part("…", "whole"), [way])
    assert [parse["intent"]["name"] for parse in found] == expected
