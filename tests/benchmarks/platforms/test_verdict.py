from __future__ import annotations

import pytest

from benchmarks.platforms.verdict import Verdict, before_a_kill, judged, shown
from tests.fakes.platform import Said

EXPECTED = ["one", "two", "three"]


@pytest.mark.parametrize(
    ("seen", "verdict"),
    [
        (["one", "two", "three"], Verdict()),
        (["one", "two"], Verdict(lost=1)),
        (["one", "two", "two", "three"], Verdict(doubled=(1.0,))),
        (["one", "two", "two", "two", "three"], Verdict(doubled=(1.0, 2.0))),
        (["one", "two", "three", "three"], Verdict(doubled=(2.0,))),
        (["one", "three", "two"], Verdict(lost=1, wrong=1)),
        (["one", "two", "one", "three"], Verdict(wrong=1)),
        (["one", "sorry", "two", "three"], Verdict(wrong=1)),
        ([], Verdict(lost=3)),
    ],
)
def test_each_answer_is_seen_once_and_in_order(seen: list[str], verdict: Verdict) -> None:
    assert judged(EXPECTED, seen, [float(number) for number in range(len(seen))]) == verdict


def test_an_answer_is_told_by_its_words_and_the_titles_of_its_buttons() -> None:
    assert shown(Said("Yes", (("More", "1.a"),))) == shown(Said("Yes", (("More", "1.b"),)))
    assert shown(Said("Yes", (("More", "1.a"),))) != shown(Said("Yes", (("Less", "1.a"),)))


@pytest.mark.parametrize(
    ("first", "seconds"),
    [(9.5, 0.5), (10.1, -0.1), (8.9, None), (10.3, None), (19.9, 0.1)],
)
def test_what_came_twice_was_under_way_at_a_kill(first: float, seconds: float | None) -> None:
    assert before_a_kill(first, [10.0, 20.0]) == (
        None if seconds is None else pytest.approx(seconds)
    )
