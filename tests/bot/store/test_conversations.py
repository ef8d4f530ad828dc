"""Whose conversation it is, and whether it is over."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.store.conversations import Conversation, Conversations, new_id
from bot.store.tables import conversations as table
from tests.bot.channels.conftest import NOW, new_engine


@pytest.fixture
def engine() -> sa.engine.Engine:
    return new_engine()


@pytest.fixture
def conversations(engine: sa.engine.Engine) -> Conversations:
    return Conversations(engine, lambda: NOW)


def test_ids_are_long_and_different() -> None:
    ids = {new_id() for _ in range(100)}
    assert len(ids) == 100
    assert {len(one) for one in ids} == {32}


def test_one_without_a_row_is_nobodys_and_open(conversations: Conversations) -> None:
    assert conversations.of("c-1") == Conversation("c-1", None, ended=False, delivered=0)


def test_one_that_begins_has_a_row(conversations: Conversations, engine: sa.engine.Engine) -> None:
    conversations.begin("c-1", "web", None)
    with engine.connect() as connection:
        (row,) = connection.execute(sa.select(table)).mappings()
    assert dict(row) == {
        "id": "c-1",
        "channel": "web",
        "account": None,
        "began": NOW.timestamp(),
        "ended": None,
        "delivered": 0,
        "peer": None,
    }


def test_the_first_account_keeps_it(conversations: Conversations) -> None:
    for account in (None, "demo-lyon", None, "demo-boston"):
        conversations.begin("c-1", "web", account)
    assert conversations.of("c-1").account == "demo-lyon"
    assert conversations.of("c-2").account is None


def test_it_ends_once(conversations: Conversations, engine: sa.engine.Engine) -> None:
    conversations.begin("c-1", "web", None)
    conversations.begin("c-2", "web", None)
    conversations.end("c-1")
    Conversations(engine, lambda: NOW.replace(year=2030)).end("c-1")
    assert conversations.of("c-1").ended
    assert not conversations.of("c-2").ended
    with engine.connect() as connection:
        query = sa.select(table.c.ended).where(table.c.id == "c-1")
        assert connection.execute(query).scalar() == NOW.timestamp()


def test_beginning_again_does_not_open_it(conversations: Conversations) -> None:
    conversations.begin("c-1", "web", None)
    conversations.end("c-1")
    conversations.begin("c-1", "web", "demo-lyon")
    assert conversations.of("c-1").ended


def test_what_was_delivered_only_grows(conversations: Conversations) -> None:
    conversations.begin("c-1", "web", None)
    for seq in (5, 3, 7, 6):
        conversations.deliver("c-1", seq)
    assert conversations.of("c-1").delivered == 7


def test_nothing_is_made_for_one_that_is_not_there(
    conversations: Conversations, engine: sa.engine.Engine
) -> None:
    conversations.end("c-1")
    conversations.deliver("c-1", 5)
    with engine.connect() as connection:
        assert connection.execute(sa.select(table)).all() == []
