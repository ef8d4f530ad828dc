"""Which messages are questions about a price, and which only look like one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.about import (
    apart,
    asked_about,
    asks_for_a_price,
    beside_a_price,
    meaning_of,
    with_asides,
)
from bot.model import ROOT

DOMAIN = Domain.from_file(str(ROOT / "domain.yml"))
QUESTIONS = yaml.safe_load(Path(__file__).with_name("about.yml").read_text("utf-8"))
ASKED = [
    (intent, text)
    for intent, told in QUESTIONS.items()
    if intent != "none"
    for language in ("en", "fr")
    for text in told[language]
]
GIVEN = (SlotSet("quoted", True),)
# Whatever is taught as one of these is never about a price that was given.
SOMETHING_ELSE = (
    "cancel",
    "change_language",
    "express_frustration",
    "faq_add_anytime",
    "faq_eligibility",
    "faq_how_many_seats",
    "faq_how_to_add",
    "faq_remove_seat",
    "faq_support_options",
    "faq_usage_report",
    "goodbye",
    "greet",
    "report_complex_case",
    "request_human",
    "thank",
)


def conversation(*events: object) -> DialogueStateTracker:
    tracker = DialogueStateTracker("c-1", DOMAIN.slots)
    tracker.update_with_events(list(events), DOMAIN)
    return tracker


def heard(text: str, intent: str = "nlu_fallback", *entities: str, sure: float = 0.5) -> Any:
    return {
        "text": text,
        "intent": {"name": intent, "confidence": sure},
        "entities": [{"entity": name, "value": 3} for name in entities],
    }


@pytest.mark.parametrize(("intent", "text"), ASKED)
def test_beside_a_quote_it_is_about_that_quote(intent: str, text: str) -> None:
    assert asked_about(heard(text), conversation(*GIVEN)) == intent


@pytest.mark.parametrize(("intent", "text"), ASKED)
def test_without_one_only_some_mean_the_same(intent: str, text: str) -> None:
    expected = intent if QUESTIONS[intent].get("cold") else None
    assert asked_about(heard(text), conversation()) == expected


@pytest.mark.parametrize("text", [*QUESTIONS["none"]["en"], *QUESTIONS["none"]["fr"]])
def test_what_only_looks_like_it(text: str) -> None:
    assert meaning_of(text) is None


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("intent", SOMETHING_ELSE)
def test_what_is_taught_as_something_else_is_left_alone(intent: str, language: str) -> None:
    taught = yaml.safe_load((ROOT / f"data/nlu/{language}/{intent}.yml").read_text("utf-8"))
    lines = "\n".join(item["examples"] for item in taught["nlu"]).splitlines()
    parses = [heard(line.removeprefix("- "), intent, sure=0.9) for line in lines]
    tracker = conversation(*GIVEN)
    assert [parse["text"] for parse in parses if asked_about(parse, tracker)] == []


def test_who_needs_a_person_is_not_told_about_prices() -> None:
    for_a_person = heard("volume discount for 300 seats", "report_complex_case", sure=0.9)
    assert asked_about(for_a_person, conversation()) is None
    for_a_person["intent"]["confidence"] = 0.5
    assert asked_about(for_a_person, conversation()) == "ask_discount"


@pytest.mark.parametrize("text", ["that's wrong", "ok, ajoutez-les"])
def test_between_questions_of_the_form_it_is_about_an_answer(text: str) -> None:
    assert asked_about(heard(text), conversation(*GIVEN)) is not None
    assert asked_about(heard(text), conversation(*GIVEN, ActiveLoop("quote_form"))) is None


@pytest.mark.parametrize("text", ["why?", "pourquoi ?"])
def test_why_is_about_what_was_said_last(text: str) -> None:
    said = BotUttered("…", metadata={"utter_action": "utter_no_quote_in_trial"})
    refused = (UserUttered("combien"), said)
    assert asked_about(heard(text), conversation(*refused)) == "ask_again"
    assert asked_about(heard(text), conversation(*refused, UserUttered("ok"))) is None
    assert asked_about(heard(text), conversation(*GIVEN)) == "ask_calculation"
    assert asked_about(heard(text), conversation()) is None


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("with tax how much for 3", "ask_tax"),
        ("combien avec taxes pour 3 postes", "ask_tax"),
        ("can you do $700 for 3 seats", "ask_discount"),
        ("tu peux me faire 700 $ pour 3 postes", "ask_discount"),
        ("email me a quote for 3 seats", "ask_formal_quote"),
        ("3 postes, on est exonérés", "ask_tax_exempt"),
    ],
)
def test_a_request_for_a_price_stays_one_and_gets_the_answer_too(text: str, aside: str) -> None:
    parse = heard(text, "request_quote", "seats")
    assert asked_about(parse, conversation(*GIVEN)) is None
    assert [turn["intent"]["name"] for turn in with_asides([parse])] == ["request_quote", aside]


def test_what_has_its_own_part_is_not_said_twice() -> None:
    parts = [heard("3 Maya, with tax", "inform", "seats"), heard("tax?", "ask_tax")]
    assert with_asides(parts) == parts
    assert with_asides([heard("with tax", "greet")]) == [heard("with tax", "greet")]


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        (heard("3", "inform", "seats"), True),
        (heard("tomorrow", "inform", "date"), False),
        (heard("how much", "request_quote"), False),
        (heard("combien pour des postes", "request_quote"), True),
        (heard("Maya", "greet", "product"), False),
    ],
)
def test_a_price_is_asked_for_with_seats_or_a_product(parse: Any, expected: bool) -> None:
    assert asks_for_a_price(parse) is expected


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("3 maya. does that include tax?", ["3 maya.", "does that include tax?"]),
        ("3 maya, ça inclut la TVA ?", ["3 maya,", "ça inclut la TVA ?"]),
        (
            "Merci! C'est par mois? Et avec taxes?",
            ["Merci!", "C'est par mois?", "Et avec taxes?"],
        ),
    ],
)
def test_questions_are_cut_from_what_else_is_said(text: str, way: list[str]) -> None:
    assert apart(text) == [way]


@pytest.mark.parametrize("text", ["does that include tax?", "3 maya. How do I add them?", "why, 3"])
def test_nothing_to_cut(text: str) -> None:
    assert apart(text) == []


def test_beside_a_request_only_what_can_be_about_its_price() -> None:
    request = heard("3 Maya", "request_quote", "seats")
    parts = [request, heard("is that per month?"), heard("that's wrong"), heard("bonjour", "greet")]
    names = [parse["intent"]["name"] for parse in beside_a_price(parts)]
    assert names == ["request_quote", "ask_period", "greet"]
