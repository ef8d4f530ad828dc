from __future__ import annotations

import asyncio
import re
import time
from pathlib import Path
from typing import Any

import pytest
from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.nlg.catalogue import Catalogue
from bot.nlg.generator import CatalogueNLG
from bot.nlg.responses import InvalidResponse
from bot.nlg.texts import MissingText
from bot.nlg.voice import MissingValue

PHONE = {"type": "phone", "number": "+18559373067"}
CONTACT = {"type": "response", "name": "utter_contact", "values": {"phone": PHONE}}


@pytest.fixture
def nlg(domain_responses: dict[str, Any], catalogues: Path) -> CatalogueNLG:
    generator = CatalogueNLG(
        catalogue=Catalogue.load(catalogues), standing=lambda locale: {"contact": CONTACT}
    )
    # As Rasa does, once the model is loaded.
    generator.responses = domain_responses
    return generator


def say(nlg: CatalogueNLG, response: str, slots: dict[str, Any], **values: Any) -> dict[str, Any]:
    return asyncio.run(nlg.generate(response, tracker(slots), "rest", **values))


def tracker(slots: dict[str, Any]) -> DialogueStateTracker:
    # influence_conversation is False as in domain.yml: the values are no features.
    known = [
        AnySlot(name, [{"type": "custom"}], initial_value=value, influence_conversation=False)
        for name, value in {"locale": None, "language": None, **slots}.items()
    ]
    return DialogueStateTracker("c1", known)


def quote_values() -> dict[str, Any]:
    return {
        "due_now": {"type": "money", "amount": "601.64", "currency": "CAD"},
        "seats": {"type": "count", "unit": "seat", "number": 1},
        "tax": {"type": "response", "name": "utter_tax_excluded"},
    }


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"locale": "en_CA"}, "$601.64 CAD for 1 seat, before taxes."),
        ({"locale": "fr_CA"}, "1 poste\u00a0: 601,64\u00a0$\u00a0CA, avant taxes."),
        ({"locale": "fr_FR", "language": "fr"}, "1 poste\u00a0: 601,64\u00a0$CA, avant taxes."),
        ({"language": "en"}, "$601.64 CAD for 1 seat, before taxes."),
        ({"language": "fr"}, "1 poste\u00a0: 601,64\u00a0$CA, avant taxes."),
        ({"locale": "xx_YY", "language": "fr"}, "1 poste\u00a0: 601,64\u00a0$CA, avant taxes."),
    ],
)
def test_the_conversations_locale(nlg: CatalogueNLG, slots: dict[str, Any], expected: str) -> None:
    assert say(nlg, "utter_quote", slots, **quote_values()) == {"text": expected}


@pytest.mark.parametrize("slots", [{}, {"locale": "xx_YY"}, {"locale": 5, "language": ["en"]}])
def test_both_languages_where_none_is_known(nlg: CatalogueNLG, slots: dict[str, Any]) -> None:
    assert say(nlg, "utter_greet", slots) == {
        "text": "Hello! What can I do for you?\n\nBonjour! Que puis-je faire pour vous?",
        "buttons": [{"title": "Get a price / Obtenir un prix", "payload": "/request_quote"}],
    }


def test_values_come_from_the_action_then_the_standing_ones_then_the_slots(
    nlg: CatalogueNLG,
) -> None:
    slots = {"locale": "en_CA", "product": "Revit", "seats": 5, "contact": "Call me instead"}
    assert say(nlg, "utter_option", slots, seats=7)["text"] == "Revit, 7"
    # A slot may hold the customer's words: it cannot stand in for the sales team's contact.
    assert say(nlg, "utter_help", slots)["text"].startswith("I can’t say. Call (855) 937-3067")


def test_links(nlg: CatalogueNLG) -> None:
    assert say(nlg, "utter_help", {"locale": "fr_CA"})["links"] == [
        {"text": "1\u00a0855\u00a0937-3067", "url": "tel:+1-855-937-3067"},
        {"text": "https://example.com/help", "url": "https://example.com/help"},
    ]


def test_options_and_the_quote(nlg: CatalogueNLG) -> None:
    said = say(
        nlg,
        "utter_quote",
        {"locale": "fr_CA"},
        **quote_values(),
        quote={"id": "q1"},
        options=[
            {
                "response": "utter_option",
                "payload": "/a",
                "values": {"product": "Revit", "seats": 1},
            }
        ],
    )
    assert said["buttons"] == [{"title": "Revit, 1", "payload": "/a"}]
    assert said["custom"] == {"quote": {"id": "q1"}}


def test_what_rasa_and_its_sdk_add_is_no_value(nlg: CatalogueNLG) -> None:
    sdk = {"text": None, "buttons": [], "elements": [], "custom": {}, "template": "utter_greet"}
    more = {"image": None, "attachment": None, "domain_responses": {"utter_greet": []}}
    said = say(nlg, "utter_greet", {"locale": "en_CA"}, **sdk, **more)
    assert said["text"] == "Hello! What can I do for you?"


@pytest.mark.parametrize("options", [[{"payload": "/a"}], ["utter_option"], [None]])
def test_malformed_options(nlg: CatalogueNLG, options: list[Any]) -> None:
    with pytest.raises(ValueError, match="malformed option"):
        say(nlg, "utter_greet", {"locale": "en_CA"}, options=options)


def test_half_a_sentence_is_never_said(nlg: CatalogueNLG) -> None:
    with pytest.raises(MissingValue):
        say(nlg, "utter_quote", {"locale": "en_CA"})
    with pytest.raises(MissingText):
        say(nlg, "utter_nothing", {"locale": "en_CA"})


def test_a_response_that_could_not_be_said_stops_the_start(nlg: CatalogueNLG) -> None:
    with pytest.raises(InvalidResponse):
        nlg.responses = {"utter_greet": [{"text": "Hi"}, {"text": "Hello"}]}


def test_the_domain_is_left_as_it_was(nlg: CatalogueNLG, domain_responses: dict[str, Any]) -> None:
    before = repr(domain_responses)
    say(nlg, "utter_greet", {})["buttons"].clear()
    assert repr(domain_responses) == before


def test_rasa_makes_it_from_endpoints_yml(domain_responses: dict[str, Any]) -> None:
    config = EndpointConfig(type="bot.nlg.generator.CatalogueNLG")
    made = NaturalLanguageGenerator.create(config, None)
    assert isinstance(made, CatalogueNLG)
    made.responses = domain_responses
    assert made.responses is domain_responses
    assert say(made, "utter_greet", {"locale": "en_US"})["text"] == "Hello! What can I do for you?"


def test_the_standing_values_are_the_contacts_of_the_handoff() -> None:
    alone = CatalogueNLG(catalogue=Catalogue({}))
    alone.responses = {"utter_too_long": [{"text": "I read {longest_message} characters."}]}
    text = say(alone, "utter_too_long", {"locale": "en_CA"})["text"]
    assert re.fullmatch(r"I read [\d,]+ characters\.", text)


def test_an_ordinary_response_costs_little(nlg: CatalogueNLG) -> None:
    async def best_of(rounds: int, responses: int) -> float:
        conversation = tracker({"locale": "fr_CA"})
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            for _ in range(responses):
                await nlg.generate("utter_help", conversation, "rest")
            times.append((time.perf_counter() - start) / responses)
        return min(times)

    # About 0.1 ms; the bound is loose because test machines are shared.
    assert asyncio.run(best_of(rounds=5, responses=50)) < 0.002
