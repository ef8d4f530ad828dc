"""Notes, tickets, and who wrote lately."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from bot.store.desk import DeskStore, Filing, Kind, Note, Ticket
from bot.store.transcript import Transcript
from tests.bot.channels.conftest import NOW, new_engine
from tests.bot.desk.conftest import Time

START = NOW.timestamp()


@pytest.fixture
def engine() -> sa.engine.Engine:
    return new_engine()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def desk(engine: sa.engine.Engine, time: Time) -> DeskStore:
    return DeskStore(engine, time)


def add(
    engine: sa.engine.Engine, desk: DeskStore, conversation: str, kind: Kind = "callback"
) -> None:
    details: dict[str, Any] = {"name": "Zoé « Z »", "window": {"from": "…"}, "email": None}
    with engine.begin() as connection:
        desk.add_ticket(connection, conversation, kind, details)


def test_notes_are_of_their_conversation_in_their_order(desk: DeskStore, time: Time) -> None:
    desk.add_note("c", 1, "first")
    desk.add_note("d", 1, "another")
    time.move(5)
    desk.add_note("c", 2, "l’œuvre 👍🏽\n<b>")
    assert desk.notes_of("c") == [
        Note(1, 1, START, "first"),
        Note(3, 2, START + 5, "l’œuvre 👍🏽\n<b>"),
    ]
    assert desk.notes_of("e") == []


def test_a_ticket_is_due_until_it_is_done(engine: sa.engine.Engine, desk: DeskStore) -> None:
    add(engine, desk, "c")
    details = {"name": "Zoé « Z »", "window": {"from": "…"}, "email": None}
    assert desk.tickets_since(START + 1) == [Ticket(1, "c", "callback", "due", START, details)]
    assert desk.set_ticket(1, "tried")
    assert [ticket.state for ticket in desk.tickets_since(START + 1)] == ["tried"]
    assert desk.set_ticket(1, "done")
    assert desk.tickets_since(START + 1) == []
    assert [ticket.state for ticket in desk.tickets_since(START)] == ["done"]


def test_the_oldest_ticket_comes_first(
    engine: sa.engine.Engine, desk: DeskStore, time: Time
) -> None:
    for conversation in ("b", "a", "c"):
        add(engine, desk, conversation, "message")
        time.move(1)
    assert [ticket.conversation for ticket in desk.tickets_since(0)] == ["b", "a", "c"]


def test_a_ticket_that_is_not_there_is_not_set(desk: DeskStore) -> None:
    assert not desk.set_ticket(1, "done")


def test_a_ticket_is_stored_with_what_tells_of_it(
    engine: sa.engine.Engine, desk: DeskStore
) -> None:
    with pytest.raises(RuntimeError), engine.begin() as connection:
        desk.add_ticket(connection, "c", "callback", {})
        raise RuntimeError
    assert desk.tickets_since(0) == []


def test_who_wrote_lately_the_last_first(
    engine: sa.engine.Engine, desk: DeskStore, time: Time
) -> None:
    transcript = Transcript(engine, time)

    def hear(conversation: str) -> None:
        transcript.hear(conversation, {"text": "…"}, {})
        time.move(10)

    for conversation in ("old", "a", "b", "a"):
        hear(conversation)
    with engine.begin() as connection:
        transcript.say(connection, [{"text": "…"}], "en", conversation="bot alone")
    assert desk.written_since(START + 1, 10) == ["a", "b"]
    assert desk.written_since(START, 10) == ["a", "b", "old"]
    assert desk.written_since(START, 1) == ["a"]


def test_a_ticket_that_is_withdrawn_is_shown_until_it_is_done(
    engine: sa.engine.Engine, desk: DeskStore
) -> None:
    add(engine, desk, "c")
    assert desk.open_ticket("c", "callback") == desk.open_ticket("c", None)
    assert desk.open_ticket("c", "message") is None
    with engine.begin() as connection:
        desk.file(connection, "c", Filing("callback", None, 1))
    assert [ticket.state for ticket in desk.tickets_since(START + 1)] == ["dropped"]
    assert desk.open_ticket("c", None) is None
    assert not desk.set_ticket(1, "tried")
    assert desk.set_ticket(1, "done")
    assert desk.tickets_since(START + 1) == []


def test_a_change_of_a_ticket_that_is_done_is_a_new_one(
    engine: sa.engine.Engine, desk: DeskStore
) -> None:
    add(engine, desk, "c")
    desk.set_ticket(1, "tried")
    for topic in ("one", "two"):
        with engine.begin() as connection:
            desk.file(connection, "c", Filing("callback", {"topic": topic}, 1))
        desk.set_ticket(1, "done")
    shown = [(ticket.id, ticket.state, ticket.details) for ticket in desk.tickets_since(0)]
    assert shown == [(1, "done", {"topic": "one"}), (2, "due", {"topic": "two"})]
