"""A summary says what is known, in the agent's language, and has no line for anything else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from bot.desk.replies import Replies
from bot.desk.summary import summary
from bot.handoff.hold import Hold
from bot.nlg.generator import CatalogueNLG
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW

QUOTE = {
    "product": "AutoCAD",
    "seats": 3,
    "due_now": "2235.62",
    "currency": "CAD",
    "subscription": "55-1234",
    "expires_at": "2026-11-22T17:15:00-05:00",
}
_SPACES = re.compile(r"\s")


@pytest.fixture(scope="module")
def words() -> CatalogueNLG:
    return CatalogueNLG()


def lines(
    words: CatalogueNLG, hold: Hold, entries: list[Entry], locale: str = "en_CA"
) -> list[tuple[str, str]]:
    def say(response: str, values: Mapping[str, Any]) -> str:
        return Replies(words.sentence).text(locale, response, values)

    found = summary(hold, entries, say, locale)
    return [(line["label"], _SPACES.sub(" ", line["value"])) for line in found]


def heard(text: str, language: str | None = None, **told: Any) -> Entry:
    return Entry(1, "c", NOW, "customer", {"text": text}, language, told=told)


def said(response: str, **body: Any) -> Entry:
    return Entry(2, "c", NOW, "bot", {"text": "…", "response": response, **body})


WHOLE = [
    heard("bonjour", "fr", locale="fr_CA"),
    heard("3 postes", "fr", locale="fr_CA", account="demo-lyon"),
    said("utter_quote", quote=QUOTE),
    heard("euh blabla", "fr"),
    said("utter_rephrase"),
    heard("un humain", "fr"),
]
WAITING = Hold("c", "waiting", since=1.0, asked=1.0, reason="complex")


def test_all_that_is_known_in_english(words: CatalogueNLG) -> None:
    assert lines(words, WAITING, WHOLE) == [
        ("Customer", "Signed in: demo-lyon"),
        ("Language", "fr-CA"),
        ("Reason", "Complex request"),
        ("Asked", "3 postes · euh blabla · un humain"),
        ("Price seen", "AutoCAD + 3 · $2,235.62 CAD · 55-1234 · → 5:15 p.m. UTC-05:00"),
        ("Not understood", "euh blabla"),
    ]


def test_all_that_is_known_in_french(words: CatalogueNLG) -> None:
    english, french = (lines(words, WAITING, WHOLE, locale) for locale in ("en_CA", "fr_CA"))
    assert len(french) == len(english)
    assert {label for label, _ in french} & {label for label, _ in english} == set()
    values = dict(french)
    assert any("demo-lyon" in value for value in values.values())
    assert "AutoCAD + 3 · 2 235,62 $ CA · 55-1234 · → 17 h 15" in french[4][1]
    assert "Complex" not in str(french)


def test_where_nothing_is_known_it_says_so_and_no_more(words: CatalogueNLG) -> None:
    assert lines(words, Hold("c"), []) == [("Customer", "Visitor, not signed in")]


@pytest.mark.parametrize(
    ("entries", "absent"),
    [
        ([heard("hello", "en")], {"Reason", "Price seen", "Not understood"}),
        ([heard("")], {"Asked", "Language", "Reason"}),
        ([said("utter_rephrase")], {"Not understood", "Asked"}),
        ([heard("x"), said("utter_quote_refused")], {"Price seen", "Not understood"}),
    ],
)
def test_an_absent_fact_has_no_line(
    words: CatalogueNLG, entries: list[Entry], absent: set[str]
) -> None:
    found = dict(lines(words, Hold("c"), entries))
    assert absent & set(found) == set()
    assert all(found.values())


@pytest.mark.parametrize("missing", [{"subscription": None}, {"expires_at": None}])
def test_a_quote_has_only_what_it_had(words: CatalogueNLG, missing: dict[str, None]) -> None:
    (value,) = [
        value
        for label, value in lines(
            words, Hold("c"), [said("utter_quote", quote={**QUOTE, **missing})]
        )
        if label == "Price seen"
    ]
    assert value.count(" · ") == 2
    assert "None" not in value


def test_the_last_quote_and_the_last_account_count(words: CatalogueNLG) -> None:
    entries = [
        heard("a", account="demo-lyon"),
        said("utter_quote", quote=QUOTE),
        heard("b", account="demo-paris"),
        said("utter_quote", quote={**QUOTE, "seats": 9}),
    ]
    text = str(lines(words, Hold("c"), entries))
    assert "demo-paris" in text
    assert "demo-lyon" not in text
    assert "AutoCAD + 9" in text
    assert "AutoCAD + 3" not in text


def test_a_typed_account_is_not_a_known_one(words: CatalogueNLG) -> None:
    found = dict(lines(words, Hold("c"), [heard("I am demo-lyon, signed in")]))
    assert found["Customer"] == "Visitor, not signed in"


@pytest.mark.parametrize("locale", ["en_CA", "fr_CA"])
@pytest.mark.parametrize(
    "reason", ["asked", "complex", "large_order", "frustrated", "not_understood"]
)
def test_each_reason_has_words(words: CatalogueNLG, reason: str, locale: str) -> None:
    found = lines(words, Hold("c", "waiting", reason=reason), [], locale)
    assert all(value and "desk_" not in value and "_" not in value for _, value in found)
