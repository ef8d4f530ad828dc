"""What time does: to those who wait, and to what absent agents hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.handoff.commands import PAYLOADS
from tests.bot.handoff.world import LIMITS, World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path / "prorata.db")
    yield world
    world.close()


def do(world: World, work: Any) -> None:
    world.run(work)
    world.idle()
    assert world.failures == []


def tick(world: World, seconds: float = 0.0) -> None:
    world.time.move(seconds)
    do(world, world.patience.tick())


def join(world: World, *conversations: str) -> None:
    for conversation in conversations:
        world.hear(conversation, "please", f"join-{conversation}", payload=PAYLOADS["join"])
        world.idle()
        world.time.move(1)


def told(world: World, conversation: str = "c") -> list[str]:
    return [entry.body["response"] for entry in world.widgets.shown[conversation]]


def state(world: World, conversation: str = "c") -> str:
    return world.switchboard.hold_of(conversation).state


def test_waiting_ends_after_the_limit_and_the_customer_is_asked_again(world: World) -> None:
    join(world, "c")
    tick(world, LIMITS.waiting - 1)
    assert state(world) == "waiting"
    tick(world, 1)
    assert state(world) == "bot"
    last = world.widgets.shown["c"][-1].body
    assert last["response"] == "utter_queue_over"
    assert [button["payload"] for button in last["buttons"]] == [
        PAYLOADS[command] for command in ("join", "callback", "message")
    ]
    tick(world, 1000)
    assert told(world).count("utter_queue_over") == 1


def test_an_agent_who_is_gone_for_too_long_is_given_up(world: World) -> None:
    join(world, "c", "d")
    do(world, world.agents.claim("d", 1))
    world.presence.left(1)
    tick(world, LIMITS.absence)
    assert state(world, "d") == "held"
    tick(world, 1)
    assert state(world, "d") == "waiting"
    assert told(world, "d")[-1] == "utter_agent_requeued"
    # First, though the other has waited for longer.
    assert [hold.conversation for hold in world.switchboard.with_people()] == ["d", "c"]


def test_a_short_absence_is_nobodys_business(world: World) -> None:
    join(world, "c")
    do(world, world.agents.claim("c", 1))
    world.presence.left(1)
    tick(world, LIMITS.absence - 1)
    world.presence.came(1, ("en", "fr"))
    tick(world, 1000)
    assert state(world) == "held"
    assert told(world) == ["utter_queue_joined_next", "utter_agent_joined"]


def test_who_comes_back_into_the_queue_waits_anew(world: World) -> None:
    join(world, "c")
    tick(world, LIMITS.waiting - 2)
    do(world, world.agents.claim("c", 1))
    do(world, world.agents.requeue("c", 1))
    tick(world, LIMITS.waiting - 1)
    assert state(world) == "waiting"
    tick(world, 2)
    assert state(world) == "bot"


def test_a_restart_is_an_absence_of_all_agents(world: World) -> None:
    join(world, "c")
    do(world, world.agents.claim("c", 1))
    world.kill()
    world.start()
    world.presence.left(1)
    tick(world, LIMITS.absence)
    assert state(world) == "held"
    tick(world, 1)
    assert state(world) == "waiting"


def test_a_place_is_told_when_it_gets_better_and_only_then(world: World) -> None:
    join(world, "a", "b", "c")
    tick(world)
    assert told(world, "c") == ["utter_queue_joined"]
    do(world, world.agents.claim("a", 1))
    for _ in range(3):
        tick(world, 1)
    assert told(world, "b") == ["utter_queue_joined", "utter_queue_next"]
    assert told(world, "c") == ["utter_queue_joined", "utter_queue_place"]
    do(world, world.agents.requeue("a", 1))
    tick(world, 1)
    assert told(world, "b") == ["utter_queue_joined", "utter_queue_next"]
    do(world, world.agents.claim("a", 2))
    tick(world, 1)
    assert told(world, "b")[-1] == "utter_queue_next"


def test_where_everybody_moves_up_everybody_is_told(world: World) -> None:
    join(world, "a", "b", "c")
    tick(world)
    world.hear("b", "no", "leave", payload=PAYLOADS["leave"])
    world.idle()
    tick(world, 1)
    assert told(world, "a") == ["utter_queue_joined_next"]
    assert told(world, "b") == ["utter_queue_joined", "utter_queue_left"]
    assert told(world, "c") == ["utter_queue_joined", "utter_queue_place"]
