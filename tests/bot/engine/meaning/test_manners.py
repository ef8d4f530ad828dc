"""Manners with a value in them."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.manners import changes_a_quote, may_change_a_quote

GIVEN = (SlotSet("seats", 3), SlotSet("currency", "CAD"), SlotSet("quoted", True))
AUTOCAD = UserUttered("AutoCAD", entities=[{"entity": "product", "value": "AutoCAD"}])


def heard(
    text: str, intent: str, confidence: float = 0.9, *, likeliest: str | None = None, **values: Any
) -> Any:
    entities = [{"entity": name, "value": value} for name, value in values.items()]
    return {
        "text": text,
        "intent": {"name": intent, "confidence": confidence},
        "intent_ranking": [{"name": likeliest or intent, "confidence": confidence}],
        "entities": entities,
    }


def changes(parse: Any) -> bool:
    tracker = DialogueStateTracker.from_events("c-1", [*GIVEN, AUTOCAD])
    return may_change_a_quote(parse) and changes_a_quote(parse, parse["entities"], tracker)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("no not 4, 5", "deny"),
        ("hi again, ok 5", "greet"),
        ("never mind that, 5", "cancel"),
        ("laisse tomber les 3, 5", "cancel"),
        ("bye, and 5?", "goodbye"),
        ("merci. et pour 5 ?", "thank"),
        ("lol ok 5 final answer", "express_frustration"),
        ("es-tu un robot ? 5", "ask_if_bot"),
    ],
)
def test_with_a_new_value_they_change_the_quote(text: str, intent: str) -> None:
    assert changes(heard(text, intent, seats=5))
    assert not changes(heard(text, intent))


def test_what_is_agreed_to_is_no_change() -> None:
    assert not changes(heard("yes, the 3 AutoCAD", "affirm", seats=3, product="AutoCAD"))
    assert not changes(heard("merci pour les 3", "thank", seats=3))
    assert changes(heard("oui, Revit", "affirm", product="Revit"))


@pytest.mark.parametrize(
    "text",
    [
        "cancel the AutoCAD quote",
        "forget the estimate for Revit",
        "cancel my Revit",
        "annule la soumission AutoCAD",
        "oublie le devis Revit",
    ],
)
def test_a_quote_that_is_cancelled_by_name_ends(text: str) -> None:
    assert not changes(heard(text, "cancel", product="Revit"))


@pytest.mark.parametrize("text", ["go back to Revit", "cancel that, Revit", "annule ça, Revit"])
def test_a_cancellation_with_something_else_to_do_goes_on(text: str) -> None:
    assert changes(heard(text, "cancel", product="Revit"))


def test_a_day_counts_only_in_a_yes_or_a_no() -> None:
    assert changes(heard("nope, may 1", "deny", date="2027-05-01"))
    assert not changes(heard("merci, à demain", "goodbye", date="2026-11-27"))


def test_a_long_message_tells_a_story() -> None:
    text = "your bot is useless and I have been paying for Revit since the very beginning"
    assert not changes(heard(text, "express_frustration", product="Revit"))


def test_a_stranger_is_only_heard_where_it_is_unsure() -> None:
    assert changes(heard("switch back to maya", "out_of_scope", 0.6, product="Maya"))
    assert not changes(heard("maya crashes", "out_of_scope", 0.95, product="Maya"))


def test_an_unsure_message_depends_on_what_it_likely_means() -> None:
    text = "same for maya"
    unsure = heard(text, "nlu_clarify", 0.6, likeliest="request_quote", product="Maya")
    assert changes(unsure)
    eligible = heard("is maya eligible", "nlu_clarify", 0.6, likeliest="faq_eligibility", product=1)
    assert not changes(eligible)
    corrected = heard("plutôt 5", "nlu_clarify", 0.5, likeliest="faq_remove_seat", seats=5)
    assert changes(corrected)


@pytest.mark.parametrize("intent", ["faq_region_site", "nlu_clarify"])
def test_an_amount_in_another_currency_is_no_question_about_the_site(intent: str) -> None:
    likeliest = "faq_region_site"
    for text in ("en euros ça donne quoi", "how much is it in euros", "back to cad"):
        assert changes(heard(text, intent, 0.7, likeliest=likeliest, currency="EUR"))
    for text in ("prices in euros?? wrong country", "pourquoi en euros ?"):
        assert not changes(heard(text, intent, 0.7, likeliest=likeliest, currency="EUR"))


def test_thanks_a_bunch_asks_for_nothing() -> None:
    bunch = heard("thx a bunch", "thank")
    bunch["entities"] = [{"entity": "seats", "value": {"min": None, "max": None}, "role": "vague"}]
    assert not changes(bunch)
