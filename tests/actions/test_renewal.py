"""A date for the customer's plans is no renewal date."""

from __future__ import annotations

from typing import Any

import pytest

from actions.renewal import names_renewal, plan_of


def plan(
    text: str,
    day: str,
    intent: str = "request_quote",
    answers: bool = False,
    quoted: bool = False,
) -> str | None:
    date: dict[str, Any] = {"start": text.index(day), "end": text.index(day) + len(day)}
    return plan_of(date, text, intent=intent, answers=answers, quoted=quoted)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I need 3 more seats by Friday", "Friday"),
        ("3 seats before the 15th of March please", "15th of March"),
        ("il me faut 3 postes d'ici vendredi", "vendredi"),
        ("il me faut 3 postes d’ici le 15 mars", "15 mars"),
    ],
)
def test_by_when_the_seats_are_needed(text: str, day: str) -> None:
    assert plan(text, day) == "wish"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("price for 2 seats starting March 1", "March 1"),
        ("how much to add 3 maya from january", "january"),
        ("what if i buy them on december 15", "december 15"),
        ("how much for 3 seats in March", "March"),
        ("how much for 3 seats tomorrow", "tomorrow"),
        ("how much if I add 3 seats next month", "next month"),
        ("3 postes à partir du 1er mars", "1er mars"),
        ("3 postes à partir d’avril", "avril"),
        ("3 postes dès janvier", "janvier"),
        ("3 postes pour le 15 mars", "15 mars"),
        ("en mars ça ferait combien?", "mars"),
        ("et si je les achète le 15 mars ça ferait combien?", "15 mars"),
        ("combien pour 3 postes dans 3 mois", "dans 3 mois"),
    ],
)
def test_when_the_seats_would_be_bought(text: str, day: str) -> None:
    assert plan(text, day) == "purchase"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 AutoCAD seats, January 15 2027", "January 15 2027"),
        ("3 seats, it renews on January 15", "January 15"),
        ("3 seats until January 15", "January 15"),
        ("how much for 3 seats from today until January 15", "January 15"),
        ("3 postes jusqu'au 15 janvier", "15 janvier"),
        ("ajouter 3 postes Maya, le 15 janvier", "15 janvier"),
        ("3 postes, mon échéance est le 15 janvier", "15 janvier"),
        ("3 postes pour mon renouvellement du 15 janvier", "15 janvier"),
        ("2027-01-15, 3 postes", "2027-01-15"),
    ],
)
def test_when_the_subscription_renews(text: str, day: str) -> None:
    assert plan(text, day) is None


@pytest.mark.parametrize(
    ("text", "day", "meant"),
    [
        ("3 revit seats starting Jan 1 2027", "Jan 1 2027", "purchase"),
        ("3 postes revit à partir du 1er janvier", "1er janvier", "purchase"),
        ("and next month?", "next month", "purchase"),
        ("in 90 days", "in 90 days", "purchase"),
        ("on March 3", "March 3", None),
        ("le 3 mars", "3 mars", None),
        ("next tuesday", "next tuesday", None),
        ("demain.", "demain", None),
    ],
)
def test_beside_a_quote(text: str, day: str, meant: str | None) -> None:
    assert plan(text, day, intent="inform") == meant


@pytest.mark.parametrize(
    ("text", "day", "meant"),
    [
        ("and on the 20th?", "20th", "purchase"),
        ("what about mid-December", "mid-December", "purchase"),
        ("what if I buy them in April", "April", "purchase"),
        ("et mi-décembre ?", "mi-décembre", "purchase"),
        ("et si je les prends en avril ?", "avril", "purchase"),
        ("pis le 20?", "20", "purchase"),
        ("and by Dec 20?", "Dec 20", "purchase"),
        ("and it renews on the 20th?", "20th", None),
        ("and January 15", "January 15", None),
        ("January 15", "January 15", None),
    ],
)
def test_after_a_price_another_day_is_asked_about(text: str, day: str, meant: str | None) -> None:
    assert plan(text, day, intent="inform", quoted=True) == meant
    assert plan(text, day, intent="inform", answers=True, quoted=True) is None


@pytest.mark.parametrize(
    ("text", "day", "meant"),
    [
        ("on March 3, how much is it?", "March 3", None),
        ("in 3 months", "in 3 months", None),
        ("from January 1", "January 1", None),
        ("à partir du 1er janvier", "1er janvier", None),
        ("I need them from January 1", "January 1", "purchase"),
        ("j'en ai besoin à partir du 1er janvier", "1er janvier", "purchase"),
    ],
)
def test_where_the_renewal_date_was_asked_for(text: str, day: str, meant: str | None) -> None:
    assert plan(text, day, answers=True) == meant


def test_a_sentence_about_the_renewal() -> None:
    assert names_renewal("It renews on March 3")
    assert names_renewal("Échéance le 3 mars")
    assert not names_renewal("3 seats on March 3")
