"""One request for a quote out of several sentences."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.meaning.merging import one_quote, said_better

Value = tuple[str, Any] | tuple[str, Any, str]


def part(text: str, *values: Value, intent: str = "inform", confidence: float = 0.9) -> Any:
    entities = [
        {"entity": value[0], "value": value[1], "start": 0, "end": len(text)}
        | ({"role": value[2]} if len(value) == 3 else {})
        for value in values
    ]
    named = {"name": intent, "confidence": confidence}
    return {"text": text, "intent": named, "intent_ranking": [named], "entities": entities}


def values(parse: Any) -> list[tuple[Any, ...]]:
    return [(e["entity"], e["value"], e.get("role")) for e in parse["entities"]]


THREE = part("3 AutoCAD", ("seats", 3, "add"), ("product", "AutoCAD"), intent="request_quote")
WHOLE = part("…", intent="request_quote")


@pytest.mark.parametrize("text", ["Actually make that 5", "non, mets-en 5", "5"])
def test_the_later_number_wins(text: str) -> None:
    (quote,) = one_quote([THREE, part(text, ("seats", 5, "add"))])
    assert quote["intent"]["name"] == "request_quote"
    assert values(quote) == [("product", "AutoCAD", None), ("seats", 5, "add")]


def test_a_product_that_is_corrected_takes_its_number_along() -> None:
    revit = part("Sorry, Revit 4", ("product", "Revit"), ("seats", 4, "add"))
    (quote,) = one_quote([THREE, revit])
    assert values(quote) == [("product", "Revit", None), ("seats", 4, "add")]


def test_two_products_are_a_list_and_keep_their_numbers() -> None:
    (quote,) = one_quote([THREE, part("2 Revit", ("seats", 2, "add"), ("product", "Revit"))])
    assert [value for _, value, _ in values(quote)] == [3, "AutoCAD", 2, "Revit"]
    assert [quote["text"][e["start"] : e["end"]] for e in quote["entities"]] == [
        "3 AutoCAD",
        "3 AutoCAD",
        "2 Revit",
        "2 Revit",
    ]


@pytest.mark.parametrize("text", ["And for 5?", "Et pour 5 ?"])
def test_two_numbers_that_are_asked_about_are_compared(text: str) -> None:
    (quote,) = one_quote([THREE, part(text, ("seats", 5, "add"))])
    assert values(quote)[-1] == ("seats", {"min": 3, "max": 5}, "vague")


def test_a_corrected_total_stays_a_total() -> None:
    total = part("Go to 12", ("seats", 12, "target"), intent="request_quote")
    (quote,) = one_quote([total, part("Actually make that 13", ("seats", 13, "add"))])
    assert values(quote) == [("seats", 13, "target")]


def test_the_seats_that_there_are_stay() -> None:
    have = part("We have 10", ("seats", 10, "current"))
    (quote,) = one_quote([have, THREE])
    assert ("seats", 10, "current") in values(quote) and ("seats", 3, "add") in values(quote)


def test_other_parts_stay_by_themselves() -> None:
    question = part("How do I pay?", intent="faq_payment_options")
    five = part("make it 5", ("seats", 5, "add"))
    assert len(one_quote([THREE, five, question])) == 2
    assert one_quote([THREE, question]) == [THREE, question]


def test_a_likely_request_counts_beside_a_sure_answer() -> None:
    likely = part("I need 3", ("seats", 3, "add"), intent="request_quote", confidence=0.5)
    likely["intent"] = {"name": "nlu_clarify", "confidence": 0.5}
    five = part("Actually make that 5", ("seats", 5, "add"))
    assert [values(quote) for quote in one_quote([likely, five])] == [[("seats", 5, "add")]]
    assert one_quote([likely]) == [likely]


def test_a_message_that_contradicts_itself_is_said_better_by_its_sentences() -> None:
    quote = said_better(WHOLE, [THREE, part("make it 5", ("seats", 5, "add"))])
    assert quote is not None and ("seats", 5, "add") in values(quote)
    assert said_better(WHOLE, [THREE, part("It is for us", ("currency", "CAD"))]) is None
    assert said_better(WHOLE, [THREE, part("2 Revit", ("product", "Revit"))]) is None


@pytest.mark.parametrize("intent", ["affirm", "greet", "nlu_clarify"])
def test_a_value_does_not_vanish_in_manners(intent: str) -> None:
    whole, five = part("5. ok do it", intent=intent), part("5", ("seats", 5, "add"))
    assert said_better(whole, [five], quote_is_open=True) == five
    assert said_better(whole, [five]) is None
    assert said_better(whole, [THREE]) == THREE


def test_a_story_for_a_person_is_no_quote() -> None:
    whole = part("I ordered 3 and was charged for 5", intent="report_complex_case")
    five = part("I was charged for 5", ("seats", 5, "add"))
    assert said_better(whole, [THREE, five], quote_is_open=True) is None
