"""What is done beside everything else: when, for which conversations, and with what left for later."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.handoff.chatwoot.duty import SIDE
from bot.store.outbox import Cursors
from tests.bot.handoff.chatwoot.world import ChatwootWorld
from tests.bot.handoff.test_races import broken
from tests.fakes.chatwoot import ANNA

MEMBERS = "GET /inbox_members/7"


def test_who_is_there_is_asked_now_and_then(world: ChatwootWorld) -> None:
    world.pass_by(25)
    assert world.there.asked == [MEMBERS]
    world.pass_by(65)
    assert world.there.asked == [MEMBERS] * 4


def test_whom_our_own_desk_takes_from_the_bot_is_not_sent_there(world: ChatwootWorld) -> None:
    world.answered("how much?", "1")
    world.run(world.agents.claim("c", 1))
    world.settle()
    world.say("are you there?", "2")
    world.kill()
    world.start()
    world.pass_by(60)
    world.say("and now?", "3")
    assert world.there.chats == {}


def test_who_asks_for_somebody_later_is(world: ChatwootWorld) -> None:
    world.answered("how much?", "1")
    world.run(world.agents.claim("c", 1))
    world.settle()
    world.say("are you there?", "2")
    world.run(world.agents.hand_back("c", 1))
    world.settle()
    world.join("3")
    assert world.chat.read() == ["are you there?"]  # all of it, once it is theirs
    assert world.chat.status == "open"


def test_a_held_conversation_is_followed_after_a_restart(world: ChatwootWorld) -> None:
    world.join()
    world.there.write(world.chat, ANNA, "hello")
    world.call()
    world.kill()
    world.start()
    world.say("hello?", "2")
    assert world.chat.read() == ["hello?"]


def test_what_was_begun_when_the_store_failed_is_begun_later(world: ChatwootWorld) -> None:
    world.join()
    entries = world.transcript.since("c", 0, 10)
    with world.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM carried"))

    async def tell() -> None:
        world.chatwoot._duty.entries("c", entries)

    with broken(world.engine):
        world.run(tell())
        world.settle()
    world.pass_by(25)
    assert Cursors(world.engine).of(SIDE, "c").seq >= entries[-1].seq


@pytest.mark.parametrize("number", [5, 10**12])
def test_a_call_about_a_chat_that_is_not_ours_is_nothing(world: ChatwootWorld, number: int) -> None:
    before = len(world.there.asked)

    async def call() -> None:
        world.chatwoot._duty.changed(number)
        world.chatwoot._duty.typing(number, 3, on=True)

    world.run(call())
    world.settle()
    assert len(world.there.asked) == before


def test_a_call_while_a_chat_is_read_is_another_look(world: ChatwootWorld) -> None:
    world.join()
    world.there.write(world.chat, ANNA, "one")
    hooks = list(world.there.hooks)

    async def call() -> None:
        world.chatwoot._duty.changed(world.chat.number)

    world.run(call())
    world.go_on(4)  # the state is read, the messages perhaps
    world.there.write(world.chat, ANNA, "two")
    world.run(call())
    world.settle()
    assert hooks and [entry.body["text"] for entry in world.said()] == ["one", "two"]


def test_typing_of_somebody_who_does_not_hold_it_is_not_shown(world: ChatwootWorld) -> None:
    world.join()

    async def type_(number: int) -> None:
        world.chatwoot._duty.typing(world.chat.number, number, on=True)

    world.run(type_(3))
    world.settle()
    assert world.failures == []


def test_it_stops_with_everything_under_way(world: ChatwootWorld) -> None:
    world.wire.down = True
    world.join()
    world.pass_by(5)
    world.loop.run_until_complete(world.chatwoot.stop())
    assert world.chatwoot._duty._following == {}


def test_a_word_to_whom_nobody_waits_for_any_more_is_heard_at_the_next_start(
    world: ChatwootWorld,
) -> None:
    """The customer had waited in vain; an agent steps in while we are down."""
    world.join()
    world.pass_by(305, patience=True)
    world.kill()
    world.there.write(world.chat, ANNA, "I am here now")
    world.there.hooks.clear()
    world.start()
    world.settle()
    assert world.state == ("held", 3)
