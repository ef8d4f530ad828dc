from __future__ import annotations

from datetime import date

import pytest

from actions.heard import Entity, Heard
from actions.quotes.port import Subscription
from actions.quotes.remark import Remark
from actions.quotes.renewal_date import (
    about_days,
    about_purchase,
    about_renewal,
    heard_renewal_date,
)

TODAY = date(2026, 11, 22)
AUTOCAD = Subscription("sub_1", "AutoCAD", "CAD", 10, date(2027, 1, 15))


def heard(*dates: tuple[str, str | None], renews: bool = False) -> Heard:
    entities = tuple(Entity("date", value, role) for value, role in dates)
    return Heard("inform", entities, None, None, quoted=False, names_renewal=renews)


@pytest.mark.parametrize(
    ("today", "named", "accepted"),
    [
        (date(2026, 11, 22), "2027-11-22", True),
        (date(2026, 11, 22), "2027-11-23", False),
        (date(2027, 3, 1), "2028-03-01", True),  # 366 days
        (date(2027, 2, 28), "2028-02-29", True),  # a term from the last day of February
        (date(2027, 2, 28), "2028-03-01", False),
    ],
)
def test_a_term_is_one_year_of_the_calendar(today: date, named: str, accepted: bool) -> None:
    renewal, remarks = heard_renewal_date(None, heard((named, None)), today)
    assert (renewal, [remark.response for remark in remarks]) == (
        (named, []) if accepted else (None, ["utter_date_too_far"])
    )


def test_a_renewal_today_is_for_the_billing_system_to_say() -> None:
    assert heard_renewal_date(None, heard(("2026-11-22", None)), TODAY) == ("2026-11-22", [])


def test_a_date_that_is_not_known_is_asked_for_again_without_a_remark() -> None:
    assert heard_renewal_date(None, heard(("no idea", "unknown")), TODAY) == (None, [])


def test_the_date_of_a_purchase_is_none_of_the_renewal() -> None:
    said = heard(("2027-01-15", None), ("2026-12-15", "purchase"))
    assert heard_renewal_date(None, said, TODAY) == ("2027-01-15", [])
    later = heard(("2026-12-15", "purchase"))
    assert heard_renewal_date("2027-01-15", later, TODAY) == ("2027-01-15", [])


@pytest.mark.parametrize(
    ("value", "remarks"),
    [
        ("2026-12-15", ["utter_price_of_today"]),
        ("2026-11-23", ["utter_price_of_today"]),
        ("2026-12", ["utter_price_of_today"]),
        ("2027-01", ["utter_price_of_today"]),
        ("2027-01-15", ["utter_price_of_today_renewed"]),
        ("2027-03", ["utter_price_of_today_renewed"]),
        ("2026-11-22", []),
        ("2026-11", []),
    ],
)
def test_a_purchase_on_another_day_is_remarked_on(value: str, remarks: list[str]) -> None:
    said = about_purchase(heard((value, "purchase")), TODAY, AUTOCAD.renews_on)
    assert [remark.response for remark in said] == remarks
    assert about_purchase(heard((value, None)), TODAY, AUTOCAD.renews_on) == []


def test_a_month_that_begins_with_the_renewal_is_after_it() -> None:
    (said,) = about_purchase(heard(("2027-03", "purchase")), TODAY, date(2027, 3, 1))
    assert said.response == "utter_price_of_today_renewed"


def test_a_purchase_before_or_after_a_renewal_that_is_not_known() -> None:
    later = heard(("2027-03", "purchase"))
    assert about_purchase(later, TODAY, None) == [Remark("utter_price_of_today")]


@pytest.mark.parametrize(
    ("said", "remarks"),
    [
        (heard(("2026-12-20", None)), ["utter_price_of_today"]),
        (heard(("2027-04", "partial")), ["utter_price_of_today_renewed"]),
        (heard(("2027-01-15", None)), []),
        (heard(("2027-01-15", "purchase")), ["utter_price_of_today_renewed"]),
        (heard(("2026-12-20", None), renews=True), []),
        (heard(("2026-12-20", "purchase"), renews=True), ["utter_price_of_today"]),
        (heard(("February 30", "invalid")), []),
    ],
)
def test_a_subscriber_names_a_day_only_for_the_purchase(said: Heard, remarks: list[str]) -> None:
    told = about_days(said, TODAY, AUTOCAD.renews_on)
    assert [remark.response for remark in told] == remarks


def test_a_subscription_renews_on_its_own_date() -> None:
    spoken = {"renewal_date": {"type": "date", "date": "2027-01-15"}}
    remark = Remark("utter_date_of_subscription", spoken)
    assert about_renewal(heard(("2028-03-15", None), renews=True), AUTOCAD) == [remark]
    assert about_renewal(heard(("2027-03", "partial"), renews=True), AUTOCAD) == [remark]


@pytest.mark.parametrize(
    "said",
    [
        heard(("2027-01-15", None), renews=True),
        heard(("2027-01", "partial"), renews=True),
        heard(("February 30", "invalid"), renews=True),
        heard(("2028-03-15", None)),
        heard(renews=True),
    ],
)
def test_nothing_to_say_of_its_date(said: Heard) -> None:
    assert about_renewal(said, AUTOCAD) == []
    assert about_renewal(said, None) == []
