from __future__ import annotations

import pytest

from bot.nlu.entities.dates import words


@pytest.mark.parametrize(
    ("word", "number"),
    [("3", 3), ("3rd", 3), ("1er", 1), ("third", 3), ("twenty-one", 21), ("vingt et un", 21)],
)
def test_the_number_of_a_day(word, number):
    assert words.number_of(word) == number


@pytest.mark.parametrize(("word", "month"), [("mars", 3), ("sept.", 9), ("december", 12)])
def test_the_number_of_a_month(word, month):
    assert words.month_of(word) == month


def test_both_languages_name_twelve_months_and_seven_days():
    assert set(words.MONTHS.values()) == set(range(1, 13))
    assert set(words.WEEKDAYS.values()) == set(range(1, 8))
    assert len(words.WEEKDAYS) == 14
