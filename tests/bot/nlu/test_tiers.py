"""Answer, offer meanings, or ask to rephrase."""

from __future__ import annotations

import pytest

from bot.nlu.tiers import Thresholds, decide

OFFERABLE = frozenset({"faq_how_to_add", "faq_proration", "request_quote", "faq_alignment"})
THRESHOLDS = Thresholds(answer=0.7, answer_unoffered=0.4, clarify=0.1, worth_offering=0.05)


def tier(*ranking: tuple[str, float]) -> tuple[str, tuple[str, ...]]:
    decision = decide(ranking, OFFERABLE, THRESHOLDS)
    return decision.tier, decision.offered


def test_sure_enough_is_answered() -> None:
    assert tier(("request_quote", 0.7), ("faq_proration", 0.3)) == ("answer", ())


def test_a_middling_confidence_offers_the_likeliest_meanings() -> None:
    ranking = (
        ("request_quote", 0.4),
        ("faq_proration", 0.3),
        ("thank", 0.2),
        ("faq_how_to_add", 0.06),
        ("faq_alignment", 0.04),
    )
    assert tier(*ranking) == ("clarify", ("request_quote", "faq_proration", "faq_how_to_add"))


def test_what_no_button_stands_for_needs_less() -> None:
    assert tier(("thank", 0.4), ("request_quote", 0.35)) == ("answer", ())


def test_what_is_hardly_likely_is_not_offered() -> None:
    ranking = (("request_quote", 0.65), ("faq_proration", 0.3), ("faq_alignment", 0.01))
    assert tier(*ranking) == ("clarify", ("request_quote", "faq_proration"))


def test_one_meaning_is_no_choice_so_the_next_stands_beside_it() -> None:
    ranking = (("request_quote", 0.5), ("thank", 0.4), ("faq_proration", 0.001))
    assert tier(*ranking) == ("clarify", ("request_quote", "faq_proration"))


@pytest.mark.parametrize(
    "ranking",
    [
        pytest.param((("request_quote", 0.09), ("faq_proration", 0.08)), id="nothing likely"),
        pytest.param((("thank", 0.3), ("greet", 0.3)), id="nothing that a button could say"),
    ],
)
def test_otherwise_the_customer_is_asked_to_rephrase(
    ranking: tuple[tuple[str, float], ...],
) -> None:
    assert tier(*ranking) == ("rephrase", ())
