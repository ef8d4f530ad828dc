"""What the customer says is wrong is asked for again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.quotes.draft import Draft
from tests.actions.quotes.test_draft import (
    AUTOCAD,
    OTHER_REVIT,
    REVIT,
    heard,
    subscriber,
    visitor,
)


@pytest.mark.parametrize("slot", ["product", "seats", "currency", "renewal_date"])
def test_what_is_wrong_is_asked_for_again(slot: str) -> None:
    given = Draft(product="Revit", seats=3, currency="EUR", renewal_date="2027-03-31")
    assert visitor(heard(wrong=slot, quoted=True), draft=given)[0] == replace(given, **{slot: None})


def test_a_wrong_subscription_is_asked_for_again_where_there_are_several() -> None:
    given = Draft(subscription="sub_1", seats=3)
    message = heard(wrong="product", quoted=True)
    assert subscriber(message, AUTOCAD, REVIT, draft=given)[0] == Draft(seats=3)
    assert subscriber(message, AUTOCAD, draft=given)[0] == given


def test_the_other_one_is_known_where_there_are_two() -> None:
    given = Draft(subscription="sub_1", seats=3)
    other = heard(wrong=("product", "other"))
    assert subscriber(other, AUTOCAD, REVIT, draft=given)[0].subscription == "sub_2"
    assert subscriber(other, AUTOCAD, REVIT, OTHER_REVIT, draft=given)[0].subscription is None
    assert subscriber(other, AUTOCAD, REVIT)[0].subscription is None


def test_a_total_is_wrong_with_its_seats() -> None:
    given = Draft(subscription="sub_1", seats=3, seats_total=13)
    wrong = heard(wrong="seats", quoted=True)
    assert subscriber(wrong, AUTOCAD, draft=given)[0] == Draft(subscription="sub_1")
