"""Whose separators a number has: the message's, else the channel's, else anybody's."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.components.entity_extractor import EntityExtractor
from bot.nlu.components.language_identifier import IDENTIFICATION

_NOW = datetime(2026, 9, 1, 12, tzinfo=timezone.utc)


def _found(text: str, locale: str | None, *, guess: str, decisive: bool) -> list[Any]:
    identified = {"language": guess, "confidence": 0.5, "decisive": decisive}
    message = Message({"text": text, IDENTIFICATION: identified, "metadata": {"locale": locale}})
    EntityExtractor(lambda: _NOW).process([message])
    return [(entity["value"], entity.get("role")) for entity in message.get("entities")]


@pytest.mark.parametrize("guess", ["en", "fr"])
@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("1,000", "en-US", 1000),
        ("1,000", "en_CA", 1000),
        ("1,000", None, 1000),
        ("10,000", None, 10000),
        ("2,500 seats", None, 2500),
        ("1.000", "fr-FR", 1000),
        ("1.000", None, 1000),
        ("2 000", "fr_CA", 2000),
        ("2 000", None, 2000),
    ],
)
def test_a_guess_does_not_decide(text, locale, value, guess):
    assert _found(text, locale, guess=guess, decisive=False) == [(value, "add")]


@pytest.mark.parametrize("guess", ["en", "fr"])
@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [("1,000", "fr-CA", "1.000"), ("1.000", "en-US", "1.000"), ("1,5", None, "1.5")],
)
def test_what_may_be_a_fraction_is_asked_for_again(text, locale, value, guess):
    assert _found(text, locale, guess=guess, decisive=False) == [(value, "invalid")]


def test_a_message_plainly_of_one_language_decides():
    assert _found("1,200 seats", "fr-CA", guess="en", decisive=True) == [(1200, "add")]
    assert _found("1.200 postes", "en-CA", guess="fr", decisive=True) == [(1200, "add")]


def test_a_message_without_metadata_is_read():
    message = Message({"text": "3 more seats"})
    EntityExtractor(lambda: _NOW).process([message])
    assert [entity["value"] for entity in message.get("entities")] == [3]
