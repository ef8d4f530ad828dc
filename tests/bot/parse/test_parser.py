"""The NLU alone, in this process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bot.parse.parser import Parser

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def parser(model: Path) -> Parser:
    from bot.parse.parser import Parser

    return Parser(model)


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("How do I add seats?", "faq_how_to_add", "en"),
        ("Comment ajouter des postes ?", "faq_how_to_add", "fr"),
        ("I want to talk to a person", "request_human", "en"),
        ("je veux parler à quelqu'un", "request_human", "fr"),
    ],
)
def test_a_message_is_understood(parser: Parser, text: str, intent: str, language: str) -> None:
    parse = parser.parse(text)
    assert (parse["intent"], parse["language"]) == (intent, language)
    assert parse["tier"] == "answer"


@pytest.mark.parametrize(
    ("locale", "value"), [("en_US", "2027-03-04"), ("en_GB", "2027-04-03"), ("fr_CA", "2027-04-03")]
)
def test_the_locale_orders_a_date(parser: Parser, locale: str, value: str) -> None:
    found = [e["value"] for e in parser.parse("3/4/2027", locale)["entities"]]
    assert found == [value]


@pytest.mark.parametrize("raw", ["", None, 5, "\ud800", pytest.param("a" * 5000, id="long")])
def test_what_cannot_be_read_is_asked_for_again(parser: Parser, raw: Any) -> None:
    parse = parser.parse(raw)
    assert (parse["tier"], parse["offered"]) == ("rephrase", [])
