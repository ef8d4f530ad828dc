from __future__ import annotations

from typing import Any

import pytest

from actions.quotes.changes import changed
from actions.quotes.wanted import Wanted


@pytest.mark.parametrize(
    ("kept", "change", "wanted"),
    [
        (Wanted(8), {"plus": 3}, Wanted(11)),
        (Wanted(8), {"plus": -1}, Wanted(7)),
        (Wanted(8), {"times": "2"}, Wanted(16)),
        (Wanted(8), {"times": "0.5"}, Wanted(4)),
        (Wanted(2, 12), {"plus": 3}, Wanted(5, 15)),
        (Wanted(2, 12), {"times": "2"}, Wanted(4, 14)),
    ],
)
def test_the_number_of_the_draft_is_changed(kept: Wanted, change: Any, wanted: Wanted) -> None:
    assert changed(kept, change, "that", 10) == (wanted, [])


@pytest.mark.parametrize(
    ("kept", "change", "text", "wanted"),
    [
        (Wanted(), {"times": "2"}, "double it", Wanted(10, 20)),
        (Wanted(3), {"times": "2"}, "doubler le nombre de postes", Wanted(10, 20)),
        (Wanted(), {"times": "1.5"}, "half as many again", Wanted(5, 15)),
    ],
)
def test_without_one_the_seats_there_are_are_multiplied(
    kept: Wanted, change: Any, text: str, wanted: Wanted
) -> None:
    assert changed(kept, change, text, 10) == (wanted, [])


def test_without_any_number_it_is_asked_for() -> None:
    for change in ({"times": "2"}, {"times": "0.5"}, {"plus": -1}):
        assert changed(Wanted(), change, "that", None) == (Wanted(), [])
    for change in ({"times": "2"}, {"plus": 1}):
        assert changed(Wanted((3, 5)), change, "that", None) == (Wanted(), [])


def test_three_more_on_top_of_nothing_are_three() -> None:
    assert changed(Wanted(), {"plus": 3}, "3 more on top", 10) == (Wanted(3), [])


@pytest.mark.parametrize(
    ("kept", "change", "there", "response"),
    [
        (Wanted(3), {"times": "0.5"}, 10, "utter_seats_not_whole"),
        (Wanted(), {"times": "1.5"}, 9, "utter_seats_not_whole"),
        (Wanted(1), {"plus": -1}, 10, "utter_seats_fewest"),
        (Wanted(2), {"plus": -5}, 10, "utter_seats_fewest"),
        (Wanted(), {"times": "0.5"}, 10, "utter_seats_no_more"),
        (Wanted(3), {"times": "NaN"}, 10, "utter_seats_not_whole"),
    ],
)
def test_what_cannot_be_quoted_is_said(
    kept: Wanted, change: Any, there: int, response: str
) -> None:
    wanted, remarks = changed(kept, change, "that", there)
    assert (wanted, [remark.response for remark in remarks]) == (Wanted(), [response])


@pytest.mark.parametrize("change", [None, 3, {}, {"plus": "3"}, {"times": 2}, {"times": "x"}])
def test_a_change_of_another_shape_changes_nothing(change: Any) -> None:
    assert changed(Wanted(8), change, "that", 10) == (Wanted(8), [])
