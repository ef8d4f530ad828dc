"""That a customer writes is passed on for their own conversation, and not too often."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from bot.store.tables import transcript
from tests.bot.channels.web.harness import Web


def test_it_is_passed_on_and_not_stored(web: Web) -> None:
    widget = web.tab()
    widget.answer_to("hello")
    before = rows(web)
    assert widget.call("typing", {"on": True}) == {}
    assert widget.call("typing", {"on": False}) == {}
    conversation = web.bot.heard[-1].conversation
    assert web.bot.typing == [(conversation, True), (conversation, False)]
    assert rows(web) == before


@pytest.mark.parametrize("data", [None, {}, {"on": 1}, {"on": "true"}, {"on": None}, "x", []])
def test_what_makes_no_sense_is_refused(web: Web, data: Any) -> None:
    widget = web.tab()
    assert widget.call("typing", data)["refused"] == "invalid"
    assert web.bot.typing == []


def test_without_a_session_it_is_refused(web: Web) -> None:
    assert web.widget().call("typing", {"on": True})["refused"] == "no_session"
    assert web.bot.typing == []


def test_no_other_conversation_can_be_named(web: Web) -> None:
    victim, widget = web.tab(), web.tab()
    victim.answer_to("hello")
    theirs = web.bot.heard[-1].conversation
    widget.call("typing", {"on": True, "conversation": theirs, "session_id": victim.token})
    assert theirs not in {conversation for conversation, _ in web.bot.typing}


def test_a_conversation_that_is_over_is_not_written_in(web: Web) -> None:
    widget = web.tab()
    widget.answer_to("hello")
    web.conversations.end(web.bot.heard[-1].conversation)
    assert widget.call("typing", {"on": True}) == {}
    assert web.bot.typing == []


def test_too_much_of_it_is_left_out_and_takes_nothing_from_what_is_said(web: Web) -> None:
    tabs = [web.tab()]
    tabs[0].answer_to("hello")
    tabs += [web.tab(session_id=tabs[0].token) for _ in range(2)]
    for tab in tabs:
        for _ in range(10):
            assert tab.call("typing", {"on": True}) == {}
    assert len(web.bot.typing) == 10
    assert "seq" in tabs[0].say("still heard")
    web.time.pass_by(2)
    tabs[0].call("typing", {"on": True})
    assert len(web.bot.typing) == 11


def rows(web: Web) -> int:
    def count() -> int:
        with web.engine.connect() as connection:
            return connection.execute(
                sa.select(sa.func.count()).select_from(transcript)
            ).scalar_one()

    async def ask() -> int:
        return count()

    counted: int = web.loop.run(ask())
    return counted
