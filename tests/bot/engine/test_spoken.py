"""The language of the answer, from what was understood of the message."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.spoken import spoken_after
from bot.language.conversation import Spoken

ENGLISH = {"language": "en", "confidence": 0.99, "decisive": True}
FRENCH = {"language": "fr", "confidence": 0.99, "decisive": True}


def parse(text: str, intent: str = "inform", **more: Any) -> dict[str, Any]:
    return {"text": text, "intent": {"name": intent, "confidence": 0.9}, "entities": [], **more}


def test_a_clear_message_decides() -> None:
    asked = parse("combien pour trois postes", identification=FRENCH)
    assert spoken_after(Spoken("en", "en_CA"), asked, None) == Spoken("fr", "fr_CA")


def test_a_pressed_button_keeps_the_language() -> None:
    """Its title may be of either language, or the same in both."""
    assert spoken_after(Spoken("fr", "fr_CA"), parse("Revit"), None) == Spoken("fr", "fr_CA")


def test_the_first_button_is_answered_in_the_channels_language() -> None:
    assert spoken_after(Spoken(), parse("Revit"), "fr_FR") == Spoken("fr", "fr_FR")


@pytest.mark.parametrize(
    "text", ['{"seats": 5, "product": "the"}', "<script>alert(1)</script>", "<b>ok</b>"]
)
def test_code_has_no_language(text: str) -> None:
    asked = parse(text, identification=ENGLISH)
    assert spoken_after(Spoken("fr"), asked, None) == Spoken("fr")


def test_words_beside_code_have_one() -> None:
    asked = parse("can you read <b>this</b> for me please", identification=ENGLISH)
    assert spoken_after(Spoken("fr"), asked, None) == Spoken("en")


@pytest.mark.parametrize(
    ("text", "current", "then"),
    [
        ("en français svp", "en", "fr"),
        ("English please", "fr", "en"),
        ("change the language", "en", "fr"),
        ("changer de langue", "fr", "en"),
    ],
)
def test_a_request_changes_it(text: str, current: Any, then: str) -> None:
    identified = ENGLISH if current == "en" else FRENCH
    asked = parse(text, "change_language", identification=identified)
    assert spoken_after(Spoken(current), asked, None).language == then


@pytest.mark.parametrize(("value", "title"), [("fr", "Français"), ("en", "English")])
def test_a_language_button_names_its_language(value: str, title: str) -> None:
    entity = {"entity": "language", "value": value}
    asked = parse(title, "change_language", entities=[entity])
    assert spoken_after(Spoken(), asked, None).language == value


@pytest.mark.parametrize("text", ["¿español?", "in German please", "en italien svp"])
def test_a_language_that_is_not_spoken_is_said_so(text: str) -> None:
    asked = parse(text, "change_language")
    assert spoken_after(Spoken("fr"), asked, None) == Spoken("fr")
    assert asked["intent"]["name"] == "language_unsupported"


def test_a_few_words_that_are_said_in_both_languages_keep_the_conversations() -> None:
    asked = parse("in euros please", identification=ENGLISH)
    assert spoken_after(Spoken("fr", "fr_CA"), asked, "fr_CA") == Spoken("fr", "fr_CA")
