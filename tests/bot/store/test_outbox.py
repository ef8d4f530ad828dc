"""How far a conversation was carried, and what was refused on the way."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.store.outbox import Cursor, Cursors
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import NOW, new_engine


@pytest.fixture
def engine() -> Engine:
    return new_engine()


@pytest.fixture
def cursors(engine: Engine) -> Cursors:
    return Cursors(engine)


def say(engine: Engine, conversation: str, *texts: str) -> list[Entry]:
    transcript = Transcript(engine, lambda: NOW)
    with engine.begin() as connection:
        bodies = [{"text": text} for text in texts]
        return transcript.say(connection, bodies, "en", conversation=conversation)


def test_nothing_was_carried_at_first(cursors: Cursors) -> None:
    assert cursors.of("slack", "c-1") == Cursor(0, 0)


def test_steps_and_entries(cursors: Cursors) -> None:
    cursors.move("slack", "c-1", 4)
    cursors.step("slack", "c-1", 2)
    assert cursors.of("slack", "c-1") == Cursor(4, 2)
    cursors.move("slack", "c-1", 9)
    assert cursors.of("slack", "c-1") == Cursor(9, 0)


def test_each_side_and_each_conversation_has_its_own(cursors: Cursors) -> None:
    cursors.move("slack", "c-1", 4)
    cursors.move("slack", "c-2", 5)
    cursors.move("desk", "c-1", 6)
    assert [
        cursors.of(*one).seq for one in (("slack", "c-1"), ("slack", "c-2"), ("desk", "c-1"))
    ] == [4, 5, 6]


def test_what_has_begun_does_not_begin_again(engine: Engine, cursors: Cursors) -> None:
    (entry,) = say(engine, "c-1", "hello")
    cursors.begin("slack", "c-1")
    assert cursors.behind("slack") == ["c-1"]
    cursors.move("slack", "c-1", entry.seq)
    cursors.begin("slack", "c-1")
    assert cursors.of("slack", "c-1") == Cursor(entry.seq)


def test_who_is_behind(engine: Engine, cursors: Cursors) -> None:
    done, _ = say(engine, "c-1", "one", "two")
    (all_done,) = say(engine, "c-2", "three")
    say(engine, "c-3", "nobody carries this one")
    cursors.begin("slack", "c-4")
    cursors.move("slack", "c-1", done.seq)
    cursors.move("slack", "c-2", all_done.seq)
    cursors.move("desk", "c-2", done.seq)
    assert cursors.behind("slack") == ["c-1"]
    assert cursors.behind("desk") == ["c-2"]
    assert cursors.behind("telegram") == []


def test_who_is_behind_with_something_new(engine: Engine, cursors: Cursors) -> None:
    assert cursors.latest() == 0
    cursors.begin("slack", "c-1")
    cursors.begin("slack", "c-2")
    (first,), (second,) = say(engine, "c-1", "one"), say(engine, "c-2", "two")
    assert cursors.latest() == second.seq
    assert cursors.behind_since("slack", 0) == {"c-1", "c-2"}
    assert cursors.behind_since("slack", first.seq) == {"c-2"}
    assert cursors.behind_since("slack", second.seq) == set()
    assert cursors.behind_since("desk", 0) == set()
    cursors.move("slack", "c-2", second.seq)
    assert cursors.behind_since("slack", first.seq) == set()


def test_what_is_refused_is_passed(engine: Engine, cursors: Cursors) -> None:
    one, two = say(engine, "c-1", "one", "two")
    cursors.begin("slack", "c-1")
    cursors.refuse("slack", one, "HTTP 400")
    assert cursors.of("slack", "c-1") == Cursor(one.seq)
    cursors.step("slack", "c-1", 1)
    cursors.refuse("slack", two, "x" * 500)
    assert cursors.of("slack", "c-1") == Cursor(two.seq)
    assert cursors.refused("c-1") == {one.seq: "HTTP 400", two.seq: "x" * 120}
    assert cursors.refused("c-2") == {}


def test_what_has_failed_may_be_refused_too(engine: Engine, cursors: Cursors) -> None:
    (entry,) = say(engine, "c-1", "one")
    cursors.begin("slack", "c-1")
    assert cursors.fail("slack", entry, "the first piece has not arrived")
    cursors.refuse("slack", entry, "HTTP 400")
    assert not cursors.fail("slack", entry, "nor the second")
    assert cursors.of("slack", "c-1") == Cursor(entry.seq)
    assert cursors.refused("c-1") == {entry.seq: "the first piece has not arrived"}


def test_a_refusal_and_its_cursor_are_one(engine: Engine, cursors: Cursors) -> None:
    (entry,) = say(engine, "c-1", "one")
    cursors.begin("slack", "c-1")

    def fail(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith("UPDATE carried"):
            raise sa.exc.OperationalError(statement, {}, Exception("disk full"))

    sa.event.listen(engine, "before_cursor_execute", fail)
    with pytest.raises(sa.exc.OperationalError):
        cursors.refuse("slack", entry, "HTTP 400")
    sa.event.remove(engine, "before_cursor_execute", fail)
    assert cursors.refused("c-1") == {}
    cursors.refuse("slack", entry, "HTTP 400")
    assert cursors.refused("c-1") == {entry.seq: "HTTP 400"}
