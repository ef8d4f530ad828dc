"""A machine that answers our answers is left alone in the end, whatever it says."""

from __future__ import annotations

import pytest
from prometheus_client import REGISTRY

from bot.channels.messaging.rates import A_PERSON, AN_HOUR, Rates, rates
from tests.bot.channels.messaging.harness import Chat
from tests.bot.channels.messaging.toy import FakeToy
from tests.bot.channels.web.harness import Time

GAP = 3.0


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def judged(time: Time) -> Rates:
    return rates(lambda: time.seconds)


def verdicts(judged: Rates, time: Time, count: int, *, with_people: bool = False) -> list[str]:
    """Of messages that nobody could call too fast."""
    found: list[str] = []
    for _ in range(count):
        found.append(judged.judge("anna", lambda: with_people))
        time.pass_by(GAP)
    return found


def loops() -> float:
    return REGISTRY.get_sample_value("prorata_refused_total", {"reason": "loop"}) or 0.0


def test_who_is_too_fast_is_told_once_a_minute(judged: Rates) -> None:
    found = [judged.judge("anna", lambda: False) for _ in range(A_PERSON.burst + 3)]
    assert found == ["hear"] * A_PERSON.burst + ["warn", "drop", "drop"]
    assert judged.judge("ben", lambda: False) == "hear"


def test_so_many_answers_an_hour_then_one_last_word(judged: Rates, time: Time) -> None:
    before = loops()
    found = verdicts(judged, time, 200)
    # What an hour gives back is given back bit by bit, and one a minute is no loop.
    regained = int(200 * GAP * AN_HOUR.per_second)
    assert found.index("warn") <= AN_HOUR.burst + regained
    assert found.count("warn") == 1
    assert found.count("hear") <= AN_HOUR.burst + regained
    assert loops() - before == 200 - found.count("hear")


def test_after_an_hour_they_are_heard_again(judged: Rates, time: Time) -> None:
    verdicts(judged, time, 200)
    time.pass_by(3600)
    assert verdicts(judged, time, AN_HOUR.burst) == ["hear"] * AN_HOUR.burst


def test_what_is_written_to_people_does_not_count(judged: Rates, time: Time) -> None:
    assert set(verdicts(judged, time, 200, with_people=True)) == {"hear"}
    assert verdicts(judged, time, AN_HOUR.burst) == ["hear"] * AN_HOUR.burst


def test_a_machine_whose_words_change_is_told_and_then_left_alone(chat: Chat, toy: FakeToy) -> None:
    """It says nothing but in answer to us, as machines do."""
    sent = 0
    while len(toy.seen_by("Anna")) == sent:
        sent += 1
        chat.time.pass_by(GAP)
        toy.write("Anna", f"I am away, ticket {sent}")
        chat.quiet()
    assert AN_HOUR.burst < sent <= AN_HOUR.burst + 6
    problems = [entry.told.get("problem") for entry in chat.bot.heard]
    assert problems == [None] * (len(problems) - 1) + ["too_fast"]
