from __future__ import annotations

from dataclasses import replace

import pytest

from actions.heard import Entity, Heard
from actions.quotes.draft import Draft
from actions.quotes.standing import noted, standing

REVIT = {"product": "Revit", "seats.add": 3}
MAYA = {"product": "Maya"}
GIVEN = Draft(
    subscription="sub_1",
    product="AutoCAD",
    seats=2,
    currency="CAD",
    renewal_date="2027-01-15",
    orders=(REVIT, MAYA),
)


def heard(text: str, *entities: Entity, intent: str = "request_quote") -> Heard:
    return Heard(intent, entities, account=None, region=None, quoted=True, text=text)


@pytest.mark.parametrize("text", ["so how much?", "combien déjà ?", "whats the quote"])
def test_who_asks_again_keeps_everything(text: str) -> None:
    assert standing(GIVEN, heard(text)) == (GIVEN, heard(text))


@pytest.mark.parametrize("text", ["another quote", "une autre soumission", "un nouveau devis"])
def test_who_begins_anew_keeps_the_currency(text: str) -> None:
    assert standing(GIVEN, heard(text))[0] == Draft(currency="CAD")
    assert standing(GIVEN, heard(text, intent="inform"))[0] == GIVEN


def test_another_product_of_an_earlier_message_has_its_own_number() -> None:
    product = Entity("product", "Revit", None)
    draft, message = standing(GIVEN, heard("and the Revit?", product))
    # The number of the product before is none to relate to.
    assert draft == replace(GIVEN, seats=None)
    assert message.entities == (product, Entity("seats", 3, "add"))


def test_unless_the_message_names_one() -> None:
    asked = heard("and 5 Revit?", Entity("product", "Revit", None), Entity("seats", 5, "add"))
    assert standing(GIVEN, asked) == (GIVEN, asked)


def test_or_none_was_said() -> None:
    asked = heard("and Maya?", Entity("product", "Maya", None))
    assert standing(GIVEN, asked) == (GIVEN, asked)


@pytest.mark.parametrize("text", ["only the Revit", "juste Revit"])
def test_the_only_one_is_left_alone(text: str) -> None:
    draft, _ = standing(GIVEN, heard(text, Entity("product", "Revit", None)))
    assert draft.orders == (REVIT,)


@pytest.mark.parametrize("text", ["drop the Revit", "enlève Revit"])
def test_a_product_that_is_dropped_leaves_the_others(text: str) -> None:
    orders = ({"product": "AutoCAD", "seats.add": 2}, REVIT)
    draft, message = standing(
        replace(GIVEN, orders=orders), heard(text, Entity("wrong", "product", None))
    )
    assert draft.orders == orders[:1]
    assert message.entities == (Entity("product", "AutoCAD", None), Entity("seats", 2, "add"))


def test_a_product_that_is_none_of_them_drops_nothing() -> None:
    asked = heard("drop the Fusion", Entity("wrong", "product", None))
    assert standing(GIVEN, asked) == (GIVEN, asked)


def test_with_a_product_that_nobody_named_before_the_customer_moves_on() -> None:
    asked = heard("and Fusion?", Entity("product", "Fusion", None))
    assert standing(GIVEN, asked) == (replace(GIVEN, orders=()), asked)


def test_several_new_products_take_the_place_of_the_old() -> None:
    fusion = (Entity("product", "Fusion", None), Entity("seats", 4, "add"))
    named = (Entity("product", "Maya", None), Entity("seats", 1, "add"))
    date = Entity("date", "2027-03-01", None)
    asked = replace(heard("1 Maya and 4 Fusion", *named, date), others=(fusion,))
    assert standing(GIVEN, asked)[0].orders == (
        {"product": "Maya", "seats.add": 1},
        {"product": "Fusion", "seats.add": 4},
    )


def test_an_order_has_the_number_that_its_product_has_now() -> None:
    assert noted(GIVEN, "Revit").orders == ({"product": "Revit", "seats": 2}, MAYA)
    assert noted(GIVEN, "Fusion") == GIVEN
    assert noted(replace(GIVEN, seats=(3, 5)), "Revit").orders == GIVEN.orders
