"""What agents at Chatwoot decide: who answers is as they have it, whenever we hear of it."""

from __future__ import annotations

import pytest

from bot.handoff.commands import PAYLOADS
from bot.outbound.http import Answer, Post
from tests.bot.handoff.chatwoot.world import ChatwootWorld
from tests.fakes.chatwoot import ANNA, BEN


def test_who_resolves_hands_back_to_the_bot(held: ChatwootWorld) -> None:
    held.there.write(held.chat, ANNA, "goodbye")
    held.there.resolve(held.chat)
    held.call(order=-1)
    assert held.seen()[-2:] == ["agent goodbye", "notice utter_agent_handed_back"]
    assert held.state == ("bot", None)
    held.answered("how much?", "3")
    assert held.seen()[-1] == "bot utter_echo"
    assert held.chat.status == "resolved"


def test_who_resolves_without_a_word_closes_the_request(world: ChatwootWorld) -> None:
    world.join()
    world.there.resolve(world.chat)
    world.call()
    assert (world.state, world.seen()[-1]) == (("closed", None), "notice utter_queue_closed")


def test_what_was_resolved_before_is_over(held: ChatwootWorld) -> None:
    """The customer has come back: an old call sends nobody away."""
    held.there.resolve(held.chat)
    hook = held.there.hooks[0]
    held.call()
    held.join("3")
    held.there.hooks = [hook]
    held.call()
    assert held.state == ("waiting", None)
    held.there.write(held.chat, ANNA, "hello again")
    held.there.hooks.append(hook)
    held.call()
    assert held.state == ("held", 3)


def test_a_word_in_what_was_resolved_is_said_and_opens_it_again(held: ChatwootWorld) -> None:
    held.there.resolve(held.chat)
    held.call()
    held.there.write(held.chat, ANNA, "one more thing")
    held.call()
    assert (held.state, held.chat.status) == (("held", 3), "open")
    assert held.seen()[-1] == "agent one more thing"


def test_who_is_assigned_takes_over(held: ChatwootWorld) -> None:
    held.there.assign(held.chat, BEN)
    held.call(times=2)
    assert (held.state, held.seen()[-1]) == (("held", 4), "notice utter_agent_changed")
    assert held.seen().count("notice utter_agent_changed") == 1


def test_who_writes_takes_over_and_keeps_it(held: ChatwootWorld) -> None:
    """Whoever is assigned: that was decided before."""
    held.there.assign(held.chat, ANNA)
    held.call()
    held.there.write(held.chat, BEN, "I know this")
    held.call()
    held.pass_by(41)
    assert held.state == ("held", 4)
    assert held.seen()[-2:] == ["notice utter_agent_changed", "agent I know this"]


def test_who_is_assigned_while_a_customer_waits_has_not_read_it_yet(world: ChatwootWorld) -> None:
    world.join()
    world.there.assign(world.chat, ANNA)
    world.call()
    assert world.state == ("waiting", None)
    world.there.write(world.chat, BEN, "hello")
    world.call()
    assert world.state == ("held", 4)


def test_who_gives_it_up_puts_the_customer_first_in_line(held: ChatwootWorld) -> None:
    held.there.assign(held.chat, ANNA)
    held.call()
    held.there.assign(held.chat, None)
    held.call()
    assert (held.state, held.seen()[-1]) == (("waiting", None), "notice utter_agent_requeued")


def test_an_agent_of_our_own_desk_who_steps_in_is_followed_there(held: ChatwootWorld) -> None:
    held.run(held.agents.transfer("c", -3, 1))
    held.run(held.agents.say("c", 1, "hello from here", "m-1"))
    held.settle()
    assert held.chat.read(notes=True)[-1] == "**desk_label** hello from here"
    held.there.resolve(held.chat)
    held.call()
    assert held.state == ("held", -1)
    held.there.write(held.chat, ANNA, "mine again")
    held.call()
    assert held.state == ("held", 3)


def test_a_closed_conversation_is_opened_by_a_word(held: ChatwootWorld) -> None:
    held.run(held.agents.close("c", -3))
    held.settle()
    held.there.write(held.chat, ANNA, "one more thing")
    held.call()
    assert (held.state, held.seen()[-1]) == (("held", 3), "agent one more thing")


def test_what_happens_while_nobody_listens_is_heard_at_the_next_start(held: ChatwootWorld) -> None:
    held.kill()
    held.there.write(held.chat, ANNA, "are you there?")
    held.there.resolve(held.chat)
    held.there.hooks.clear()
    held.start()
    held.settle()
    assert held.seen()[-2:] == ["agent are you there?", "notice utter_agent_handed_back"]
    assert held.switchboard.hold_of("c").state == "bot"


def test_an_agent_is_named_by_who_comes_after_a_restart(held: ChatwootWorld) -> None:
    held.there.members.clear()
    held.kill()
    held.start()
    held.settle()
    assert held.chatwoot.members.name_of(-3) == "Anna"
    assert held.chatwoot.members.name_of(-99) == "Prorata"


def test_patience_leaves_agents_at_chatwoot_to_chatwoot(held: ChatwootWorld) -> None:
    held.pass_by(120, patience=True)
    assert held.state == ("held", 3)


def test_nothing_is_asked_of_a_conversation_that_is_nobodys(world: ChatwootWorld) -> None:
    world.say("no", "1", payload=PAYLOADS["leave"])
    world.pass_by(41)
    assert not [request for request in world.there.asked if "conversations" in request]


def test_what_agents_do_is_in_the_audit_log(held: ChatwootWorld) -> None:
    """With how long the customer has waited, which tells others how long they may."""
    held.there.assign(held.chat, BEN)
    held.call()
    held.there.resolve(held.chat)
    held.call()
    *_, claim = deeds = held.audit.recent(10)
    assert [(deed.agent, deed.action) for deed in reversed(deeds)] == [
        (-3, "claim"),
        (-3, "transfer"),
        (-4, "hand_back"),
    ]
    assert (claim.conversation, claim.detail) == ("c", {"waited": 0, "language": None})


def test_what_is_read_is_never_older_than_what_was_written(
    held: ChatwootWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chat is opened again while it is being read as resolved."""
    held.there.resolve(held.chat)
    held.call()
    send, gate = held.wire.send, held.loop.create_future()

    async def slow(post: Post) -> Answer:
        if post.method == "GET" and "/messages" in post.url:
            await gate
        return await send(post)

    monkeypatch.setattr(held.wire, "send", slow)
    held.there.assign(held.chat, BEN)
    held.call()
    held.join("3")
    gate.set_result(None)
    held.settle()
    assert held.chat.status == "open"
    held.there.write(held.chat, BEN, "goodbye")
    held.there.resolve(held.chat)
    held.call()
    assert held.seen()[-1] == "notice utter_agent_handed_back"
