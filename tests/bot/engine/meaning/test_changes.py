"""What a message says of an open quote, beyond the values that the entity rules find."""

from __future__ import annotations

from typing import Any

import pytest

from bot.engine.meaning.changes import with_changes


def entity(text: str, name: str, value: Any, words: str, **more: Any) -> dict[str, Any]:
    start = text.index(words)
    return {"entity": name, "value": value, "start": start, "end": start + len(words)} | more


def shown(text: str, *found: dict[str, Any], counted: bool = True) -> list[tuple[Any, ...]]:
    after = with_changes(text, found, "en", counted=counted)
    return [(e["entity"], e["value"], e.get("role")) for e in after]


@pytest.mark.parametrize("text", ["never mind that, 13", "ou 13", "ok 13 then"])
def test_a_lone_number_is_seats(text: str) -> None:
    assert shown(text) == [("seats", 13, "add")]
    assert shown(text, counted=False) == []


def test_beside_seats_or_a_day_a_number_is_no_second_one() -> None:
    text = "5, I said, not like 3 before"
    assert shown(text, entity(text, "seats", 5, "5", role="add")) == [("seats", 5, "add")]
    text = "May 12, the 15 I think"
    assert shown(text, entity(text, "date", "2027-05-12", "May 12")) == [
        ("date", "2027-05-12", None)
    ]


@pytest.mark.parametrize("text", ["forget Revit", "non, pas Revit", "we don't need Revit"])
def test_a_product_that_is_taken_back_is_asked_for_again(text: str) -> None:
    revit = entity(text, "product", "Revit", "Revit")
    assert shown(text, revit) == [("wrong", "product", None)]


def test_the_product_named_instead_is_the_answer() -> None:
    text = "forget Revit, AutoCAD"
    products = [entity(text, "product", name, name) for name in ("Revit", "AutoCAD")]
    assert shown(text, *products) == [("product", "AutoCAD", None)]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("wrong product", "product"),
        ("change the product", "product"),
        ("c'est pas le bon produit", "product"),
        ("mauvais abonnement", "product"),
        ("wrong number", "seats"),
        ("the number is wrong", "seats"),
        ("c'est pas le bon nombre", "seats"),
        ("no, not 4", "seats"),
        ("non, pas 4.", "seats"),
        ("wrong date", "renewal_date"),
        ("la date n'est pas la bonne", "renewal_date"),
        ("change the currency", "currency"),
        ("changez la devise", "currency"),
    ],
)
def test_what_is_wrong_is_asked_for_again(text: str, slot: str) -> None:
    assert shown(text) == [("wrong", slot, None)]


def test_what_is_wrong_and_put_right_is_not() -> None:
    text = "wrong number, it's 7"
    assert shown(text, entity(text, "seats", 7, "7", role="add")) == [("seats", 7, "add")]


@pytest.mark.parametrize("text", ["the other one", "l'autre", "ok the other subscription then"])
def test_the_other_one_names_no_number(text: str) -> None:
    one = [entity(text, "seats", 1, "one", role="add")] if "one" in text else []
    assert shown(text, *one) == [("wrong", "product", "other")]


def test_the_other_one_may_be_the_wrong_one() -> None:
    assert shown("not the other one") == []
