"""Whatever happens in whatever order: one answers, nothing is lost, nothing is said twice."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.handoff.commands import PAYLOADS
from tests.bot.handoff.proofs import check_always, check_at_rest, check_nobody_waits_in_vain
from tests.bot.handoff.world import World

conversations = st.sampled_from(["c-1", "c-2", "c-3"])
agents = st.sampled_from([1, 2, 3])
# How far everything gets before the next thing happens; 60 rounds are until nothing moves.
rounds = st.sampled_from([0, 0, 1, 2, 3, 5, 60, 60])
# The one who holds it acts, or anybody.
rightly = st.sampled_from([True, True, True, False])


class Interleavings(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.world = World(Path(self.folder.name) / "prorata.db")
        self.ids: dict[str, int] = {}
        self.heard: dict[tuple[str, str], int] = {}
        self.said: dict[tuple[str, str], asyncio.Task[Any]] = {}
        self.acknowledged: dict[tuple[str, str], int] = {}

    @rule(conversation=conversations, again=st.booleans(), rounds=rounds)
    def customer_writes(self, conversation: str, again: bool, rounds: int) -> None:
        self._hear(conversation, "how much?", again, rounds)

    @rule(
        conversation=conversations,
        command=st.sampled_from(["join", "join", "leave"]),
        typed=st.booleans(),
        rounds=rounds,
    )
    def customer_presses(self, conversation: str, command: Any, typed: bool, rounds: int) -> None:
        """A title that is typed is a button only where one is on the screen."""
        title = f"utter_button_{command}"
        more = {} if typed else {"payload": PAYLOADS[command]}
        self._hear(conversation, title, False, rounds, **more)

    @rule(conversation=conversations, rounds=rounds)
    def customer_opens(self, conversation: str, rounds: int) -> None:
        self.world.greet(conversation)
        self.world.go_on(rounds)

    @precondition(lambda self: self.world.bot.in_flight)
    @rule(
        outcome=st.sampled_from(["answer", "hand over", "two", "fail"]),
        latest=st.booleans(),
        rounds=rounds,
    )
    def bot_finishes(self, outcome: Any, latest: bool, rounds: int) -> None:
        turn = self.world.bot.in_flight[-1 if latest else 0]
        if not turn.outcome.done():
            turn.outcome.set_result(outcome)
        self.world.go_on(rounds)

    @rule(conversation=conversations, agent=agents, rounds=rounds)
    def agent_claims(self, conversation: str, agent: int, rounds: int) -> None:
        if self.world.transcript.since(conversation, 0, 1):
            self._do(self.world.agents.claim(conversation, agent), rounds)

    @rule(conversation=conversations, agent=agents, to=agents, rightly=rightly, rounds=rounds)
    def agent_transfers(
        self, conversation: str, agent: int, to: int, rightly: bool, rounds: int
    ) -> None:
        who = self._who(conversation, agent, rightly)
        self._do(self.world.agents.transfer(conversation, who, to), rounds)

    @rule(
        conversation=conversations,
        agent=agents,
        rightly=rightly,
        rounds=rounds,
        deed=st.sampled_from(["requeue", "hand_back", "hand_back", "close"]),
    )
    def agent_lets_go(
        self, conversation: str, agent: int, rightly: bool, rounds: int, deed: str
    ) -> None:
        who = self._who(conversation, agent, rightly)
        self._do(getattr(self.world.agents, deed)(conversation, who), rounds)

    @rule(
        conversation=conversations,
        agent=agents,
        rightly=rightly,
        again=st.booleans(),
        rounds=rounds,
    )
    def agent_says(
        self, conversation: str, agent: int, rightly: bool, again: bool, rounds: int
    ) -> None:
        message_id = self._id(conversation, "agent", again)
        who = self._who(conversation, agent, rightly)
        saying = self.world.agents.say(conversation, who, "one moment", message_id)
        task = self.world.run(saying)
        task.add_done_callback(lambda done: self._acknowledge(conversation, message_id, done))
        self.world.go_on(rounds)

    @rule(agent=agents)
    def agent_comes(self, agent: int) -> None:
        self.world.presence.came(agent)

    @rule(agent=agents)
    def agent_goes(self, agent: int) -> None:
        if agent in self.world.presence.online():
            self.world.presence.left(agent)

    @rule(seconds=st.sampled_from([1, 61, 301]), rounds=rounds)
    def time_passes(self, seconds: float, rounds: int) -> None:
        self.world.time.move(seconds)
        self._do(self.world.patience.tick(), rounds)

    @rule(seconds=st.sampled_from([61, 301]))
    def much_time_passes(self, seconds: float) -> None:
        self.world.idle()
        self.world.time.move(seconds)
        self._do(self.world.patience.tick(), 60)
        check_nobody_waits_in_vain(self.world)

    @rule(rounds=rounds)
    def what_is_left_is_tried_again(self, rounds: int) -> None:
        self.world.resume()
        self.world.go_on(rounds)

    @rule(rounds=rounds)
    def process_is_killed(self, rounds: int) -> None:
        self.world.kill()
        self.world.restart()
        self.world.go_on(rounds)

    @invariant()
    def holds_always(self) -> None:
        assert self.world.failures == []
        kept: set[tuple[str, str, int]] = set()
        for conversation in self.ids:
            entries = check_always(self.world, conversation)
            kept |= {(conversation, e.message_id, e.seq) for e in entries if e.message_id}
        acknowledged = self.heard | self.acknowledged
        assert {(*whose, seq) for whose, seq in acknowledged.items()} <= kept

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
            while agent in world.presence.online():
                world.presence.left(agent)
        for _ in range(2):  # agents are given up, and then waiting is
            world.time.move(301)
            self._do(world.patience.tick(), 60)
        assert world.switchboard.with_people() == []
        asked = [(id_, world.hear(id_, "and now?", "last").seq) for id_ in self.ids]
        world.idle()
        self.holds_always()
        for conversation, seq in asked:
            check_at_rest(world, conversation)
            said = [entry.body["text"] for entry in world.widgets.shown[conversation]]
            assert said[-1] == f"re:{seq}"

    def _hear(
        self, conversation: str, text: str, again: bool, rounds: int, **more: Any
    ) -> None:
        message_id = self._id(conversation, "customer", again)
        heard = self.world.hear(conversation, text, message_id, **more)
        assert self.heard.setdefault((conversation, message_id), heard.seq) == heard.seq
        self.world.go_on(rounds)

    def _id(self, conversation: str, author: str, again: bool) -> str:
        """The last one again, or the next."""
        last = self.ids.get(conversation, 0)
        self.ids[conversation] = last if again and last else last + 1
        return f"{author}-{self.ids[conversation]}"

    def _who(self, conversation: str, agent: int, rightly: bool) -> int:
        holder = self.world.switchboard.hold_of(conversation).agent
        return holder if rightly and holder is not None else agent

    def _do(self, work: Any, rounds: int) -> None:
        self.world.run(work)
        self.world.go_on(rounds)

    def _acknowledge(self, conversation: str, message_id: str, done: asyncio.Task[Any]) -> None:
        if not done.cancelled() and done.exception() is None:
            self.acknowledged[conversation, message_id] = done.result().seq


TestInterleavings = pytest.mark.slow(Interleavings.TestCase)
TestInterleavings.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
