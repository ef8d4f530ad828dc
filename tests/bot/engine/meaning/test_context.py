"""What a few words mean beside an open quote."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, BotUttered, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.context import in_context, is_quote_open, message_in_context, repeats
from bot.language.conversation import Spoken
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


@pytest.mark.parametrize("text", ["no idea", "aucune idée"])
def test_not_to_know_the_date_answers_the_question_for_it(text: str) -> None:
    asked = (*OPEN, SlotSet("requested_slot", "renewal_date"))
    assert meaning(heard(text, "deny"), *asked) == "inform"
    assert meaning(heard(text, "deny"), *OPEN) == "deny"


@pytest.mark.parametrize(("text", "value"), [("in yen", "yen"), ("en yens", "yens")])
def test_a_currency_is_never_a_yes(text: str, value: str) -> None:
    assert meaning(heard(text, "affirm", value)) == "inform"
    assert meaning(heard(text, "affirm", value, "product")) == "affirm"


def test_a_term_beside_the_words_for_it_changes_the_quote() -> None:
    assert meaning(heard("facturation au mois", "nlu_clarify", "au mois", "term")) == "inform"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("2 Photoshop seats, how much?", "request_quote"),
        ("2 Photoshop seats crash", "out_of_scope"),
    ],
)
def test_the_price_of_somebody_elses_seats_is_asked_of_the_quote(text: str, intent: str) -> None:
    parse = heard(text, "out_of_scope", "Photoshop", "product")
    parse["entities"].append({"entity": "seats", "value": 2, "start": 0, "end": 1})
    assert meaning(parse) == intent


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


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("never mind that, 13", "cancel"),
        ("wrong product", "deny"),
        ("forget Revit", "cancel"),
        ("non, pas AutoCAD", "deny"),
        ("l'autre", "inform"),
        ("ou 15", "inform"),
    ],
)
def test_a_change_in_a_few_words_is_understood_beside_a_quote(text: str, intent: str) -> None:
    assert meaning(heard(text, intent), *GIVEN) == "inform"
    assert meaning(heard(text, intent)) != "inform"


def test_a_number_beside_a_question_about_the_day_is_no_seats() -> None:
    asked = (*OPEN, SlotSet("requested_slot", "renewal_date"))
    assert in_context(heard("ok the 15 then", "inform"), conversation(*asked))["entities"] == []


@pytest.mark.parametrize("text", ["that's a lie", "that's too much", "c'est bien trop"])
@pytest.mark.parametrize("intent", ["affirm", "thank"])
def test_a_faint_yes_to_a_quote_does_not_count(text: str, intent: str) -> None:
    assert meaning(heard(text, intent), *GIVEN) == "nlu_fallback"
    assert meaning(heard(text, intent)) == intent
    sure = heard(text, intent) | {"intent": {"name": intent, "confidence": 0.7}}
    assert meaning(sure, *GIVEN) == intent


def parts(*heard_parts: Any) -> list[str]:
    ways = [[parse["text"] for parse in heard_parts]]
    found = [heard("…", "request_quote"), *heard_parts]
    _, (understood,) = message_in_context(found, ways, conversation())
    return [part["intent"]["name"] for part in understood]


def test_what_follows_a_request_for_a_quote_is_said_beside_it() -> None:
    asks = heard("How much for 3 AutoCAD?", "request_quote", "3", "seats")
    corrects = heard("non, mets-en 5", "deny", "5", "seats")
    assert parts(asks, corrects) == ["request_quote", "inform"]
    assert parts(corrects, asks) == ["deny", "request_quote"]


def test_in_a_long_message_only_a_correction_is() -> None:
    asks = heard("How much for 3 AutoCAD? " + "We are a small office. " * 4, "request_quote")
    corrects, thanks = (
        heard("non, 5", "deny", "5", "seats"),
        heard("bye, 5", "goodbye", "5", "seats"),
    )
    assert parts(asks, corrects, thanks) == ["request_quote", "inform", "goodbye"]


@pytest.mark.parametrize(
    ("response", "again"),
    [
        ("utter_quote", True),
        ("utter_estimate_compared", True),
        ("utter_quote_accepted", False),
        ("utter_faq_proration", False),
    ],
)
def test_a_quote_just_given_is_said_again_in_another_language(response: str, again: bool) -> None:
    said = BotUttered("…", metadata={"utter_action": response})
    tracker = conversation(SlotSet("language", "en"), said)
    assert repeats(tracker, Spoken("fr", "fr_CA")) is again
    assert repeats(tracker, Spoken("en", "en_CA")) is False
