"""Whole messages, and every message: nothing a customer can type raises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.nlu.entities import Entity, extract

TODAY = date(2026, 9, 1)


def _seen(text: str, language: str) -> list[tuple[str, object, str | None]]:
    found = extract(text, language=language, locale=None, today=TODAY)
    return [(entity.entity, entity.value, entity.role) for entity in found]


def test_an_english_request():
    assert _seen("How much for 3 more AutoCAD LT seats until March 3, in CAD?", "en") == [
        ("seats", 3, "add"),
        ("product", "AutoCAD LT", None),
        ("date", "2027-03-03", None),
        ("currency", "CAD", None),
    ]


def test_a_french_request():
    text = (
        "passer mon abonnement revit 573-90214467 de 9 à 12 postes avant le 3 mars, en dollars US"
    )
    assert _seen(text, "fr") == [
        ("product", "Revit", None),
        ("subscription_id", "57390214467", None),
        ("seats", 9, "current"),
        ("seats", 12, "target"),
        ("date", "2027-03-03", None),
        ("currency", "USD", None),
    ]


@pytest.mark.parametrize("text", ["j'ai besoin de 3 seats asap", "i need trois postes svp"])
def test_the_wrong_language_is_harmless(text):
    assert _seen(text, "en") == _seen(text, "fr") == [("seats", 3, "add")]


def test_offsets_are_those_of_the_original_text():
    text = "e\u0301coute\u200b, 1\u202f200 postes d’AutoCAD LT le 1er\u00a0août"
    found = extract(text, language="fr", locale="fr_FR", today=TODAY)
    assert [text[entity.start : entity.end] for entity in found] == [
        "1\u202f200",
        "AutoCAD LT",
        "1er\u00a0août",
    ]


def test_an_invalid_date_is_quoted_as_typed():
    (entity,) = extract("31 Février", language="fr", locale=None, today=TODAY)
    assert entity == Entity("date", "31 Février", 0, 10, "invalid")


@pytest.mark.parametrize("text", ["1,000", "1.000", "1 000"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_three_digits_are_thousands_where_the_language_is_a_guess(text, language):
    (entity,) = extract(text, language=language, locale=None, today=TODAY, sure=False)
    assert (entity.value, entity.role) == (1000, "add")


def test_nothing_is_found_in_nothing():
    assert extract("", language="en", locale=None, today=TODAY) == []


_NUMBERS = ["3", "12", "-3", "2.5", "1/2", "0", "un", "une", "deux-trois", "a couple", "dozen", "½"]
_SEATS = [
    "seats",
    "postes",
    "poste",
    "add",
    "ajouter",
    "go to",
    "passer à",
    "de",
    "from",
    "de plus",
]
_OTHERS = [
    "AutoCAD",
    "LT",
    "revitt",
    "3ds Max",
    "fusion",
    "CAD",
    "$ US",
    "€",
    "sub_1",
    "577-12345678",
]
_DATES = ["March", "mars", "31", "2026", "le", "on", "next", "friday", "fin", "dans", "mois", "in"]
_MARKS = ["%", "514-555-0123", "ext.", "(", ")", "/", "-", ".", "?", ",", "\n", "²", "İ", "ﬁ", "3️⃣"]
_UNREADABLE = ["\x00", "\ud800", "\u200b", "\ue000"]
_WORDS = st.sampled_from([*_NUMBERS, *_SEATS, *_OTHERS, *_DATES, *_MARKS, *_UNREADABLE])
_MESSAGES = st.one_of(
    st.text(st.characters(), max_size=1000),
    st.text(st.sampled_from("0123456789 .,-/$€%()xkh'aàé\n"), max_size=200),
    st.lists(_WORDS, max_size=60).map(" ".join),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_MESSAGES, language=st.sampled_from(["en", "fr", "xx"]), today=st.dates())
@example(text="9" * 1000, language="en", today=TODAY)
@example(text="\ud800 in 9999 years", language="en", today=date.max)
@example(
    text="fin mars, fin de l'année, vendredi prochain, demain, le 17", language="fr", today=date.max
)
@example(text="fin du mois prochain, le 31 de ce mois", language="fr", today=date.max)
def test_any_message_is_read(text, language, today):
    position = 0
    for entity in extract(text, language=language, locale=None, today=today):
        assert position <= entity.start < entity.end <= len(text)
        position = entity.end
