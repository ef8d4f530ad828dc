"""Whatever happens in whatever order: one answers, nothing is lost, nothing is said twice."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.handoff.commands import PAYLOADS
from tests.bot.handoff.proofs import check_always, check_at_rest, check_nobody_waits_in_vain
from tests.bot.handoff.world import AGENTS, LANGUAGES, World

CONVERSATIONS = ("c-1", "c-2")
conversations = st.sampled_from(CONVERSATIONS)
agents = st.sampled_from(AGENTS)
# How far everything gets before the next thing happens; after 60 rounds nothing moves by itself.
rounds = st.sampled_from([0, 1, 2, 3, 5, 60, 60])
# The one who holds it acts, or anybody.
rightly = st.sampled_from([True, True, True, False])


class Interleavings(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.world = World(Path(self.folder.name) / "prorata.db")
        self.ids = dict.fromkeys(CONVERSATIONS, 0)
        self.heard: dict[tuple[str, str], int] = {}
        self.acknowledged: dict[tuple[str, str], int] = {}

    def held(self) -> list[str]:
        return [hold.conversation for hold in self.world.switchboard.with_people() if hold.agent]

    def shown(self) -> list[str]:
        """At the desk: where a customer has written."""
        return sorted({conversation for conversation, _ in self.heard})

    @initialize(opened=st.booleans())
    def customer_opens(self, opened: bool) -> None:
        if opened:
            self.world.greet("c-1")
            self.world.go_on(3)

    @rule(conversation=conversations, again=rightly, rounds=rounds)
    def customer_writes(self, conversation: str, again: bool, rounds: int) -> None:
        self._hear(conversation, "how much?", not again, rounds)

    @rule(
        conversation=conversations,
        command=st.sampled_from(["join", "join", "leave"]),
        typed=st.booleans(),
        rounds=rounds,
    )
    def customer_presses(self, conversation: str, command: Any, typed: bool, rounds: int) -> None:
        """A title that is typed is a button only where one is on the screen."""
        more = {} if typed else {"payload": PAYLOADS[command]}
        self._hear(conversation, f"utter_button_{command}", False, rounds, **more)

    @precondition(lambda self: self.world.bot.waiting())
    @rule(outcome=st.sampled_from(["two", "two", "hand over", "fail"]), rounds=rounds)
    def bot_finishes(self, outcome: Any, rounds: int) -> None:
        self.world.bot.waiting()[0].outcome.set_result(outcome)
        self.world.go_on(rounds)

    @precondition(lambda self: self.shown())
    @rule(data=st.data(), agent=agents, rounds=rounds)
    def agent_claims(self, data: Any, agent: int, rounds: int) -> None:
        conversation = data.draw(st.sampled_from(self.shown()))
        self._do(self.world.agents.claim(conversation, agent), rounds)

    @precondition(lambda self: self.held())
    @rule(
        data=st.data(),
        agent=agents,
        rightly=rightly,
        rounds=rounds,
        to=agents,
        deed=st.sampled_from(["hand_back", "hand_back", "close", "requeue", "transfer"]),
    )
    def agent_lets_go(
        self, data: Any, agent: int, rightly: bool, rounds: int, to: int, deed: str
    ) -> None:
        conversation, who = self._draw(data, agent, rightly)
        more = (to,) if deed == "transfer" else ()
        self._do(getattr(self.world.agents, deed)(conversation, who, *more), rounds)

    @precondition(lambda self: self.held())
    @rule(data=st.data(), agent=agents, rightly=rightly, again=st.booleans(), rounds=rounds)
    def agent_says(self, data: Any, agent: int, rightly: bool, again: bool, rounds: int) -> None:
        conversation, who = self._draw(data, agent, rightly)
        message_id = self._id(conversation, "agent", again)
        task = self.world.run(self.world.agents.say(conversation, who, "one moment", message_id))
        task.add_done_callback(lambda done: self._acknowledge(conversation, message_id, done))
        self.world.go_on(rounds)

    @rule(agent=agents)
    def agent_comes_or_goes(self, agent: int) -> None:
        if agent in self.world.presence.online():
            self.world.presence.left(agent)
        else:
            self.world.presence.came(agent, LANGUAGES)

    @rule(seconds=st.sampled_from([1, 1, 61, 301]), rounds=rounds)
    def time_passes(self, seconds: float, rounds: int) -> None:
        self.world.time.move(seconds)
        tick = self._do(self.world.patience.tick(), rounds)
        if tick.done():
            check_nobody_waits_in_vain(self.world)

    @rule(killed=st.booleans(), rounds=rounds)
    def what_is_left_is_tried_again(self, killed: bool, rounds: int) -> None:
        if killed:
            self.world.kill()
            self.world.start()
        self.world.resume()
        self.world.go_on(rounds)

    @invariant()
    def holds_always(self) -> None:
        assert self.world.failures == []
        for conversation in CONVERSATIONS:
            kept = {entry.seq for entry in check_always(self.world, conversation)}
            acknowledged = {**self.heard, **self.acknowledged}
            assert {seq for (id_, _), seq in acknowledged.items() if id_ == conversation} <= kept

    def teardown(self) -> None:
        try:
            self._everything_ends()
        finally:
            self.world.close()
            self.folder.cleanup()

    def _everything_ends(self) -> None:
        world = self.world
        world.bot.let_all()
        world.idle()
        for agent in world.presence.online():
            world.presence.left(agent)
        for _ in range(2):  # agents are given up, and then waiting is
            world.time.move(301)
            self._do(world.patience.tick(), 60)
        assert world.switchboard.with_people() == []
        asked = {id_: world.hear(id_, "and now?", "last") for id_ in CONVERSATIONS}
        world.idle()
        self.holds_always()
        for conversation, heard in asked.items():
            check_at_rest(world, conversation)
            assert world.widgets.shown[conversation][-1].body["to"] == heard.seq
            assert world.switchboard.hold_of(conversation).state == "bot"

    def _hear(self, conversation: str, text: str, again: bool, rounds: int, **more: Any) -> None:
        message_id = self._id(conversation, "customer", again)
        heard = self.world.hear(conversation, text, message_id, **more)
        assert self.heard.setdefault((conversation, message_id), heard.seq) == heard.seq
        self.world.go_on(rounds)

    def _id(self, conversation: str, author: str, again: bool) -> str:
        """Of the last message again, or the next."""
        self.ids[conversation] += not (again and self.ids[conversation])
        return f"{author}-{self.ids[conversation]}"

    def _draw(self, data: Any, agent: int, rightly: bool) -> tuple[str, int]:
        """A conversation that is held, and who does something with it."""
        conversation = data.draw(st.sampled_from(self.held()))
        holder = self.world.switchboard.hold_of(conversation).agent
        return conversation, holder if rightly and holder else agent

    def _do(self, work: Any, rounds: int) -> asyncio.Task[Any]:
        task = self.world.run(work)
        self.world.go_on(rounds)
        return task

    def _acknowledge(self, conversation: str, message_id: str, done: asyncio.Task[Any]) -> None:
        if not done.cancelled() and done.exception() is None:
            self.acknowledged[conversation, message_id] = done.result().seq


TestInterleavings = pytest.mark.slow(Interleavings.TestCase)
TestInterleavings.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
