"""What the desk's list costs, and that it hears of what a platform has refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from bot.store.outbox import Cursors
from bot.store.transcript import Entry
from tests.bot.desk.office import Browser, Office


@pytest.fixture
def camille(office: Office) -> Browser:
    return office.agent("camille")


@contextmanager
def counting(engine: sa.engine.Engine) -> Iterator[list[str]]:
    """The statements of a block."""
    statements: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    yield statements
    sa.event.remove(engine, "before_cursor_execute", note)


def test_the_queries_of_the_state_do_not_grow_with_it(office: Office, camille: Browser) -> None:
    def asked() -> int:
        with counting(office.engine) as count:
            camille.state()
        return len(count)

    office.hear("bot-0", "hello")
    office.join("waits-0")
    before = asked()
    for number in range(1, 8):
        office.hear(f"bot-{number}", "hello")
        office.join(f"waits-{number}")
    assert asked() == before
    assert len(camille.state()["conversations"]) == 16


def test_a_card_has_its_own_last_entries(office: Office, camille: Browser) -> None:
    for number in range(30):
        for conversation in ("c-1", "c-2"):
            office.hear(conversation, f"{conversation} {number}")
    cards = {card["id"]: card for card in camille.state()["conversations"]}
    assert {id_: card["last"]["text"] for id_, card in cards.items()} == {
        "c-1": "« c-1 29 »",
        "c-2": "« c-2 29 »",
    }


def refuse(office: Office, entry: Entry) -> None:
    office.asked(lambda: Cursors(office.engine).refuse("sms", entry, "blocked"))


def test_what_was_not_delivered_is_marked_and_told(office: Office, camille: Browser) -> None:
    office.join("c-1")
    camille.act("c-1", "claim")
    camille.act("c-1", "messages", text="Hello", id="1")
    socket = office.socket(camille)
    office.loop.run(office.desk.tick())
    entry = office.entries("c-1")[-1]
    refuse(office, entry)
    heard = len(socket.received)
    office.loop.run(office.desk.tick())
    office.until(lambda: ("changed", {}) in socket.received[heard:])
    office.loop.run(office.desk.tick())  # told once
    opened = camille.open("c-1")
    marked = [shown["seq"] for shown in opened["entries"] if shown.get("undelivered")]
    assert marked == [entry.seq]
    assert opened["card"]["undelivered"] == 1
    assert camille.state()["conversations"][0]["undelivered"] == 1
    assert "blocked" not in str(opened)
    office.hear("c-2", "hello")
    office.loop.run(socket.wait_for("entry", lambda told: told["conversation"] == "c-2"))
    assert socket.received[heard:].count(("changed", {})) == 1
