"""The figures of the report, on a handful of messages whose outcome is known."""

from __future__ import annotations

import math

import pytest

from benchmarks.understanding import measures
from benchmarks.understanding.messages import Labelled
from benchmarks.understanding.parsed import Parsed


def item(
    meant: str,
    understood: str,
    tier: str = "answer",
    confidence: float = 0.9,
    offered: tuple[str, ...] = (),
    text: str = "one two three four",
    variety: str = "en",
    language: str = "en",
) -> Parsed:
    message = Labelled(text, meant, "en", variety)
    return Parsed(message, understood, confidence, tier, offered, language)


RIGHT = item("faq_proration", "faq_proration")
WRONG = item("faq_proration", "request_quote")
OFFERED = item("faq_proration", "request_quote", "clarify", 0.4, ("request_quote", "faq_proration"))
MISSED = item("faq_proration", "request_quote", "clarify", 0.4, ("request_quote", "faq_benefits"))
REPHRASED = item("faq_proration", "faq_proration", "rephrase", 0.2)
REFUSED = item("faq_proration", "out_of_scope")
STRANGER = item("out_of_scope", "out_of_scope")
TAKEN_IN = item("out_of_scope", "request_quote")
UNSURE = item("out_of_scope", "request_quote", "rephrase", 0.2)


def test_accuracy_counts_the_likeliest_intent_whatever_the_tier() -> None:
    assert measures.accuracy([RIGHT, WRONG, REPHRASED, OFFERED]) == 0.5


def test_answered_wrongly_is_a_wrong_answer_not_a_wrong_offer() -> None:
    assert [p.answered_wrongly for p in (RIGHT, WRONG, OFFERED, MISSED)] == [
        False,
        True,
        False,
        False,
    ]


def test_reached_is_the_answer_or_one_of_the_buttons() -> None:
    reached = [p.reached for p in (RIGHT, WRONG, OFFERED, MISSED, REPHRASED)]
    assert reached == [True, False, True, False, False]


def test_a_stranger_is_recognised_by_refusing_or_asking_back() -> None:
    assert measures.out_of_scope_recall([STRANGER, TAKEN_IN, UNSURE, RIGHT]) == pytest.approx(2 / 3)


def test_a_customer_is_refused_only_by_a_refusal() -> None:
    assert measures.customers_refused([REFUSED, RIGHT, REPHRASED, WRONG, STRANGER]) == 0.25


def test_recalls_come_worst_first() -> None:
    assert list(measures.recalls([RIGHT, WRONG, STRANGER]).items()) == [
        ("faq_proration", 0.5),
        ("out_of_scope", 1.0),
    ]


def test_confusions_are_counted_by_pair() -> None:
    assert measures.confusions([WRONG, WRONG, REFUSED, RIGHT]) == [
        (("faq_proration", "request_quote"), 2),
        (("faq_proration", "out_of_scope"), 1),
    ]


def test_calibration_error_weighs_each_bin_by_its_messages() -> None:
    sure = [item("a", "a", confidence=0.95)] * 3 + [item("a", "b", confidence=0.95)]
    unsure = [item("a", "a", confidence=0.45), item("a", "b", confidence=0.45)]
    expected = (4 * abs(0.95 - 0.75) + 2 * abs(0.45 - 0.5)) / 6
    assert measures.calibration_error(sure + unsure) == pytest.approx(expected)
    assert [count for _, _, count in measures.reliability(sure + unsure)] == [2, 4]


def test_a_confidence_of_one_has_a_bin() -> None:
    assert measures.reliability([item("a", "a", confidence=1.0)]) == [(1.0, 1.0, 1)]


def test_language_leaves_out_what_is_mixed_or_too_short() -> None:
    parsed = [
        item("a", "a"),
        item("a", "a", language="fr"),
        item("a", "a", language="fr", variety="mixed"),
        item("a", "a", language="fr", text="5 ok"),
    ]
    assert measures.language_accuracy(parsed, 4) == 0.5
    assert measures.language_accuracy(parsed, 1) == pytest.approx(1 / 3)


def test_a_share_of_nothing_is_not_a_number() -> None:
    assert math.isnan(measures.accuracy([]))
