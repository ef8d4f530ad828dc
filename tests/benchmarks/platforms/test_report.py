from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.platforms.crowd import Outcome
from benchmarks.platforms.fuzz import Fuzz
from benchmarks.platforms.kills import Kills
from benchmarks.platforms.report import Measured, missed, page

OUTCOME = Outcome(
    sent=100,
    unheard=0,
    disordered=0,
    lost=0,
    wrong=0,
    doubled=(),
    broken=0,
    acknowledged=[0.01] * 90 + [0.1] * 10,
    answered=[0.05] * 90 + [0.2] * 10,
    seconds=4.0,
    statuses={200: 105, None: 7},
    copies=5,
    is_quiet=True,
)
FUZZ = Fuzz(
    warmed=500,
    calls=3000,
    statuses={200: 17_900, 401: 100},
    stored=9000,
    tracebacks=0,
    before=800.0,
    after=808.0,
    is_quiet=True,
)
GOOD = Measured(
    people=60,
    a_second=20,
    load=0.1,
    even=OUTCOME,
    at_once=OUTCOME,
    kills=Kills(30, 5, replace(OUTCOME, doubled=(1.0, 2.0)), (0.03, 0.25)),
    fuzz=FUZZ,
)


def test_the_page_says_what_was_measured() -> None:
    written = page(date(2026, 11, 26), {"processor": "2 cores"}, GOOD)
    for line in (
        "acknowledgement: p50, p95 (bar: p95 < 1 s) | 10 ms, 100 ms | 10 ms, 100 ms |",
        "| messages a second, until the last is answered | | 25 |",
        "| kills, of which while it was starting | 30, 5 | |",
        "| 100 of 60; 7, 5 | |",
        "| answers that the platform took twice; not in the last second before a kill | 2; 0 | ; 0 |",
        "| longest time between such an answer and the kill | 0.25 s | 1 s |",
        "| resident memory of the bot, before and after | 800 MB, 808 MB: +1.0% | ≤ 5 % |",
        "**All bars are reached.**",
    ):
        assert line in written


@pytest.mark.parametrize(
    ("changes", "bar"),
    [
        ({"even": replace(OUTCOME, wrong=1)}, "answers without kills"),
        ({"at_once": replace(OUTCOME, doubled=(1.0,))}, "answers without kills"),
        ({"even": replace(OUTCOME, acknowledged=[2.0] * 9)}, "acknowledgements"),
        (
            {"at_once": replace(OUTCOME, acknowledged=[2.0] * 9)},
            "acknowledgements when all write at once",
        ),
        ({"kills": Kills(3, 1, replace(OUTCOME, unheard=1), ())}, "messages not heard once"),
        ({"kills": Kills(3, 1, replace(OUTCOME, lost=1), ())}, "messages not answered once"),
        (
            {"kills": Kills(3, 1, replace(OUTCOME, doubled=(1.0,)), ())},
            "answers that came twice without a kill",
        ),
        ({"kills": Kills(3, 1, replace(OUTCOME, broken=1), ())}, "the platforms' rules"),
        (
            {"kills": Kills(3, 1, replace(OUTCOME, is_quiet=False), ())},
            "everything answered in time",
        ),
        ({"fuzz": replace(FUZZ, statuses={500: 1})}, "5xx"),
        ({"fuzz": replace(FUZZ, statuses={None: 1})}, "5xx"),
        ({"fuzz": replace(FUZZ, tracebacks=1)}, "stack traces"),
        ({"fuzz": replace(FUZZ, after=841.0)}, "memory"),
    ],
)
def test_the_page_says_which_bars_are_missed(changes: dict[str, object], bar: str) -> None:
    measured = replace(GOOD, **changes)
    assert missed(measured) == [bar]
    assert f"**Not reached: {bar}.**" in page(date(2026, 11, 26), {"processor": "x"}, measured)


def test_nothing_is_missed_where_all_is_well() -> None:
    assert missed(GOOD) == []
