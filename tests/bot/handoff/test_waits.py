"""What is said of the wait, and when nothing is."""

from __future__ import annotations

import pytest

from bot.handoff import hold as holding
from bot.handoff.hold import Hold
from bot.handoff.notices import Notices
from bot.handoff.waits import usual_minutes
from tests.bot.desk.office import words


@pytest.mark.parametrize(
    ("waits", "minutes"),
    [
        ([], None),
        ([60], None),
        ([60, 60], None),
        ([0, 0, 0], 1),
        ([10, 20, 4000], 1),
        ([60, 60, 60], 1),
        ([61, 61, 61], 2),
        ([30, 90, 150, 1200], 2),
        ([600, 90, 30], 2),
        ([1800] * 20, 30),
    ],
)
def test_the_median_rounded_up(waits: list[int], minutes: int | None) -> None:
    assert usual_minutes(waits) == minutes


def test_a_wait_is_from_asking_to_the_agent() -> None:
    asked = holding.ask(Hold("c"), "asked", 100.0)
    assert holding.claim(asked, 1, 160.0).waited(asked) is None  # not the next change
    claimed = holding.replace(holding.claim(asked, 1, 160.0), version=1)
    assert claimed.waited(asked) == 60.0
    assert holding.replace(claimed, version=2).waited(asked) is None
    assert claimed.waited(Hold("c")) is None  # stepped in
    again = holding.requeue(claimed, 1, 200.0)
    assert holding.replace(holding.claim(again, 2, 900.0), version=2).waited(again) is None


@pytest.mark.parametrize("number", [1, 2])
def test_the_minutes_are_counted(number: int) -> None:
    notices = Notices(words().sentence, lambda _: ())
    said = {locale: notices.say(notices.joined(2, number), locale) for locale in ("en_CA", "fr_CA")}
    assert said["en_CA"]["text"].endswith("about 1 minute." if number == 1 else "about 2 minutes.")
    assert said["fr_CA"]["text"].endswith("1 minute." if number == 1 else "2 minutes.")
