"""Which messages answer the survey, and which come too late."""

from __future__ import annotations

from typing import Any

import pytest

from bot.handoff.commands import payload_of
from bot.handoff.survey import RATES, THANKS, is_answered, is_for, stars_of
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW

BUTTONS = [
    {"title": title, "payload": payload_of(rate)}
    for title, rate in zip(("Very poor", "Poor", "Fair", "Good", "Very good"), RATES, strict=True)
]
ASKED = Entry(3, "c", NOW, "notice", {"text": "…", "buttons": BUTTONS})
OTHER = Entry(4, "c", NOW, "bot", {"text": "…", "buttons": [{"title": "5", "payload": "/x"}]})
BETWEEN = Entry(5, "c", NOW, "customer", {"text": "hm"})
THANKED = Entry(6, "c", NOW, "bot", {"text": "…", "response": THANKS})


def heard(text: str, **told: Any) -> Entry:
    return Entry(9, "c", NOW, "customer", {"text": text}, told=told)


@pytest.mark.parametrize(("channel", "asked"), [("web", False), ("terminal", False), ("sms", True)])
def test_where_it_is_asked(channel: str, asked: bool) -> None:
    assert is_for(channel) == asked


@pytest.mark.parametrize(
    ("typed", "stars"),
    [
        ("1", 1),
        (" 5 ", 5),
        ("GOOD", 4),
        ("la deuxième", 2),
        ("the last one", 5),
        *(
            (other, None)
            for other in ("0", "6", "12", "5 seats", "", "good morning", "/desk_rate_3")
        ),
    ],
)
def test_what_answers_it(typed: str, stars: int | None) -> None:
    assert stars_of(heard(typed), [ASKED, heard(typed)]) == stars


@pytest.mark.parametrize("said", [[], [OTHER], [ASKED, OTHER], [ASKED, BETWEEN]])
def test_later_a_number_or_a_title_is_something_else(said: list[Entry]) -> None:
    assert stars_of(heard("5"), said) is None
    assert stars_of(heard("Good"), said) is None
    assert stars_of(heard("Good", payload=payload_of("rate_4")), said) == 4


def test_it_is_answered_once_each_time_it_is_asked() -> None:
    assert not is_answered([])
    assert not is_answered([ASKED, BETWEEN])
    assert is_answered([ASKED, BETWEEN, THANKED])
    assert not is_answered([ASKED, THANKED, ASKED])
