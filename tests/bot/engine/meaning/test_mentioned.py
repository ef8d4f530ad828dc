"""What is named in a question before the price is asked for."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.mentioned import with_mentioned
from bot.model import ROOT

DOMAIN = Domain.from_file(str(ROOT / "domain.yml"))
SEATS = {"entity": "seats", "value": 5, "role": "add", "start": 20, "end": 21}
PRODUCT = {"entity": "product", "value": "Maya", "start": 22, "end": 26}


def conversation(intent: str, *entities: Any, events: Any = ()) -> DialogueStateTracker:
    tracker = DialogueStateTracker("c-1", DOMAIN.slots)
    said = UserUttered("…", {"name": intent}, list(entities))
    tracker.update_with_events([said, *events], DOMAIN)
    return tracker


def heard(*entities: Any, intent: str = "request_quote") -> Any:
    return {"text": "how much", "intent": {"name": intent}, "entities": list(entities)}


def named(parse: Any, tracker: DialogueStateTracker) -> dict[str, Any]:
    return {e["entity"]: e["value"] for e in with_mentioned(parse, tracker)["entities"]}


@pytest.mark.parametrize("intent", ["faq_payment_options", "ask_purchase_order", "ask_refund"])
def test_the_price_asked_for_next_is_of_what_the_question_named(intent: str) -> None:
    tracker = conversation(intent, SEATS, PRODUCT)
    assert named(heard(), tracker) == {"seats": 5, "product": "Maya"}
    assert {e["start"] for e in with_mentioned(heard(), tracker)["entities"]} == {len("how much")}


def test_a_price_that_is_only_the_likeliest_meaning_counts() -> None:
    tracker = conversation("faq_payment_options", SEATS, PRODUCT)
    unsure = {**heard(intent="nlu_clarify"), "intent_ranking": [{"name": "request_quote"}]}
    assert named(unsure, tracker) == {"seats": 5, "product": "Maya"}
    unsure["intent_ranking"] = [{"name": "faq_payment_options"}]
    assert named(unsure, tracker) == {}


def test_another_number_wins() -> None:
    tracker = conversation("faq_payment_options", SEATS, PRODUCT)
    assert named(heard({**SEATS, "value": 3}), tracker) == {"seats": 3, "product": "Maya"}


@pytest.mark.parametrize(
    ("parse", "tracker"),
    [
        (heard(), conversation("faq_remove_seat", SEATS, PRODUCT)),
        (heard(), conversation("faq_payment_options", SEATS)),
        (heard(intent="thank"), conversation("faq_payment_options", SEATS, PRODUCT)),
        (heard({**PRODUCT, "value": "Revit"}), conversation("faq_payment_options", PRODUCT)),
        (heard(), conversation("faq_how_to_add", PRODUCT, events=[ActiveLoop("quote_form")])),
        (heard(), DialogueStateTracker("c-2", DOMAIN.slots)),
    ],
)
def test_whatever_else_was_said_names_nothing(parse: Any, tracker: DialogueStateTracker) -> None:
    assert with_mentioned(parse, tracker) == parse
