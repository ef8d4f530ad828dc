"""Each intent is taught in both languages, answered by a rule and documented."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.nlu.entities import extract

ROOT = Path(__file__).parents[2]
MEANING = ROOT / "bot" / "engine" / "meaning"
LANGUAGES = ("en", "fr")
INTENTS = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["intents"]
# States of a message, set by the pipeline, the channels and the engine: nobody writes them.
STATES = {
    "nlu_clarify",
    "nlu_fallback",
    "message_empty",
    "message_too_long",
    "message_media",
    "message_edited",
    "message_too_fast",
    "language_unsupported",
    *(
        meaning
        for name in ("about.yml", "about_given.yml", "renewal.yml")
        for meaning in yaml.safe_load((MEANING / name).read_text("utf-8"))["meanings"]
    ),
} - {"why"}
MEANINGS = [name for name in INTENTS if name not in STATES]
# Handled by the form, and by a rule of its own once an amount was given.
ANSWERED_BY_THE_FORM = {"inform"}


def read(place: str, language: str) -> dict[str, Any]:
    """The parsed files of a folder by the intent they are named after."""
    files = sorted((ROOT / place / language).glob("*.yml"))
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in files}


@pytest.fixture(scope="module")
def training() -> dict[str, dict[str, Any]]:
    return {language: read("data/nlu", language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def development() -> dict[str, dict[str, Any]]:
    """Messages that nothing is trained on: lists of `{variety, text}`."""
    return {language: read("tests/nlu", language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_exactly_the_meanings_of_the_domain_are_taught(training: Any, language: str) -> None:
    assert sorted(training[language]) == sorted(MEANINGS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_exactly_the_meanings_of_the_domain_are_measured(development: Any, language: str) -> None:
    assert sorted(development[language]) == sorted(MEANINGS)
    assert min(map(len, development[language].values())) >= 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_training_file_is_named_after_its_intent(training: Any, language: str) -> None:
    for intent, content in training[language].items():
        assert {item["intent"] for item in content["nlu"]} == {intent}


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_a_rule(intent: str, rules: list[dict[str, Any]]) -> None:
    begun = {rule["steps"][0].get("intent") for rule in rules}
    assert intent in begun


def test_rules_begin_with_no_other_intent(rules: list[dict[str, Any]]) -> None:
    begun = {step["intent"] for rule in rules for step in rule["steps"] if "intent" in step}
    assert begun <= set(INTENTS)


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_is_documented(intent: str) -> None:
    assert f"`{intent}`" in (ROOT / "docs" / "dialogue.md").read_text("utf-8")


def test_every_slot_and_form_is_documented(domain: dict[str, Any]) -> None:
    text = (ROOT / "docs" / "dialogue.md").read_text("utf-8")
    assert [name for name in (*domain["slots"], *domain["forms"]) if f"`{name}`" not in text] == []


def entities_of(domain: dict[str, Any]) -> dict[str, set[str | None]]:
    """The roles by entity, None for an entity without one."""
    found: dict[str, set[str | None]] = {}
    for entity in domain["entities"]:
        if isinstance(entity, str):
            found[entity] = {None}
        else:
            found |= {name: {None, *said["roles"]} for name, said in entity.items()}
    return found


def test_what_the_pipeline_finds_is_in_the_domain_and_vice_versa(
    domain: dict[str, Any], development: Any
) -> None:
    known = entities_of(domain)
    messages = [
        (text, language)
        for language in LANGUAGES
        for intent in ("request_quote", "inform")
        for text in (message["text"] for message in development[language][intent])
    ]
    extra = ["12 à 15 postes", "go from 10 to 15", "a few", "-3 seats", "2.5 seats", "31/02/2027"]
    extra += ["in March 2027", "subscription 123-45678901", "the AutoCAD one", "in euros"]
    messages += [(text, "en") for text in extra]
    found = {
        (entity.entity, entity.role)
        for text, language in messages
        for entity in extract(text, language=language, locale=None, today=date(2026, 11, 22))
    }
    assert {pair for pair in found if pair[1] not in known.get(pair[0], set())} == set()
    assert {name for name, _ in found} == set(known)


def test_buttons_name_intents_and_entities_that_exist(domain: dict[str, Any]) -> None:
    intents, entities = set(), set()
    for variants in domain["responses"].values():
        for button in (button for variant in variants for button in variant.get("buttons", [])):
            payload = re.fullmatch(r"/(\w+)(\{.*\})?", button["payload"])
            assert payload, button
            intents.add(payload[1])
            entities |= set(json.loads(payload[2] or "{}"))
    assert intents <= set(INTENTS)
    assert entities <= {*entities_of(domain), "language"}
