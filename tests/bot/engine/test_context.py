"""What a few words mean beside an open quote."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.context import in_context, is_quote_open
from bot.model import ROOT

DOMAIN = Domain.from_file(str(ROOT / "domain.yml"))

OPEN = (ActiveLoop("quote_form"),)
GIVEN = (SlotSet("seats", 3), SlotSet("product", "AutoCAD"), SlotSet("quoted", True))


def conversation(*events: object) -> DialogueStateTracker:
    tracker = DialogueStateTracker("c-1", DOMAIN.slots)
    tracker.update_with_events(list(events), DOMAIN)
    return tracker


def heard(text: str, intent: str, value: str | None = None, entity: str = "currency") -> Any:
    """A parse; `value` is the part of the text that an entity was found in."""
    entities = []
    if value is not None:
        start = text.index(value)
        entities = [{"entity": entity, "value": 1, "start": start, "end": start + len(value)}]
    return {
        "text": text,
        "intent": {"name": intent, "confidence": 0.5},
        "entities": entities,
        "identification": {},
    }


def meaning(parse: Any, *events: object) -> str:
    return str(in_context(parse, conversation(*events))["intent"]["name"])


@pytest.mark.parametrize("events", [OPEN, GIVEN])
@pytest.mark.parametrize(
    ("text", "value"),
    [("And in euros?", "euros"), ("et en euros alors ?", "euros"), ("EUR", "EUR")],
)
def test_a_bare_value_changes_the_open_quote(events: Any, text: str, value: str) -> None:
    assert meaning(heard(text, "faq_region_site", value), *events) == "inform"


def test_without_a_quote_it_means_what_was_understood() -> None:
    assert meaning(heard("in euros?", "faq_region_site", "euros")) == "faq_region_site"


def test_a_value_inside_a_question_leaves_the_question() -> None:
    text = "why does your website show prices in euros"
    assert meaning(heard(text, "faq_region_site", "euros"), *OPEN) == "faq_region_site"


@pytest.mark.parametrize("text", ["Is that still valid?", "le prix tient toujours ?", "expired?"])
def test_asking_after_a_quote_that_was_given_is_asking_again(text: str) -> None:
    assert meaning(heard(text, "affirm"), *GIVEN) == "inform"
    assert meaning(heard(text, "affirm")) == "affirm"


def test_an_answer_without_a_value_is_not_understood() -> None:
    assert meaning(heard("blah", "inform"), *OPEN) == "nlu_fallback"


def test_a_price_with_all_it_needs_is_quoted_rather_than_asked_about() -> None:
    parse = heard("3 Maya. does that include tax?", "nlu_clarify", "3", "seats")
    product = {"entity": "product", "value": "Maya", "start": 2, "end": 6}
    parse["entities"].append(product)
    parse["intent_ranking"] = [{"name": "request_quote", "confidence": 0.6}]
    assert meaning(parse) == "request_quote"


def test_one_less_beside_a_quote_changes_its_number() -> None:
    parse = heard("one less", "faq_remove_seat", "one", "seats")
    parse["entities"][0]["role"] = "change"
    assert meaning(parse, *GIVEN) == "inform"
    assert meaning(parse) == "faq_remove_seat"


def test_a_pressed_button_stays_what_it_is() -> None:
    parse = {"text": "Oui", "intent": {"name": "inform"}, "entities": []}
    assert in_context(parse, conversation(*OPEN)) == parse


def test_a_quote_is_open_from_the_first_thing_known() -> None:
    assert not is_quote_open(conversation())
    assert is_quote_open(conversation(*OPEN))
    assert is_quote_open(conversation(SlotSet("product", "Revit")))
    assert not is_quote_open(conversation(SlotSet("product", "Revit"), SlotSet("product", None)))
