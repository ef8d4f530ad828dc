"""Chatwoot is down, slow, or refuses us: nothing is lost, nothing comes twice, and who waits is told."""

from __future__ import annotations

import pytest

from bot.handoff.notices import LATE
from bot.store.outbox import Cursors
from tests.bot.handoff.chatwoot.world import ChatwootWorld
from tests.fakes.chatwoot import ANNA, shape

LATE_NOTICE = f"notice {LATE}"


def test_what_could_not_be_delivered_is_delivered_later(world: ChatwootWorld) -> None:
    world.wire.down = True
    world.join()
    world.say("hello?", "2")
    world.pass_by(30)
    assert world.there.chats == {}
    world.wire.down = False
    world.pass_by(60)
    assert world.chat.read() == ["hello?"]
    assert len(world.chat.read(notes=True)) == 2


def test_the_customer_is_told_once_if_it_takes_long(world: ChatwootWorld) -> None:
    world.join()
    world.wire.down = True
    for number in range(3):
        world.say(f"hello? {number}", str(number))
    world.pass_by(50)
    assert LATE_NOTICE not in world.seen()
    world.pass_by(100)
    assert world.seen().count(LATE_NOTICE) == 1
    late = world.widgets.shown["c"][-1].body
    assert [button["payload"] for button in late["buttons"]] == ["/desk_leave"]
    world.wire.down = False
    world.pass_by(60)
    assert world.chat.read() == ["hello? 0", "hello? 1", "hello? 2"]
    assert world.seen().count(LATE_NOTICE) == 1


def test_also_while_an_agent_answers_who_cannot_be_left(world: ChatwootWorld) -> None:
    world.join()
    world.there.write(world.chat, ANNA, "hello")
    world.call()
    world.wire.down = True
    world.say("hello?", "2")
    world.pass_by(130)
    assert world.seen()[-1] == LATE_NOTICE
    assert "buttons" not in world.widgets.shown["c"][-1].body


def test_also_once_across_a_restart(world: ChatwootWorld) -> None:
    world.join()
    world.wire.down = True
    world.say("hello?", "2")
    world.pass_by(130)
    world.kill()
    world.start()
    world.pass_by(130)
    assert world.seen().count(LATE_NOTICE) == 1


def test_who_is_back_with_the_bot_is_told_nothing(world: ChatwootWorld) -> None:
    world.wire.down = True
    world.join()
    world.pass_by(20)
    world.say("no", "2", payload="/desk_leave")
    world.pass_by(130)
    assert LATE_NOTICE not in world.seen()


@pytest.mark.parametrize("status", [401, 403, 404, 408, 429, 500, 502, 503, 302])
def test_a_refusal_that_passes_is_waited_out(world: ChatwootWorld, status: int) -> None:
    world.wire.refusals = [(status, shape("unauthorized"))] * 4
    world.join()
    world.say("hello?", "2")
    world.pass_by(60)
    assert world.chat.read() == ["hello?"]
    assert len(world.chat.read(notes=True)) == 2
    assert Cursors(world.engine).refused("c") == {}


@pytest.mark.parametrize("page", [None, [], "welcome", {}, {"id": None}, {"payload": {}}])
def test_what_answers_with_something_else_is_not_chatwoot(
    world: ChatwootWorld, page: object
) -> None:
    """A proxy's page, for example, with a status that says that all is well."""
    world.wire.refusals = [(200, page)] * 3
    world.join()
    world.pass_by(30)
    assert len(world.chat.read(notes=True)) == 2
    assert len(world.there.contacts) == 1


def test_a_lost_answer_repeats_nothing(world: ChatwootWorld) -> None:
    """Chatwoot has taken each request of ours, and we do not know."""
    world.wire.loses_answers = True
    world.join()
    world.say("hello?", "2")
    world.say("hello?", "3")
    world.pass_by(300)
    world.wire.loses_answers = False
    world.pass_by(60)
    assert world.chat.read() == ["hello?", "hello?"]
    assert len(world.chat.read(notes=True)) == 2


def test_a_message_that_agents_have_buried_is_found(world: ChatwootWorld) -> None:
    world.join()
    world.wire.loses_answers = True
    world.say("hello?", "2")
    for number in range(150):
        world.there.write(world.chat, ANNA, f"note {number}", private=True)
    world.wire.loses_answers = False
    world.pass_by(5)
    assert world.chat.read() == ["hello?"]


def test_a_chat_that_seems_gone_for_a_moment_is_the_same_afterwards(world: ChatwootWorld) -> None:
    world.join()
    world.wire.refusals = [(404, shape("not_found"))]
    world.say("hello?", "2")
    world.pass_by(5)
    assert world.chat.read() == ["hello?"]
    assert world.state == ("waiting", None)


def test_also_one_that_was_resolved_before(world: ChatwootWorld) -> None:
    world.join()
    world.there.write(world.chat, ANNA, "hello")
    world.there.resolve(world.chat)
    world.call()
    world.wire.refusals = [(404, shape("not_found"))]
    world.join("2")
    world.pass_by(45)
    assert (world.chat.status, world.state) == ("open", ("waiting", None))


def test_the_bot_goes_on_while_chatwoot_does_not(world: ChatwootWorld) -> None:
    world.wire.down = True
    world.answered("how much?", "1")
    assert world.seen() == ["bot utter_echo"]


def test_an_agents_word_waits_for_chatwoot_to_be_back(world: ChatwootWorld) -> None:
    world.join()
    world.wire.down = True
    world.there.write(world.chat, ANNA, "hello")
    world.call()
    world.pass_by(25)
    assert world.said() == []
    world.wire.down = False
    world.pass_by(25)
    assert [entry.body["text"] for entry in world.said()] == ["hello"]


def test_a_store_that_fails_for_a_moment_loses_nothing(world: ChatwootWorld) -> None:
    from tests.bot.handoff.test_races import broken

    world.join()
    with broken(world.engine):
        world.there.write(world.chat, ANNA, "hello")
        world.call()
    world.failures.clear()
    world.pass_by(25)
    assert [entry.body["text"] for entry in world.said()] == ["hello"]
