from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.heard import Entity, Heard
from actions.quotes.port import Subscription
from actions.quotes.term import about_term, heard_term, not_estimated


def heard(term: str | None) -> Heard:
    entities = (Entity("term", term, None),) if term else ()
    return Heard("inform", entities, account=None, region=None, quoted=False)


@pytest.mark.parametrize(
    ("kept", "named", "term"),
    [(None, "month", "month"), ("month", "year", "year"), ("month", None, "month")],
)
def test_the_last_one_named_counts(kept: str | None, named: str | None, term: str) -> None:
    assert heard_term(kept, heard(named)) == term


def test_what_an_estimate_can_be_made_of() -> None:
    assert [term for term in (None, "month", "year", "years") if not_estimated(term)] == [
        "month",
        "years",
    ]


@pytest.mark.parametrize(
    ("own", "named", "remarks"),
    [
        ("month", "year", ["utter_term_of_subscription_month"]),
        ("year", "month", ["utter_term_of_subscription_year"]),
        ("years", "year", ["utter_term_of_subscription_years"]),
        ("year", "year", []),
        ("year", None, []),
        (None, "month", []),
    ],
)
def test_a_subscription_runs_for_its_own(own: Any, named: str | None, remarks: list[str]) -> None:
    subscription = Subscription("sub_1", "AutoCAD", "CAD", 10, date(2027, 1, 15), own)
    assert [remark.response for remark in about_term(heard(named), subscription)] == remarks
    assert about_term(heard(named), None) == []
