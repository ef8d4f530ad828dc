from __future__ import annotations

from typing import Any

import pytest

from actions.heard import Entity, Heard
from actions.quotes.remark import Remark
from actions.quotes.seats import Seats, heard_seats, seats_of, too_many


def heard(*numbers: tuple[Any, str | None]) -> Heard:
    entities = tuple(Entity("seats", value, role) for value, role in numbers)
    return Heard("inform", entities, account=None, region=None, quoted=False)


@pytest.mark.parametrize(
    ("numbers", "current", "seats"),
    [
        ([(5, "add")], None, 5),
        ([(5, None)], None, 5),
        ([(5, "add"), (6, "add")], None, 6),
        ([(12, "target")], 10, 2),
        ([(10, "current"), (15, "target")], None, 5),
        ([(10, "current"), (15, "target")], 3, 5),
        ([({"min": 3, "max": 5}, "vague")], None, (3, 5)),
        ([(10, "current")], None, 7),
        ([], None, 7),
    ],
)
def test_a_number_that_can_be_quoted(
    numbers: list[tuple[Any, str | None]], current: int | None, seats: Seats
) -> None:
    assert heard_seats(7, heard(*numbers), current) == (seats, [])


@pytest.mark.parametrize(
    ("numbers", "current", "response"),
    [
        ([(None, "vague")], None, "utter_seats_vague"),
        ([({"min": 3}, "vague")], None, "utter_seats_vague"),
        ([({"min": 3, "max": "x"}, "vague")], None, "utter_seats_vague"),
        ([({"min": 0, "max": 2}, "vague")], None, "utter_seats_vague"),
        ([({"min": 5, "max": 3}, "vague")], None, "utter_seats_vague"),
        ([(1.5, "invalid")], None, "utter_seats_invalid"),
        ([(0, "add")], None, "utter_seats_invalid"),
        ([(-2, "add")], None, "utter_seats_invalid"),
        ([(2.5, "add")], None, "utter_seats_invalid"),
        ([(True, "add")], None, "utter_seats_invalid"),
        ([("5", None)], None, "utter_seats_invalid"),
        ([(12, "target")], None, "utter_seats_from_how_many"),
        ([("many", "current"), (12, "target")], None, "utter_seats_from_how_many"),
        ([(10, "target")], 10, "utter_seats_no_more"),
        ([(15, "current"), (10, "target")], 3, "utter_seats_no_more"),
    ],
)
def test_a_number_that_cannot(
    numbers: list[tuple[Any, str | None]], current: int | None, response: str
) -> None:
    seats, remarks = heard_seats(7, heard(*numbers), current)
    assert seats is None
    assert [remark.response for remark in remarks] == [response]


def test_a_total_that_adds_none_is_told_with_the_seats_there_are() -> None:
    _, remarks = heard_seats(None, heard((8, "target")), 10)
    ten = {"type": "count", "unit": "seat", "number": 10}
    assert remarks == [Remark("utter_seats_no_more", {"current": ten})]


@pytest.mark.parametrize(
    ("slot", "seats"),
    [(5, 5), ([3, 5], (3, 5)), ((3, 5), (3, 5)), (None, None), ("5", None), ([3], None)],
)
def test_the_slot_as_it_comes_back(slot: Any, seats: Seats | None) -> None:
    assert seats_of(slot) == seats


@pytest.mark.parametrize(
    ("seats", "number"), [(200, None), (201, 201), ((3, 201), 201), ((3, 5), None), (None, None)]
)
def test_more_than_two_hundred_are_for_a_person(seats: Seats | None, number: int | None) -> None:
    assert too_many(seats) == number
