"""Two things at once, one test for each pair: what a customer must never see of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.handoff.commands import PAYLOADS
from bot.store.transcript import Entry
from tests.bot.handoff.proofs import check_at_rest
from tests.bot.handoff.world import MOST, World

JOIN = {"payload": PAYLOADS["join"]}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path / "prorata.db")
    yield world
    world.close()


def hear(world: World, text: str, message_id: str, conversation: str = "c", **more: Any) -> Entry:
    heard = world.hear(conversation, text, message_id, **more)
    world.idle()
    return heard


def do(world: World, *works: Any) -> None:
    for work in works:
        world.run(work)
        world.idle()
    assert world.failures == []


def finish(world: World, outcome: Any = "two") -> None:
    world.bot.waiting()[0].outcome.set_result(outcome)
    world.idle()


@contextmanager
def broken(engine: sa.engine.Engine) -> Iterator[None]:
    def fail(*_: Any) -> None:
        raise sa.exc.OperationalError("", {}, Exception("disk full"))

    sa.event.listen(engine, "before_cursor_execute", fail)
    yield
    sa.event.remove(engine, "before_cursor_execute", fail)


def told(world: World, conversation: str = "c") -> list[str]:
    """To the customer: who, and what."""
    shown = world.widgets.shown[conversation]
    return [f"{entry.author} {entry.body.get('response', '')}".strip() for entry in shown]


def rest(world: World) -> None:
    assert world.failures == []
    for conversation in world.widgets.shown:
        check_at_rest(world, conversation)


def test_an_answer_in_flight_is_thrown_away_when_an_agent_steps_in(world: World) -> None:
    hear(world, "how much?", "1")
    do(world, world.agents.claim("c", 1))
    finish(world)
    assert told(world) == ["notice utter_agent_joined"]
    rest(world)


@pytest.mark.parametrize("deed", ["hand_back", "close"])
def test_also_when_the_agent_has_left_again(world: World, deed: str) -> None:
    """The agent has seen the question, and decided that it is dealt with."""
    hear(world, "how much?", "1")
    do(world, world.agents.claim("c", 1), getattr(world.agents, deed)("c", 1))
    finish(world)
    assert [word for word in told(world) if word.startswith("bot")] == []
    rest(world)


def test_what_was_written_to_an_agent_is_not_answered_by_the_bot_later(world: World) -> None:
    hear(world, "how much?", "1")
    do(world, world.agents.claim("c", 1))
    hear(world, "are you there?", "2")
    do(world, world.agents.hand_back("c", 1))
    finish(world)
    assert world.bot.waiting() == []
    hear(world, "and now?", "3")
    finish(world)
    assert told(world)[-2:] == ["bot utter_echo", "bot utter_more"]
    rest(world)


def test_what_is_written_to_an_agent_who_just_leaves_is_the_agents(world: World) -> None:
    """Nor does the bot begin a turn beside another one."""
    hear(world, "please", "1", **JOIN)
    do(world, world.agents.claim("c", 1))
    world.hear("c", "are you there?", "2")
    world.run(world.agents.hand_back("c", 1))  # while the message is on its way to the desk
    world.idle()
    hear(world, "how much?", "3")
    assert len(world.bot.waiting()) == 1
    finish(world)
    rest(world)


def test_a_bot_that_fails_says_nothing_in_what_an_agent_holds(world: World) -> None:
    hear(world, "how much?", "1")
    do(world, world.agents.claim("c", 1))
    finish(world, "fail")
    assert told(world) == ["notice utter_agent_joined"]
    rest(world)


def test_a_greeting_in_flight_is_thrown_away_too(world: World) -> None:
    world.greet("c")
    world.idle()
    hear(world, "how much?", "1")
    do(world, world.agents.claim("c", 1))
    finish(world)
    assert told(world) == ["notice utter_agent_joined"]
    rest(world)


def test_a_place_is_told_only_to_those_who_still_wait(world: World) -> None:
    for number in (1, 2, 3):
        hear(world, "please", "1", f"c-{number}", **JOIN)
    do(world, world.patience.tick(), world.agents.claim("c-1", 1))
    world.run(world.patience.tick())  # while c-2 is told, c-3 gets an agent
    do(world, world.agents.claim("c-3", 2))
    assert told(world, "c-2")[-1] == "notice utter_queue_next"
    assert told(world, "c-3")[-1] == "notice utter_agent_joined"
    rest(world)


def test_what_is_stored_first_is_sent_first(world: World) -> None:
    """Sending takes a while, and others come in between."""
    hear(world, "how much?", "1")
    world.bot.waiting()[0].outcome.set_result("two")
    do(world, world.agents.claim("c", 1))
    assert told(world) == ["bot utter_echo", "bot utter_more", "notice utter_agent_joined"]
    rest(world)


def test_what_is_left_is_not_taken_twice_while_it_waits_for_its_turn(world: World) -> None:
    """An answer may take longer than until what is left is tried again."""
    for message_id in ("1", "2"):
        hear(world, "how much?", message_id)
    world.kill()
    world.start()
    for _ in range(2):
        world.resume()
        world.idle()
    while world.bot.waiting():
        finish(world, "hand over")
    assert told(world) == ["bot utter_hand_over_complex"] * 2
    rest(world)


def test_what_could_not_be_answered_is_tried_again_with_what_came_after(world: World) -> None:
    for message_id in ("1", "2"):
        hear(world, "how much?", message_id)
    world.kill()
    world.start()
    world.resume()
    world.idle()
    with broken(world.engine):
        finish(world, "fail")
    world.failures.clear()
    for _ in range(3):
        world.resume()
        world.idle()
        if world.bot.waiting():
            finish(world, "hand over")
    assert told(world) == ["bot utter_hand_over_complex"] * 2
    rest(world)


def test_a_message_that_has_just_come_is_not_what_is_left(world: World) -> None:
    world.hear("c", "how much?", "1")
    world.resume()
    world.idle()
    while world.bot.waiting():
        finish(world, "hand over")
    assert told(world) == ["bot utter_hand_over_complex"]
    rest(world)


def test_a_conversation_goes_on_with_the_bot_after_a_restart(world: World) -> None:
    hear(world, "please", "1", **JOIN)
    do(world, world.agents.claim("c", 1))
    world.kill()
    world.start()
    assert world.switchboard.hold_of("c").agent == 1
    hear(world, "are you there?", "2")
    assert world.bot.waiting() == []
    do(world, world.agents.hand_back("c", 1))
    hear(world, "how much?", "3")
    finish(world)
    assert told(world)[-1] == "bot utter_more"
    rest(world)


def test_two_agents_claim_it_and_one_has_it(world: World) -> None:
    hear(world, "please", "1", **JOIN)
    claims = [world.run(world.agents.claim("c", agent)) for agent in (1, 2)]
    world.idle()
    assert [claim.exception() is None for claim in claims] == [True, False]
    assert world.switchboard.hold_of("c").agent == 1
    assert told(world).count("notice utter_agent_joined") == 1
    rest(world)


def test_an_agents_message_that_comes_twice_at_once_is_said_once(world: World) -> None:
    hear(world, "please", "1", **JOIN)
    do(world, world.agents.claim("c", 1))
    says = [world.run(world.agents.say("c", 1, "hello", "m-1")) for _ in range(2)]
    world.idle()
    assert says[0].result().seq == says[1].result().seq
    assert told(world).count("agent") == 1
    assert [e.body for e in world.transcript.since("c", 0, MOST) if e.author == "agent"] == [
        {"text": "hello", "agent": "Agent 1"}
    ]
    rest(world)
