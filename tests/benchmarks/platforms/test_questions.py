from __future__ import annotations

from benchmarks.platforms.questions import LANGUAGES, QUESTIONS


def test_every_question_is_another_in_both_languages() -> None:
    said = {question.said(language) for question in QUESTIONS for language in LANGUAGES}
    assert len(said) == 2 * len(QUESTIONS)


def test_one_person_may_ask_them_all_at_once() -> None:
    """Rates (bot/channels/messaging/assembly.py) would have an answer of their own."""
    assert len(QUESTIONS) < 20
