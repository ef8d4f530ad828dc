from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions.heard import Entity, Heard
from actions.quotes.draft import Draft, for_subscriber, for_visitor
from actions.quotes.port import Product, Subscription
from actions.quotes.remark import Remark
from actions.quotes.wording import currency

TODAY = date(2026, 11, 22)
AUTOCAD = Subscription("sub_1", "AutoCAD", "CAD", 10, date(2027, 1, 15))
REVIT = Subscription("sub_2", "Revit", "CAD", 4, date(2027, 6, 30))
OTHER_REVIT = Subscription("sub_3", "Revit", "CAD", 6, date(2027, 3, 31))
PRODUCTS = [
    Product("autocad", "AutoCAD", frozenset({"CAD", "EUR"})),
    Product("revit", "Revit", frozenset({"EUR"})),
]
NOTHING = Draft()


def heard(
    intent: str = "inform", region: str | None = None, quoted: bool = False, **entities: Any
) -> Heard:
    named = (
        Entity(name, *(value if isinstance(value, tuple) else (value, None)))
        for name, value in entities.items()
    )
    return Heard(intent, tuple(named), account=None, region=region, quoted=quoted)


def subscriber(
    message: Heard, *subscriptions: Subscription, draft: Draft = NOTHING
) -> tuple[Draft, list[str]]:
    advance = for_subscriber(draft, message, subscriptions, TODAY)
    return advance.draft, [remark.response for remark in advance.remarks]


def visitor(message: Heard, draft: Draft = NOTHING) -> tuple[Draft, list[str]]:
    advance = for_visitor(draft, message, PRODUCTS, TODAY)
    return advance.draft, [remark.response for remark in advance.remarks]


def test_an_only_subscription_needs_no_question() -> None:
    assert subscriber(heard(seats=3), AUTOCAD) == (Draft(subscription="sub_1", seats=3), [])


def test_one_of_several_is_chosen_by_id_or_by_product() -> None:
    by_id, _ = subscriber(heard(subscription_id="sub_2"), AUTOCAD, REVIT)
    by_product, _ = subscriber(heard(product="Revit"), AUTOCAD, REVIT)
    assert by_id.subscription == by_product.subscription == "sub_2"


def test_of_several_nothing_is_guessed() -> None:
    assert subscriber(heard(seats=3), AUTOCAD, REVIT) == (Draft(seats=3), [])
    assert subscriber(heard(product="Revit"), AUTOCAD, REVIT, OTHER_REVIT) == (NOTHING, [])


def test_a_choice_is_kept_and_may_be_named_again() -> None:
    chosen = Draft(subscription="sub_3")
    subscriptions = (AUTOCAD, REVIT, OTHER_REVIT)
    assert subscriber(heard(seats=2), *subscriptions, draft=chosen)[0].subscription == "sub_3"
    assert subscriber(heard(product="Revit"), *subscriptions, draft=chosen)[0] == chosen
    assert subscriber(heard(product="AutoCAD"), *subscriptions, draft=chosen)[0] == replace(
        chosen, subscription="sub_1"
    )


def test_someone_elses_subscription_is_as_unknown_as_none() -> None:
    chosen = Draft(subscription="sub_1")
    for named in ("sub_of_someone_else", "sub_that_is_none"):
        draft, remarks = subscriber(heard(subscription_id=named), AUTOCAD, REVIT, draft=chosen)
        assert (draft.subscription, remarks) == (None, ["utter_subscription_unknown"])


def test_a_product_that_the_account_does_not_have() -> None:
    advance = for_subscriber(NOTHING, heard(product="Maya"), [AUTOCAD, REVIT], TODAY)
    assert advance.remarks == (Remark("utter_product_not_subscribed", {"product": "Maya"}),)


def test_a_subscription_that_has_gone_is_asked_for_again() -> None:
    assert subscriber(heard(), AUTOCAD, REVIT, draft=Draft(subscription="sub_9"))[0] == NOTHING


def test_a_subscription_is_paid_in_its_own_currency() -> None:
    advance = for_subscriber(Draft(seats=3), heard(currency="EUR"), [AUTOCAD], TODAY)
    assert advance.remarks == (
        Remark("utter_currency_of_subscription", {"currency": currency("CAD")}),
    )
    assert advance.draft.seats == 3
    assert subscriber(heard(currency="CAD"), AUTOCAD)[1] == []
    assert subscriber(heard(currency="EUR"), AUTOCAD, REVIT)[1] == []


def test_a_total_counts_from_the_seats_there_are() -> None:
    given, _ = subscriber(heard(seats=(12, "target")), AUTOCAD)
    assert (given.seats, given.seats_total) == (2, 12)
    corrected = replace(heard(seats=(14, "add")), text="no, 14")
    assert subscriber(corrected, AUTOCAD, draft=given)[0].seats == 4
    draft, remarks = subscriber(heard(seats=(10, "target")), AUTOCAD)
    assert (draft.seats, remarks) == (None, ["utter_seats_no_more"])


def test_two_numbers_are_kept_to_be_compared() -> None:
    draft, remarks = subscriber(heard(seats=({"min": 3, "max": 5}, "vague")), AUTOCAD)
    assert (draft.seats, remarks) == ((3, 5), [])
    assert draft.missing(signed_in=True) is None


def test_who_asks_again_after_a_quote_gets_the_same_one() -> None:
    given = Draft(subscription="sub_1", seats=3)
    asked = heard("request_quote", quoted=True)
    assert subscriber(asked, AUTOCAD, REVIT, draft=given)[0] == given


def test_who_wants_another_quote_starts_over() -> None:
    given = Draft(subscription="sub_1", seats=3)
    asked = replace(heard("request_quote", quoted=True), text="another quote")
    assert subscriber(asked, AUTOCAD, REVIT, draft=given)[0] == NOTHING
    of_two = replace(heard("request_quote", seats=2), text="another quote for 2")
    assert subscriber(of_two, AUTOCAD, REVIT, draft=given)[0] == Draft(seats=2)


def test_a_total_waits_for_the_subscription() -> None:
    waiting, remarks = subscriber(heard(seats=(12, "target")), AUTOCAD, REVIT)
    assert (waiting, remarks) == (Draft(seats_total=12), [])
    assert subscriber(heard(product="Revit"), AUTOCAD, REVIT, draft=waiting)[0] == Draft(
        subscription="sub_2", seats=8, seats_total=12
    )


def test_a_total_stays_one_for_another_subscription() -> None:
    given = Draft(subscription="sub_1", seats=2, seats_total=12)
    assert subscriber(heard(product="Revit"), AUTOCAD, REVIT, draft=given)[0] == Draft(
        subscription="sub_2", seats=8, seats_total=12
    )


def test_the_products_of_a_message_keep_their_numbers() -> None:
    revit = (Entity("product", "Revit", None), Entity("seats", 3, None))
    both = replace(heard("request_quote", product="AutoCAD", seats=2), others=(revit,))
    first, _ = subscriber(both, AUTOCAD, REVIT)
    assert (first.subscription, first.seats) == ("sub_1", 2)
    second, _ = subscriber(heard(product="Revit"), AUTOCAD, REVIT, draft=first)
    assert (second.subscription, second.seats) == ("sub_2", 3)
    more, _ = subscriber(heard(seats=5), AUTOCAD, REVIT, draft=second)
    assert more.orders == ({"product": "AutoCAD", "seats": 2}, {"product": "Revit", "seats": 5})
    again, _ = subscriber(heard(product="AutoCAD"), AUTOCAD, REVIT, draft=more)
    assert (again.subscription, again.seats) == ("sub_1", 2)
    estimate, _ = visitor(both)
    assert visitor(heard(product="Revit"), estimate)[0].seats == 3


def test_all_that_an_estimate_needs_at_once() -> None:
    message = heard("request_quote", seats=3, product="AutoCAD", currency="EUR", date="2027-01-15")
    draft, remarks = visitor(message)
    expected = Draft(product="AutoCAD", seats=3, currency="EUR", renewal_date="2027-01-15")
    assert (draft, remarks) == (expected, [])
    assert draft.missing(signed_in=False) is None


def test_what_is_missing_is_asked_in_this_order() -> None:
    draft, asked = NOTHING, []
    for slot, value in {
        "product": "AutoCAD",
        "seats": 3,
        "currency": "EUR",
        "renewal_date": "2027-01-15",
    }.items():
        asked.append(draft.missing(signed_in=False))
        draft = replace(draft, **{slot: value})
    assert asked == ["product", "seats", "currency", "renewal_date"]
    assert NOTHING.missing(signed_in=True) == "subscription"
    assert Draft(subscription="sub_1").missing(signed_in=True) == "seats"
    assert Draft(seats=201).missing(signed_in=True) is None
    assert Draft(term="month").missing(signed_in=False) is None
    assert Draft(term="year").missing(signed_in=False) == "product"
    assert Draft(term="month").missing(signed_in=True) == "subscription"


def test_the_currency_of_the_region_where_the_product_is_sold_in_it() -> None:
    assert visitor(heard(product="AutoCAD", region="CA"))[0].currency == "CAD"
    assert visitor(heard(product="AutoCAD", region="FR"))[0].currency == "EUR"
    assert visitor(heard(product="AutoCAD", region="BR"))[0].currency is None
    assert visitor(heard(region="CA"))[0].currency == "CAD"


def test_a_currency_that_the_product_has_no_price_in() -> None:
    draft, remarks = visitor(heard(product="Revit", region="CA"))
    assert (draft.currency, remarks) == (None, ["utter_currency_unknown"])
    draft, remarks = visitor(heard(currency="USD"), Draft(product="AutoCAD", currency="CAD"))
    assert (draft.currency, remarks) == (None, ["utter_currency_unknown"])


def test_a_visitors_term_is_kept_until_another_is_named() -> None:
    monthly = Draft(product="AutoCAD", term="month")
    assert visitor(heard(seats=3), monthly)[0] == replace(monthly, seats=3)
    assert visitor(heard(term="year"), monthly)[0] == replace(monthly, term="year")


def test_what_was_said_before_is_kept() -> None:
    given = Draft(product="AutoCAD", seats=3, currency="CAD", renewal_date="2027-01-15")
    assert visitor(heard(), given) == (given, [])
    assert visitor(heard(currency="EUR"), given)[0] == replace(given, currency="EUR")
    assert visitor(heard(seats=7), given)[0] == replace(given, seats=7)


def test_a_product_without_a_price() -> None:
    assert visitor(heard(product="Netfabb")) == (NOTHING, ["utter_product_unknown"])


def test_a_visitors_total_counts_from_nothing_known() -> None:
    asked, remarks = visitor(heard(seats=(12, "target")))
    assert remarks == ["utter_seats_from_how_many"]
    assert visitor(heard(product="AutoCAD"), asked)[1] == []
    assert visitor(heard(seats=(8, "current")), asked)[0].seats == 4


@pytest.mark.parametrize(
    ("said", "response"),
    [
        (("30 février", "invalid"), "utter_date_invalid"),
        (("March", "partial"), "utter_date_partial"),
        ("2026-11-21", "utter_date_past"),
        ("2020-01-01", "utter_date_past"),
        ("2027-11-23", "utter_date_too_far"),
    ],
)
def test_a_date_that_cannot_be_the_next_renewal(said: Any, response: str) -> None:
    given = Draft(renewal_date="2027-01-15")
    assert visitor(heard(date=said), given) == (NOTHING, [response])


@pytest.mark.parametrize("said", ["2026-11-22", "2026-11-23", "2027-11-22"])
def test_a_date_that_can(said: str) -> None:
    assert visitor(heard(date=said)) == (Draft(renewal_date=said), [])
