from __future__ import annotations

from typing import Any

import pytest

from bot.nlg.message import Link
from bot.nlg.responses import Button, Response
from bot.nlg.texts import MissingText, Texts
from bot.nlg.voice import MissingValue, Option, Voice

QUOTE: dict[str, Any] = {
    "due_now": {"type": "money", "amount": "2235.62", "currency": "CAD"},
    "seats": {"type": "count", "unit": "seat", "number": 3},
    "tax": {"type": "response", "name": "utter_tax_excluded"},
}
PHONE = {"type": "phone", "number": "+18559373067"}


def voice(texts: Texts, locale: str, **ambient: Any) -> Voice:
    return Voice(texts, locale, ambient.get)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en_US", "$2,235.62 CAD for 3 seats, before taxes."),
        ("en_CA", "$2,235.62 CAD for 3 seats, before taxes."),
        ("en_GB", "$2,235.62 CAD for 3 seats, before taxes."),
        ("fr_CA", "3 postes\u00a0: 2\u00a0235,62\u00a0$\u00a0CA, avant taxes."),
        ("fr_FR", "3 postes\u00a0: 2\u202f235,62\u00a0$CA, avant taxes."),
    ],
)
def test_a_quote_in_each_locale(texts: Texts, locale: str, expected: str) -> None:
    assert voice(texts, locale).say("utter_quote", QUOTE).text == expected


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("Revit", "Revit", "Revit"),
        (1234, "1,234", "1\u00a0234"),
        ({"type": "currency", "code": "CAD"}, "Canadian dollars", "dollars canadiens"),
        ({"type": "currency", "code": "EUR", "initial": True}, "Euros", "Euros"),
        ({"type": "date", "date": "2027-01-01"}, "January 1, 2027", "1er janvier 2027"),
        (
            {"type": "time", "at": "2026-11-22T17:15:00-05:00", "zone": "America/Toronto"},
            "5:15\u202fp.m.\u00a0EST",
            "17\u00a0h\u00a015\u00a0HNE",
        ),
        ({"type": "count", "unit": "seat", "number": 0}, "0 seats", "0 poste"),
        ({"type": "count", "unit": "seat", "number": 1}, "1 seat", "1 poste"),
        ({"type": "count", "unit": "seat", "number": 1200}, "1,200 seats", "1\u00a0200 postes"),
        (
            {"type": "count", "unit": "seat", "number": 1_000_000},
            "1,000,000 seats",
            "1\u00a0000\u00a0000 de postes",
        ),
        ({"type": "number", "number": "0.5"}, "0.5", "0,5"),
        ({"type": "percent", "number": "14.975"}, "14.975%", "14,975\u00a0%"),
        (PHONE, "(855) 937-3067", "1\u00a0855\u00a0937-3067"),
        (
            {"type": "list", "items": ["Revit", {"type": "count", "unit": "seat", "number": 2}]},
            "Revit and 2 seats",
            "Revit et 2 postes",
        ),
        (
            {
                "type": "list",
                "lines": True,
                "items": ["Revit", {"type": "date", "date": "2027-01-02"}],
            },
            "Revit\nJanuary 2, 2027",
            "Revit\n2 janvier 2027",
        ),
    ],
)
def test_every_kind_of_value(texts: Texts, value: Any, english: str, french: str) -> None:
    def said(locale: str) -> str:
        return voice(texts, locale).say("utter_email", {"address": value}).text

    assert said("en_CA") == f"Write us an email: {english}"
    assert said("fr_CA") == f"Écrivez un courriel\u00a0: {french}"


def test_ambient_values_are_used_where_the_action_gave_none(texts: Texts) -> None:
    speaker = voice(texts, "en_CA", product="Revit", seats=5)
    assert speaker.say("utter_option", {"seats": 3}).text == "Revit, 3"


def test_an_inline_response_does_not_see_the_outer_values(texts: Texts) -> None:
    inner = {"type": "response", "name": "utter_option", "values": {"seats": 1}}
    with pytest.raises(MissingValue, match="utter_option: product"):
        voice(texts, "en_CA").say("utter_email", {"address": inner, "product": "Revit"})


def test_a_customers_words_are_never_filled_in_themselves(texts: Texts) -> None:
    said = voice(texts, "en_CA").say("utter_option", {"product": "{seats}{0}", "seats": 1})
    assert said.text == "{seats}{0}, 1"


def test_a_value_that_is_missing_is_an_error(texts: Texts) -> None:
    with pytest.raises(MissingValue, match="utter_quote: tax"):
        voice(texts, "en_CA").say("utter_quote", {**QUOTE, "tax": None})


def test_a_response_that_is_missing_is_an_error(texts: Texts) -> None:
    with pytest.raises(MissingText, match="utter_nothing"):
        voice(texts, "en_CA").say("utter_nothing", {})
    with pytest.raises(MissingText, match="utter_unit_hour"):
        hours = {"type": "count", "unit": "hour", "number": 1}
        voice(texts, "en_CA").say("utter_email", {"address": hours})


def test_a_malformed_value_is_an_error(texts: Texts) -> None:
    with pytest.raises(ValueError, match="malformed value: money"):
        voice(texts, "en_CA").say("utter_quote", {**QUOTE, "due_now": {"type": "money"}})


def test_a_phone_and_a_url_become_links_wherever_they_stand(texts: Texts) -> None:
    contact = {"type": "response", "name": "utter_contact", "values": {"phone": PHONE}}
    said = voice(texts, "fr_CA").say("utter_help", {"contact": contact})
    assert said.text == (
        "Je ne sais pas. Appelez au 1\u00a0855\u00a0937-3067 ou voyez https://example.com/help."
    )
    assert said.links == (
        Link("1\u00a0855\u00a0937-3067", "tel:+1-855-937-3067"),
        Link("https://example.com/help", "https://example.com/help"),
    )


def test_options_follow_the_responses_own_buttons(texts: Texts) -> None:
    one = Option(
        "utter_option", '/inform{"subscription": "sub_1"}', {"product": "Revit", "seats": 9}
    )
    said = voice(texts, "fr_CA").say("utter_greet", {}, [one])
    assert said.buttons == (
        Button("Obtenir un prix", "/request_quote"),
        Button("Revit, 9", '/inform{"subscription": "sub_1"}'),
    )


def test_a_title_takes_the_responses_values(texts: Texts) -> None:
    response = Response("utter_x", "Which?", None, (Button("{product}", "/x{product}"),))
    own = Texts({"utter_x": response}, texts.catalogue)
    said = voice(own, "en_CA").say("utter_x", {"product": "Revit"})
    # The payload is a command: nothing is ever filled in there.
    assert said.buttons == (Button("Revit", "/x{product}"),)


def test_a_response_that_contains_itself_ends(texts: Texts) -> None:
    itself = {"type": "response", "name": "utter_help"}
    with pytest.raises(ValueError, match="utter_help contains itself"):
        voice(texts, "en_CA", contact=itself).say("utter_help", {})
