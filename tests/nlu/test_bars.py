"""The development set against the bars: messages that the model has never seen, both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.understanding import measures
from benchmarks.understanding.messages import VARIETIES, development_set
from benchmarks.understanding.parsed import Parsed, parse_all
from bot.model import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def parsed(model: Path) -> list[Parsed]:
    return parse_all(model, development_set(ROOT))


@pytest.mark.parametrize(
    ("variety", "bar"), zip(VARIETIES, (0.92, 0.92, 0.92, 0.88, 0.92), strict=True)
)
def test_each_variety_is_understood(parsed: list[Parsed], variety: str, bar: float) -> None:
    assert measures.accuracy(p for p in parsed if p.message.variety == variety) >= bar


def test_no_variety_of_one_language_is_left_behind(parsed: list[Parsed]) -> None:
    reached = [
        measures.accuracy(p for p in parsed if p.message.variety == variety)
        for variety in ("en", "fr_CA", "fr_FR")
    ]
    assert max(reached) - min(reached) <= 0.02


def test_no_intent_is_left_behind(parsed: list[Parsed]) -> None:
    assert min(measures.recalls(parsed).values()) >= 0.8


def test_few_are_answered_wrongly_and_most_reach_their_meaning(parsed: list[Parsed]) -> None:
    assert measures.share(parsed, lambda p: p.answered_wrongly) <= 0.04
    assert measures.share(parsed, lambda p: p.reached) >= 0.97


def test_strangers_are_refused_and_customers_are_not(parsed: list[Parsed]) -> None:
    assert measures.out_of_scope_recall(parsed) >= 0.88
    assert measures.customers_refused(parsed) <= 0.03


def test_a_confidence_means_what_it_says(parsed: list[Parsed]) -> None:
    assert measures.calibration_error(parsed) <= 0.05


def test_the_language_is_found(parsed: list[Parsed]) -> None:
    assert measures.language_accuracy(parsed, 4) >= 0.995
    assert measures.language_accuracy(parsed, 1) >= 0.97
