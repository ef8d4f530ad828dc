"""The renewal itself is asked about: its day, or its cost, which is no price of added seats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, BotUttered, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.about import asked_about, is_about_a_price, meaning_of
from bot.engine.meaning.context import in_context
from bot.engine.meaning.renewal import RENEWAL_COST, RENEWAL_DATE, goes_on, is_day_of_renewal
from bot.model import ROOT

DOMAIN = Domain.from_file(str(ROOT / "domain.yml"))
QUESTIONS = yaml.safe_load(Path(__file__).with_name("renewal.yml").read_text("utf-8"))
TEXTS = [
    (None if intent == "none" else intent, text)
    for intent, told in QUESTIONS.items()
    for language in ("en", "fr")
    for text in told[language]
]
QUOTED = (
    SlotSet("quoted", True),
    SlotSet("quote_given", [{"renewal_date": {"type": "date", "date": "2027-01-15"}}]),
)


def conversation(*events: object) -> DialogueStateTracker:
    tracker = DialogueStateTracker("c-1", DOMAIN.slots)
    tracker.update_with_events(list(events), DOMAIN)
    return tracker


def answered(response: str) -> BotUttered:
    return BotUttered("…", metadata={"utter_action": response})


def heard(text: str, *found: tuple[str, Any], intent: str = "request_quote") -> Any:
    """Of the entities' words only products are in the text where they are said."""
    entities = []
    for name, value in found:
        start = max(text.lower().find(str(value).lower()), 0)
        end = start + len(str(value)) if start else 0
        entities.append({"entity": name, "value": value, "start": start, "end": end})
    return {
        "text": text,
        "intent": {"name": intent, "confidence": 0.9},
        "entities": entities,
        "identification": {},
    }


@pytest.mark.parametrize(("intent", "text"), TEXTS)
def test_what_is_asked(intent: str | None, text: str) -> None:
    assert meaning_of(text) == intent


def test_the_cost_of_the_renewal_is_a_question_about_a_price() -> None:
    assert is_about_a_price(RENEWAL_COST)


@pytest.mark.parametrize("intent", ["request_quote", "nlu_clarify", "inform"])
def test_seats_in_it_are_not_added(intent: str) -> None:
    parse = heard("how much is renewal for 10 seats", ("seats", 10), intent=intent)
    parse["intent_ranking"] = [{"name": "request_quote"}]
    assert in_context(parse, conversation())["intent"]["name"] == RENEWAL_COST


@pytest.mark.parametrize(
    ("text", "day", "is_so"),
    [
        ("how much will I pay on January 15?", "2027-01-15", True),
        ("combien je paierai en janvier ?", "2027-01", True),
        ("how much will I pay on January 16?", "2027-01-16", False),
        ("how much on January 15?", "2027-01-15", False),
    ],
)
def test_the_day_that_the_quote_renews_on(text: str, day: str, is_so: bool) -> None:
    parse = heard(text, ("date", day))
    assert is_day_of_renewal(parse, conversation(*QUOTED)) is is_so
    assert (asked_about(parse, conversation(*QUOTED)) == RENEWAL_COST) is is_so
    assert not is_day_of_renewal(parse, conversation())
    assert not is_day_of_renewal({**parse, "entities": []}, conversation(*QUOTED))


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("what would I pay on January 15 for all 13 seats", True),
        ("what do I pay for 3 more seats on January 15", False),
        ("combien je paie pour ajouter 13 postes le 15 janvier", False),
    ],
)
def test_seats_on_that_day_are_those_of_the_renewal(text: str, is_so: bool) -> None:
    parse = heard(text, ("date", "2027-01-15"), ("seats", 13))
    assert is_day_of_renewal(parse, conversation(*QUOTED)) is is_so


@pytest.mark.parametrize(
    ("said", "text", "found", "expected"),
    [
        ("utter_subscriptions", "pis revit", ("product", "Revit"), RENEWAL_DATE),
        ("utter_renewal_not_known", "and Revit?", ("product", "Revit"), RENEWAL_COST),
        ("utter_renewal", "and for 12?", ("seats", 12), RENEWAL_COST),
        ("utter_renewal", "12", ("seats", 12), "inform"),
        ("utter_subscriptions", "and 12", ("seats", 12), "inform"),
        ("utter_ask_seats", "pis revit", ("product", "Revit"), "inform"),
    ],
)
def test_the_same_of_another(said: str, text: str, found: Any, expected: str) -> None:
    parse = heard(text, found, intent="inform")
    assert in_context(parse, conversation(answered(said)))["intent"]["name"] == expected


def test_what_the_form_asks_for_is_no_question() -> None:
    tracker = conversation(answered("utter_subscriptions"), ActiveLoop("quote_form"))
    parse = heard("Revit", ("product", "Revit"))
    assert goes_on(parse, parse["entities"], tracker) is None
