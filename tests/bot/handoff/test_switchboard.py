"""Changes, words and settled messages are stored together; then they are sent, and told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.handoff import hold as holding
from bot.handoff.commands import PAYLOADS
from bot.handoff.hold import NotPossible
from bot.handoff.notices import Notice
from bot.store.transcript import Entry
from tests.bot.handoff.world import MOST, World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path / "prorata.db")
    yield world
    world.close()


def hear(world: World, text: str, message_id: str, **more: Any) -> Entry:
    heard = world.hear("c", text, message_id, **more)
    world.idle()
    return heard


def do(world: World, work: Any) -> Any:
    """What it returns; raises what it raises."""
    task = world.run(work)
    world.idle()
    return task.result()


def held(world: World, agent: int = 1) -> None:
    hear(world, "please", "join", payload=PAYLOADS["join"])
    do(world, world.agents.claim("c", agent))


def entries(world: World) -> list[Entry]:
    return world.transcript.since("c", 0, MOST)


def test_who_watches_is_told_of_each_change(world: World) -> None:
    states = []
    world.switchboard.watch(lambda: states.append(world.switchboard.hold_of("c").state))
    held(world)
    do(world, world.agents.hand_back("c", 1))
    assert states == ["waiting", "held", "bot"]


def test_a_change_that_is_not_possible_says_nothing(world: World) -> None:
    held(world)
    before = world.stored()
    for deed in (
        world.agents.claim("c", 2),
        world.agents.transfer("c", 2, 3),
        world.agents.transfer("c", 1, 1),
        world.agents.requeue("c", 2),
        world.agents.hand_back("c", 2),
        world.agents.close("c", 2),
        world.agents.say("c", 2, "hello", "m-1"),
        world.agents.typing("c", 2, on=True),
    ):
        with pytest.raises(NotPossible):
            do(world, deed)
    assert world.stored() == before


def test_notices_are_in_the_language_that_was_spoken(world: World) -> None:
    hear(world, "please", "join", payload=PAYLOADS["join"], locale="fr_CA")
    assert entries(world)[-1].language == "fr"
    assert world.switchboard.locale_of("c") == "fr_CA"


def test_an_agents_words_are_stored_with_the_name_and_sent(world: World) -> None:
    held(world)
    said = do(world, world.agents.say("c", 1, "  Hello <b>there</b>\n", "m-1"))
    assert (said.author, said.language) == ("agent", None)
    assert said.body == {"text": "Hello <b>there</b>", "agent": "Agent 1"}
    assert entries(world)[-1] == said == world.widgets.shown["c"][-1]


@pytest.mark.parametrize("text", ["", "  \n", None, 3, {"text": "x"}, "a" * 1001])
def test_words_that_are_none_or_too_many_are_refused(world: World, text: object) -> None:
    held(world)
    before = world.stored()
    with pytest.raises(ValueError, match=r"empty|too_long"):
        do(world, world.agents.say("c", 1, text, "m-1"))
    assert world.stored() == before


def test_a_card_number_is_masked_for_agents_too(world: World) -> None:
    held(world)
    said = do(world, world.agents.say("c", 1, "4111 1111 1111 1111 is yours?", "m-1"))
    assert "4111" not in said.body["text"]


def test_sent_twice_it_is_said_once(world: World) -> None:
    held(world)
    first = do(world, world.agents.say("c", 1, "hello", "m-1"))
    again = do(world, world.agents.say("c", 1, "another", "m-1"))
    assert first == again
    assert [entry.seq for entry in entries(world) if entry.author == "agent"] == [first.seq]
    assert world.widgets.shown["c"].count(first) == 1


def test_a_customers_id_keeps_no_agent_from_speaking(world: World) -> None:
    held(world)
    hear(world, "the customer's words", "m-1")
    said = do(world, world.agents.say("c", 1, "the agent's words", "m-1"))
    assert (said.author, said.body["text"]) == ("agent", "the agent's words")


def test_an_agents_id_keeps_no_other_agent_from_speaking(world: World) -> None:
    held(world)
    do(world, world.agents.say("c", 1, "the first agent's words", "m-1"))
    do(world, world.agents.transfer("c", 1, 2))
    said = do(world, world.agents.say("c", 2, "the second agent's words", "m-1"))
    assert said.body == {"text": "the second agent's words", "agent": "Agent 2"}


def test_an_agents_id_keeps_no_customer_from_speaking(world: World) -> None:
    held(world)
    do(world, world.agents.say("c", 1, "the agent's words", "m-1"))
    heard = hear(world, "the customer's words", "m-1")
    assert (heard.author, heard.body["text"]) == ("customer", "the customer's words")


def test_a_settled_message_is_not_answered_and_keeps_its_place(world: World) -> None:
    heard = hear(world, "how much?", "1")
    assert world.transcript.unanswered() == [heard]
    world.switchboard.settle(heard)
    assert world.transcript.unanswered() == []
    assert entries(world) == [heard]


def test_the_last_message_is_the_customers(world: World) -> None:
    assert world.transcript.last_heard("c") is None
    held(world)
    heard = hear(world, "hello?", "1")
    do(world, world.agents.say("c", 1, "hello", "m-1"))
    world.hear("d", "elsewhere", "1")
    assert world.transcript.last_heard("c") == heard


def test_a_closed_conversation_is_opened_by_its_customer(world: World) -> None:
    held(world)
    do(world, world.agents.close("c", 1))
    assert world.switchboard.hold_of("c").state == "closed"
    hear(world, "one more thing", "2")
    assert world.switchboard.hold_of("c").state == "bot"
    assert len(world.bot.waiting()) == 1


def test_an_old_button_changes_nothing(world: World) -> None:
    held(world)
    before = world.switchboard.hold_of("c")
    for number, command in enumerate(("join", "leave", "callback", "message")):
        hear(world, "…", f"old-{number}", payload=PAYLOADS[command])  # type: ignore[index]
    assert world.switchboard.hold_of("c") == before
    assert world.transcript.unanswered() == []
    assert [entry.author for entry in entries(world)][-4:] == ["customer"] * 4


def test_where_storing_the_words_fails_nobody_has_changed_anything(world: World) -> None:
    held(world)
    before = world.stored()
    change = partial(holding.hand_back, agent=1, at=1.0)
    broken = Notice("utter_agent_handed_back", buttons=1)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        do(world, world.switchboard.switch("c", change, broken))
    assert world.stored() == before
