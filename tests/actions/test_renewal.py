"""A date for the customer's plans is no renewal date."""

from __future__ import annotations

from typing import Any

import pytest

from actions.renewal import is_planned


def found(text: str, day: str, entity: str = "date") -> dict[str, Any]:
    return {"entity": entity, "start": text.index(day), "end": text.index(day) + len(day)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I need 3 more seats by Friday", "Friday"),
        ("3 seats before the 15th of March please", "15th of March"),
        ("price for 2 seats starting March 1", "March 1"),
        ("il me faut 3 postes d'ici vendredi", "vendredi"),
        ("il me faut 3 postes d’ici le 15 mars", "15 mars"),
        ("3 postes à partir du 1er mars", "1er mars"),
        ("3 postes pour le 15 mars", "15 mars"),
    ],
)
def test_when_the_seats_are_needed(text: str, day: str) -> None:
    assert is_planned(found(text, day), text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 AutoCAD seats, January 15 2027", "January 15 2027"),
        ("3 seats, it renews on January 15", "January 15"),
        ("3 seats until January 15", "January 15"),
        ("how much for 3 seats from today until January 15", "January 15"),
        ("3 postes jusqu'au 15 janvier", "15 janvier"),
        ("3 postes, mon échéance est le 15 janvier", "15 janvier"),
        ("3 postes pour mon renouvellement du 15 janvier", "15 janvier"),
        ("2027-01-15, 3 postes", "2027-01-15"),
    ],
)
def test_when_the_subscription_renews(text: str, day: str) -> None:
    assert not is_planned(found(text, day), text)


def test_only_dates_are_planned() -> None:
    text = "how much for 3 seats"
    assert not is_planned(found(text, "3", "seats"), text)
