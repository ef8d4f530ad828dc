"""What must hold in every conversation whatever happens, read from what is stored and what was sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import sqlalchemy as sa

from bot.handoff.commands import TITLES
from bot.handoff.hold import State
from bot.store.tables import holds, transcript
from bot.store.transcript import Entry
from tests.bot.handoff.world import LIMITS, MOST, World, events

# The state from each notice on: it is stored in the transaction that changes the state.
BEGINS: dict[str, State] = {
    "utter_queue_joined_next": "waiting",
    "utter_queue_joined": "waiting",
    "utter_queue_left": "bot",
    "utter_queue_over": "bot",
    "utter_queue_closed": "closed",
    "utter_agent_joined": "held",
    "utter_agent_changed": "held",
    "utter_agent_requeued": "waiting",
    "utter_agent_handed_back": "bot",
    "utter_agent_closed": "closed",
}
PLACES = ("utter_queue_next", "utter_queue_place")
WITH_PEOPLE = ("waiting", "held")


def states_at(entries: Iterable[Entry]) -> dict[int, State]:
    """Who answered when each entry was stored; a notice counts to the state that it begins."""
    state: State = "bot"
    states = {}
    for entry in entries:
        if entry.author == "notice":
            state = BEGINS.get(entry.body["response"], state)
        states[entry.seq] = state
    return states


def check_always(world: World, conversation: str) -> list[Entry]:
    """The conversation's entries."""
    entries = world.transcript.since(conversation, 0, MOST)
    states = states_at(entries)
    _the_bot_is_silent_with_people(entries, states)
    _agents_speak_in_what_is_held(entries, states)
    _places_are_told_to_those_who_wait(entries, states)
    _the_words_agree_with_the_state(world, conversation, entries, states)
    _nothing_in_flight_outlives_people(world, entries, states)
    _the_bot_has_one_turn_at_a_time(world, conversation)
    _each_message_is_there_once(entries)
    _nothing_is_answered_twice(entries)
    _the_customer_is_shown_what_is_stored(world, conversation, entries)
    return entries


def check_at_rest(world: World, conversation: str) -> None:
    """Once nothing is going on any more."""
    entries = check_always(world, conversation)
    assert world.transcript.unanswered() == []
    shown = [entry.seq for entry in world.widgets.shown.get(conversation, [])]
    assert shown == [entry.seq for entry in entries if entry.author != "customer"]
    _each_message_is_answered_or_with_people(entries, states_at(entries))
    _a_turn_is_stored_whole_or_not_at_all(world)


def check_nobody_waits_in_vain(world: World) -> None:
    """After a tick."""
    now = world.time.seconds()
    for hold in world.switchboard.with_people():
        if hold.state == "waiting":
            assert now - hold.since <= LIMITS.waiting
        else:
            assert hold.agent is not None
            assert world.presence.gone_for(hold.agent) <= LIMITS.absence


def _the_bot_is_silent_with_people(entries: list[Entry], states: dict[int, State]) -> None:
    said = [(entry.seq, states[entry.seq]) for entry in entries if entry.author == "bot"]
    assert [seq for seq, state in said if state in WITH_PEOPLE] == []


def _agents_speak_in_what_is_held(entries: list[Entry], states: dict[int, State]) -> None:
    said = [states[entry.seq] for entry in entries if entry.author == "agent"]
    assert set(said) <= {"held"}


def _places_are_told_to_those_who_wait(entries: list[Entry], states: dict[int, State]) -> None:
    told = [states[entry.seq] for entry in entries if entry.body.get("response") in PLACES]
    assert set(told) <= {"waiting"}


def _the_words_agree_with_the_state(
    world: World, conversation: str, entries: list[Entry], states: dict[int, State]
) -> None:
    with world.engine.connect() as connection:
        query = sa.select(holds).where(holds.c.conversation == conversation)
        rows = connection.execute(query).mappings().all()
    assert len(rows) <= 1
    stored = rows[0]["state"] if rows else "bot"
    told = states[entries[-1].seq] if entries else "bot"
    assert stored in ("bot", "waiting", "held", "closed")
    # A closed conversation in which the customer writes again is the bot's, without a word.
    assert stored == told or (told, stored) == ("closed", "bot")
    if rows:
        assert (rows[0]["agent"] is not None) == (stored == "held")


def _nothing_in_flight_outlives_people(
    world: World, entries: list[Entry], states: dict[int, State]
) -> None:
    """What the bot began before people came is not said, nor after they have left."""
    answers = {entry.body["to"]: entry.seq for entry in entries if "to" in entry.body}
    came = [seq for seq, state in states.items() if state in WITH_PEOPLE]
    last_begun = {turn.heard: turn.after for turn in world.begun}
    for heard, after in last_begun.items():
        said = answers.get(heard)
        if said is not None:
            assert [seq for seq in came if after < seq < said] == []


def _the_bot_has_one_turn_at_a_time(world: World, conversation: str) -> None:
    turns = [turn for turn in world.bot.in_flight if turn.conversation == conversation]
    assert len(turns) <= 1


def _each_message_is_there_once(entries: list[Entry]) -> None:
    ids = Counter((entry.author, entry.message_id) for entry in entries if entry.message_id)
    assert set(ids.values()) <= {1}


def _nothing_is_answered_twice(entries: list[Entry]) -> None:
    said = Counter(entry.body["to"] for entry in entries if "to" in entry.body)
    assert set(said.values()) <= {1}


def _the_customer_is_shown_what_is_stored(
    world: World, conversation: str, entries: list[Entry]
) -> None:
    shown = world.widgets.shown.get(conversation, [])
    stored = {entry.seq: entry.body for entry in entries}
    assert all(before.seq < after.seq for before, after in pairwise(shown))
    assert [entry.seq for entry in shown if stored.get(entry.seq) != entry.body] == []


def _each_message_is_answered_or_with_people(
    entries: list[Entry], states: dict[int, State]
) -> None:
    answered = {entry.body["to"] for entry in entries if "to" in entry.body}
    came = [seq for seq, state in states.items() if state in WITH_PEOPLE]
    for heard in (entry for entry in entries if entry.author == "customer"):
        to_people = any(seq >= heard.seq for seq in came)
        is_command = "payload" in heard.told or heard.body["text"] in TITLES.values()
        assert heard.seq in answered or to_people or is_command
        # What an agent was sent is the agent's.
        assert heard.seq not in answered or states[heard.seq] != "held"


def _a_turn_is_stored_whole_or_not_at_all(world: World) -> None:
    """Without what the bot knows of it, what was said would be forgotten; and the other way round."""
    with world.engine.connect() as connection:
        turns = connection.execute(sa.select(events.c.heard)).scalars().all()
        bodies = connection.execute(
            sa.select(transcript.c.body).where(transcript.c.author == "bot")
        ).scalars()
        answers = [
            body["to"] for body in bodies if "to" in body and body["response"] != "utter_trouble"
        ]
    assert sorted(seq for seq in turns if seq) == sorted(answers)
