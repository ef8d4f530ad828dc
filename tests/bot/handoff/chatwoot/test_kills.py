"""The process ends at each request to Chatwoot, before or after it was taken there, and starts again:
nothing is lost, nothing comes twice, and the bot is silent while people answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bot.handoff.chatwoot.world import ChatwootWorld
from tests.bot.handoff.proofs import check_at_rest
from tests.fakes.chatwoot import ANNA, BEN

pytestmark = pytest.mark.slow

Step = Callable[[ChatwootWorld], object]

# A whole handoff, there and back, twice. Each is done once, whenever the process ends.
SCENE: tuple[Step, ...] = (
    lambda world: world.answered("how much?", "1"),
    lambda world: world.join("2"),
    lambda world: world.say("hello?", "3"),
    lambda world: world.there.write(world.chat, ANNA, "hello"),
    lambda world: world.call(),
    lambda world: world.say("3 seats", "4"),
    lambda world: world.there.write(world.chat, ANNA, "Ben knows"),
    lambda world: world.there.assign(world.chat, BEN),
    lambda world: world.call(order=-1, times=2),
    lambda world: world.there.write(world.chat, BEN, "done"),
    lambda world: world.there.resolve(world.chat),
    lambda world: world.call(),
    lambda world: world.answered("thanks", "5"),
    lambda world: world.join("6"),
    lambda world: world.say("me again", "7"),
    lambda world: world.there.write(world.chat, ANNA, "welcome back"),
    lambda world: world.call(),
)
HEARD = ["hello?", "3 seats", "me again"]
SAID = ["hello", "Ben knows", "done", "welcome back"]


def play(world: ChatwootWorld) -> None:
    for step in SCENE:
        step(world)
        revive(world)
    world.pass_by(25)
    revive(world)


def revive(world: ChatwootWorld) -> None:
    if world.wire.over:
        world.kill()
        world.wire.over, world.wire.ends = False, None
        world.start()
        world.pass_by(25)
        world.resume()
        world.settle()


def check(world: ChatwootWorld) -> None:
    assert world.chat.read() == HEARD
    assert [entry.body["text"] for entry in world.said()] == SAID
    notes = Counter(world.chat.read(notes=True))
    assert len(notes) == 4 and set(notes.values()) == {1}  # two talks with the bot, two summaries
    assert (world.chat.status, world.state) == ("open", ("held", 3))
    assert (len(world.there.contacts), len(world.there.chats)) == (1, 1)
    assert world.there.violations == []
    check_at_rest(world, "c")


def requests(folder: Path) -> int:
    world = ChatwootWorld(folder / "whole.db")
    play(world)
    check(world)
    world.close()
    return world.wire.sent


@pytest.mark.parametrize("part", range(4))
def test_it_ends_at_each_request(tmp_path: Path, part: int) -> None:
    whole = requests(tmp_path)
    assert whole > 25
    for number in range(1 + part, whole + 1, 4):
        for is_taken in (False, True):
            world = ChatwootWorld(tmp_path / f"{number}-{is_taken}.db")
            world.wire.ends = (number, is_taken)
            play(world)
            check(world)
            assert world.failures == []
            world.close()
