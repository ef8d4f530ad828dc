from __future__ import annotations

import pytest

from bot.engine.meaning.complete import is_complete_request


def unsure(likeliest: str, *entities: str, intent: str = "nlu_clarify") -> dict[str, object]:
    return {
        "intent": {"name": intent, "confidence": 0.6},
        "intent_ranking": [{"name": likeliest, "confidence": 0.6}],
        "entities": [{"entity": name, "value": 1} for name in entities],
    }


@pytest.mark.parametrize("what", ["product", "subscription_id"])
def test_a_product_and_its_seats_are_enough_for_a_price(what: str) -> None:
    assert is_complete_request(unsure("request_quote", "seats", what))


def test_so_are_seats_to_double() -> None:
    double = unsure("request_quote") | {"entities": [{"entity": "seats", "role": "change"}]}
    assert is_complete_request(double)


@pytest.mark.parametrize(
    "parse",
    [
        unsure("request_quote", "seats"),
        unsure("request_quote", "product"),
        unsure("faq_eligibility", "seats", "product"),
        unsure("request_quote", "seats", "product", intent="nlu_fallback"),
        unsure("request_quote", "seats", "product", intent="request_quote"),
        {"intent": {"name": "nlu_clarify"}, "entities": []},
    ],
)
def test_everything_else_is_asked_about(parse: dict[str, object]) -> None:
    assert not is_complete_request(parse)
