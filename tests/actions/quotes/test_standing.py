from __future__ import annotations

from dataclasses import replace

import pytest

from actions.heard import Entity, Heard
from actions.quotes.draft import Draft
from actions.quotes.standing import standing

REVIT = {"product": "Revit", "seats.add": 3}
MAYA = {"product": "Maya"}
GIVEN = Draft(
    subscription="sub_1",
    product="AutoCAD",
    seats=2,
    currency="CAD",
    renewal_date="2027-01-15",
    other_products=(REVIT, MAYA),
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
    assert draft == replace(GIVEN, other_products=(MAYA,))
    assert message.entities == (product, Entity("seats", 3, "add"))


def test_unless_the_message_names_one() -> None:
    named = (Entity("product", "Revit", None), Entity("seats", 5, "add"))
    draft, message = standing(GIVEN, heard("and 5 Revit?", *named))
    assert (draft.other_products, message.entities) == ((MAYA,), named)


def test_a_product_that_nobody_named_before_changes_nothing() -> None:
    asked = heard("and Fusion?", Entity("product", "Fusion", None))
    assert standing(GIVEN, asked) == (GIVEN, asked)


def test_several_new_products_take_the_place_of_the_old() -> None:
    fusion = (Entity("product", "Fusion", None), Entity("seats", 4, "add"))
    asked = replace(heard("1 Maya and 4 Fusion"), others=(fusion,))
    assert standing(GIVEN, asked)[0].other_products == ({"product": "Fusion", "seats.add": 4},)
