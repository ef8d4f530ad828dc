"""Several questions in one message: each its own turn."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.meaning.questions import cuts, parts_of

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
    "It is for AutoCAD": ("inform", 0.9),
    "How much for AutoCAD?": ("request_quote", 0.9),
    "Sorry, Revit.": ("inform", 0.9),
    "Sorry, it is Revit.": ("inform", 0.9),
    "how much for AutoCAD": ("request_quote", 0.9),
    "can I talk to a human?": ("request_human", 0.99),
    "combien pour AutoCAD": ("request_quote", 0.9),
    "je peux parler à quelqu'un ?": ("request_human", 0.99),
    "I was charged twice.": ("report_complex_case", 0.99),
    "We ordered more AutoCAD.": ("request_quote", 0.9),
    "how did you get that figure?": ("faq_proration", 0.9),
    "c'est combien ça": ("request_quote", 0.9),
    "make it AutoCAD": ("inform", 0.9),
    "If I keep AutoCAD,": ("inform", 0.9),
    "and the renewal?": ("ask_renewal_cost", 0.9),
    "how much?": ("request_quote", 0.9),
}


def understood(text: str) -> dict[str, Any]:
    name, confidence = MEANINGS.get(text, ("greet", 0.9))
    entities = [
        {"entity": "product", "value": name, "start": 0, "end": 1}
        for name in ("AutoCAD", "Revit")
        if name in text
    ]
    return {
        "text": text,
        "intent": {"name": name, "confidence": confidence},
        "entities": entities,
    }


def parts(
    text: str, *, whole: str = "whole", quote_is_open: bool = False, say_again: bool = False
) -> list[dict[str, Any]]:
    parse = {"text": text, "intent": {"name": whole, "confidence": 0.4}, "entities": []}
    cut = cuts(text, quote_is_open=quote_is_open)
    ways = [[understood(piece) for piece in way] for way in cut]
    return parts_of(parse, ways, quote_is_open=quote_is_open, say_again=say_again)


def intents(text: str, **more: Any) -> list[str]:
    return [part["intent"]["name"] for part in parts(text, **more)]


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


@pytest.mark.parametrize("whole", ["request_quote", "request_human"])
@pytest.mark.parametrize(
    "text",
    [
        "how much for AutoCAD and can I talk to a human?",
        "combien pour AutoCAD et je peux parler à quelqu'un ?",
    ],
)
def test_a_person_asked_for_beside_a_price_comes_after_it(text: str, whole: str) -> None:
    assert intents(text, whole=whole) == ["request_quote", "request_human"]


def test_a_person_is_not_heard_in_the_story_around_a_question() -> None:
    assert intents("I was charged twice. How does proration work?") == ["whole"]


def test_a_story_for_a_person_asks_for_no_price() -> None:
    text = "We ordered more AutoCAD. I was charged twice."
    assert intents(text, whole="report_complex_case") == ["report_complex_case"]


def test_values_in_several_sentences_are_a_request_of_their_own() -> None:
    text = "It is for AutoCAD. How does proration work? Sorry, it is Revit."
    assert intents(text) == ["inform", "faq_proration"]


def test_a_correction_in_a_sentence_of_its_own_reaches_the_quote() -> None:
    text = "How much for AutoCAD? How does proration work? Sorry, Revit."
    faq, quote = parts(text, quote_is_open=True)
    assert faq["intent"]["name"] == "faq_proration"
    assert [entity["value"] for entity in quote["entities"]] == ["Revit"]
    (quote,) = parts("How much for AutoCAD? Sorry, Revit.", whole="affirm", quote_is_open=True)
    assert [entity["value"] for entity in quote["entities"]] == ["Revit"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in English please, how did you get that figure?", "faq_proration"),
        ("c'est combien ça en français", "request_quote"),
        ("In English please. make it AutoCAD", "inform"),
        ("in English please", "change_language"),
        ("en français svp, bonne journée", "change_language"),
    ],
)
def test_what_else_a_request_for_a_language_asks_is_answered(text: str, expected: str) -> None:
    assert intents(text, whole="change_language") == [expected]


@pytest.mark.parametrize("text", ["en français svp", "c'est combien ça en français"])
def test_a_quote_just_given_is_said_again_in_the_language_asked_for(text: str) -> None:
    (again,) = parts(text, whole="change_language", say_again=True)
    assert (again["intent"]["name"], again["entities"]) == ("inform", [])


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


@pytest.mark.parametrize(
    ("pieces", "names"),
    [
        (["If I keep AutoCAD,", "and the renewal?"], ["ask_renewal_cost"]),
        (["and the renewal?", "how much?"], ["ask_renewal_cost"]),
        (["How much for AutoCAD?", "and the renewal?"], ["request_quote", "ask_renewal_cost"]),
    ],
)
def test_a_question_about_the_renewal_is_no_price_but_where_both_are_asked(
    pieces: list[str], names: list[str]
) -> None:
    whole = {"text": " ".join(pieces), "intent": {"name": "ask_renewal_cost", "confidence": 1.0}}
    parts = parts_of({**whole, "entities": []}, [[understood(piece) for piece in pieces]])
    assert [part["intent"]["name"] for part in parts] == names
