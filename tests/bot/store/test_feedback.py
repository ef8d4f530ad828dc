"""Judgements of answers that were given, and ratings; the last word counts."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from bot.store.feedback import Feedback
from bot.store.tables import feedback as judgements
from bot.store.tables import ratings
from bot.store.transcript import Transcript
from tests.bot.channels.conftest import NOW, new_engine


@pytest.fixture
def engine() -> sa.engine.Engine:
    """Entry 1 is the customer's, 2 the bot's."""
    engine = new_engine()
    transcript = Transcript(engine, lambda: NOW)
    heard, _ = transcript.hear("c-1", {"text": "hi"}, {})
    transcript.apologise(heard, [{"text": "Hello!"}], "en")
    return engine


@pytest.fixture
def feedback(engine: sa.engine.Engine) -> Feedback:
    return Feedback(engine, lambda: NOW)


def rows(engine: sa.engine.Engine, table: sa.Table) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.select(table))]


def test_an_answer_is_judged(engine: sa.engine.Engine, feedback: Feedback) -> None:
    assert feedback.judge("c-1", 2, helpful=True)
    assert rows(engine, judgements) == [("c-1", 2, True, NOW.timestamp())]
    assert feedback.judge("c-1", 2, helpful=False)
    assert rows(engine, judgements) == [("c-1", 2, False, NOW.timestamp())]


@pytest.mark.parametrize(("conversation", "seq"), [("c-1", 1), ("c-1", 3), ("c-2", 2), ("", 2)])
def test_only_answers_of_the_conversation_are(
    engine: sa.engine.Engine, feedback: Feedback, conversation: str, seq: int
) -> None:
    assert not feedback.judge(conversation, seq, helpful=True)
    assert rows(engine, judgements) == []


def test_a_conversation_has_one_rating(engine: sa.engine.Engine, feedback: Feedback) -> None:
    feedback.rate("c-1", 2, "slow")
    feedback.rate("c-2", 3, None)
    feedback.rate("c-1", 5, None)
    assert sorted(rows(engine, ratings)) == [
        ("c-1", 5, None, NOW.timestamp()),
        ("c-2", 3, None, NOW.timestamp()),
    ]
