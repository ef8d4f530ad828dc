"""Who answers what, as it is stored: of two changes at once one happens."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.handoff import hold as holding
from bot.handoff.hold import Hold, NotPossible
from bot.store.holds import Change, Holds
from bot.store.tables import metadata
from tests.bot.channels.conftest import new_engine


@pytest.fixture
def engine() -> sa.engine.Engine:
    return new_engine()


def ask(at: float = 10.0) -> Change:
    return partial(holding.ask, reason="asked", at=at)


def claim(agent: int, at: float = 20.0) -> Change:
    return partial(holding.claim, agent=agent, at=at)


def change(engine: sa.engine.Engine, conversation: str, *changes: Change) -> Hold:
    holds = Holds(engine)
    for one in changes:
        with engine.begin() as connection:
            last = holds.change(connection, conversation, one)
    return last


def test_without_a_row_the_bot_answers(engine: sa.engine.Engine) -> None:
    assert Holds(engine).of("c") == Hold("c")
    assert Holds(engine).with_people() == []


def test_several_are_read_at_once_in_the_order_asked(engine: sa.engine.Engine) -> None:
    second, first = change(engine, "b", ask()), change(engine, "a", ask())
    assert Holds(engine).of_each(["a", "new", "b"]) == [first, Hold("new"), second]
    assert Holds(engine).of_each([]) == []


def test_each_change_is_stored_with_the_next_version(engine: sa.engine.Engine) -> None:
    waiting = change(engine, "c", ask())
    assert waiting == Hold("c", "waiting", since=10.0, asked=10.0, reason="asked", version=1)
    assert Holds(engine).of("c") == waiting
    held = change(engine, "c", claim(7))
    assert held == Hold("c", "held", 7, 20.0, 10.0, "asked", version=2)
    assert Holds(engine).of("c") == held
    assert Holds(engine).of("d") == Hold("d")


def test_what_is_not_possible_changes_nothing(engine: sa.engine.Engine) -> None:
    before = change(engine, "c", ask(), claim(7))
    with pytest.raises(NotPossible):
        change(engine, "c", claim(8))
    assert Holds(engine).of("c") == before


def test_a_transaction_that_fails_changes_nothing(engine: sa.engine.Engine) -> None:
    with pytest.raises(RuntimeError), engine.begin() as connection:
        Holds(engine).change(connection, "c", ask())
        raise RuntimeError
    assert Holds(engine).of("c") == Hold("c")


def test_of_two_changes_from_the_same_version_one_loses(engine: sa.engine.Engine) -> None:
    """As of two processes: the other's comes after what this one has read."""
    change(engine, "c", ask())
    holds = Holds(engine)
    with engine.begin() as connection:

        def late(hold: Hold) -> Hold:
            holds.change(connection, "c", claim(8))
            return holding.claim(hold, 7, 20.0)

        with pytest.raises(NotPossible):
            holds.change(connection, "c", late)
    assert holds.of("c").agent == 8


def test_of_two_first_changes_at_once_one_loses(tmp_path: Path) -> None:
    """Neither has found a row: the table itself takes only one."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'holds.db'}")
    metadata.create_all(engine)
    other = sa.create_engine(engine.url)

    def late(hold: Hold) -> Hold:
        change(other, "c", claim(8))
        return holding.claim(hold, 7, 20.0)

    with pytest.raises((NotPossible, sa.exc.IntegrityError)):
        change(engine, "c", late)
    assert Holds(engine).of("c").agent == 8


def test_the_queue_in_its_order_and_then_what_is_held(engine: sa.engine.Engine) -> None:
    change(engine, "late", ask(at=30.0))
    change(engine, "early", ask(at=10.0))
    change(engine, "held", ask(at=1.0), claim(7))
    change(engine, "first", ask(at=40.0), claim(7), partial(holding.requeue, agent=7, at=50.0))
    change(engine, "gone", ask(), partial(holding.withdraw, at=60.0))
    change(engine, "closed", ask(), partial(holding.close, agent=7, at=60.0))
    found = [(hold.conversation, hold.state) for hold in Holds(engine).with_people()]
    assert found == [
        ("first", "waiting"),
        ("early", "waiting"),
        ("late", "waiting"),
        ("held", "held"),
    ]
