from __future__ import annotations

from typing import Any

import pytest

from actions.heard import Entity, Heard
from actions.quotes.remark import Remark
from actions.quotes.seats import heard_seats, seats_of, too_many
from actions.quotes.wanted import Seats, Wanted

Numbers = list[tuple[Any, str | None]]


def heard(*numbers: tuple[Any, str | None], text: str = "", intent: str = "inform") -> Heard:
    entities = tuple(Entity("seats", value, role) for value, role in numbers)
    return Heard(intent, entities, account=None, region=None, quoted=False, text=text)


@pytest.mark.parametrize(
    ("numbers", "current", "seats"),
    [
        ([(5, "add")], None, 5),
        ([(5, None)], None, 5),
        ([(5, "add"), (6, "add")], None, 6),
        ([({"min": 3, "max": 5}, "vague")], None, (3, 5)),
        ([(10, "current")], None, 7),
        ([], None, 7),
    ],
)
def test_a_number_that_can_be_quoted(numbers: Numbers, current: int | None, seats: Seats) -> None:
    assert heard_seats(Wanted(7), heard(*numbers), current) == (Wanted(seats), [])


@pytest.mark.parametrize(
    ("numbers", "current", "wanted"),
    [
        ([(12, "target")], 10, Wanted(2, 12)),
        ([(10, "current"), (15, "target")], None, Wanted(5, 15)),
        ([(10, "current"), (15, "target")], 3, Wanted(5, 15)),
        ([(12, "target")], None, Wanted(None, 12)),
        ([("many", "current"), (12, "target")], None, Wanted(None, 12)),
    ],
)
def test_a_total_is_remembered_with_the_number(
    numbers: Numbers, current: int | None, wanted: Wanted
) -> None:
    assert heard_seats(Wanted(7), heard(*numbers), current) == (wanted, [])


@pytest.mark.parametrize(
    ("text", "intent", "number", "wanted"),
    [
        ("no 22", "inform", 22, Wanted(14, 22)),
        ("non plutôt 22", "inform", 22, Wanted(14, 22)),
        ("3 more", "inform", 22, Wanted(22)),
        ("22 de plus", "inform", 22, Wanted(22)),
        ("how much for 22", "request_quote", 22, Wanted(22)),
        ("ok 12 then", "inform", 12, Wanted(12, 20)),
        # Fewer than there are cannot be what they make.
        ("no, 3", "inform", 3, Wanted(3)),
    ],
)
def test_a_number_alone_after_a_total_is_a_total(
    text: str, intent: str, number: int, wanted: Wanted
) -> None:
    said = heard((number, "add"), text=text, intent=intent)
    assert heard_seats(Wanted(12, 20), said, 8) == (wanted, [])


def test_a_corrected_total_counts_from_what_the_customer_said_to_have() -> None:
    said = heard((16, "add"), text="no 16")
    assert heard_seats(Wanted(5, 15), said, 3) == (Wanted(6, 16), [])
    assert heard_seats(Wanted(5, 15), heard((9, "current")), None) == (Wanted(6, 15), [])


def test_a_total_goes_on_to_another_subscription() -> None:
    assert heard_seats(Wanted(2, 12), heard(), 4, moved=True) == (Wanted(8, 12), [])
    assert heard_seats(Wanted(2, 12), heard(), 4) == (Wanted(2, 12), [])
    assert heard_seats(Wanted(None, 12), heard(), 10) == (Wanted(2, 12), [])


def test_another_subscription_has_a_number_of_its_own() -> None:
    assert heard_seats(Wanted(8, 12), heard((8, "add")), 10, moved=True) == (Wanted(8), [])
    assert heard_seats(Wanted(8, 12), heard((11, "add")), 10, moved=True) == (Wanted(1, 11), [])
    assert heard_seats(Wanted(8, 12), heard((8, "target")), 4) == (Wanted(4, 8), [])
    doubled = heard(({"times": "2"}, "change"))
    assert heard_seats(Wanted(8, 12), doubled, 10, moved=True) == (Wanted(16), [])


def test_an_answer_to_how_many_is_no_total() -> None:
    """A total that could not be counted from anything was asked for again, as a number to add."""
    assert heard_seats(Wanted(None, 20), heard((22, "add")), None) == (Wanted(22), [])


def test_a_change_relates_to_the_number_before() -> None:
    said = heard(({"plus": 3}, "change"))
    assert heard_seats(Wanted(8), said, 10) == (Wanted(11), [])


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
        ([(10, "target")], 10, "utter_seats_no_more"),
        ([(15, "current"), (10, "target")], 3, "utter_seats_no_more"),
    ],
)
def test_a_number_that_cannot(numbers: Numbers, current: int | None, response: str) -> None:
    wanted, remarks = heard_seats(Wanted(7), heard(*numbers), current)
    assert wanted == Wanted()
    assert [remark.response for remark in remarks] == [response]


def test_a_total_that_adds_none_is_told_with_the_seats_there_are() -> None:
    _, remarks = heard_seats(Wanted(), heard((8, "target")), 10)
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
