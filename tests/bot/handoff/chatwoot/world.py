"""The handoff with Chatwoot as its desk, all real but for Chatwoot itself: its API is called in memory,
and time is the test's.
"""

from __future__ import annotations

import asyncio
import copy
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from bot.desk.audit import Audit
from bot.handoff.agents import AgentSide
from bot.handoff.chatwoot.assembly import Chatwoot
from bot.handoff.commands import PAYLOADS
from bot.handoff.desks import Desks, elsewhere
from bot.handoff.notices import Notices
from bot.handoff.patience import Patience
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import TryAgain
from bot.store.transcript import Entry
from tests.bot.channels.conftest import Names
from tests.bot.handoff.world import LIMITS, MOST, World, sentence
from tests.fakes.chatwoot import Chat, FakeChatwoot

SECRET = "the-secret-of-the-web-channel"
# Seconds between two sweeps: real ones are closer, and find nothing new.
_SWEEP = 5


@dataclass
class Wire:
    """To Chatwoot. `down` answers nothing; `refusals` are answered instead, one a request; `ends`
    is the request with which the process ends, before or after it was taken.
    """

    chatwoot: FakeChatwoot
    down: bool = False
    refusals: list[tuple[int, Any]] = field(default_factory=list)
    loses_answers: bool = False
    ends: tuple[int, bool] | None = None
    sent: int = 0
    over: bool = False

    async def send(self, post: Post) -> Answer:
        await asyncio.sleep(0)
        self.sent += 1
        number, is_taken = self.ends or (0, False)
        if self.over or (self.sent == number and not is_taken):
            await self._end()
        if self.down:
            raise TryAgain("ClientConnectorError")
        if self.refusals:
            status, refusal = self.refusals.pop(0)
            return Answer(status, {}, refusal)
        token = post.headers.get("api_access_token")
        status, body = self.chatwoot.respond(post.method, post.url, post.json, token)
        if self.sent == number:
            await self._end()
        if self.loses_answers and post.method == "POST":
            raise TryAgain("TimeoutError")
        await asyncio.sleep(0)
        return Answer(status, {}, copy.deepcopy(body))

    async def close(self) -> None:
        """Nothing was opened."""

    async def _end(self) -> None:
        self.over = True
        await asyncio.Event().wait()


def _in_haste(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA synchronous = OFF")


class Others:
    """Our own desk, at which nobody is."""

    def languages(self) -> tuple[str, ...]:
        return ()

    def name_of(self, agent: int) -> str:
        return Names().name_of(agent)

    def gone_for(self, agent: int) -> float:
        return 0.0


class ChatwootWorld(World):
    def __init__(self, *given: Any) -> None:
        self.there = FakeChatwoot()
        self.wire = Wire(self.there)
        self.sleeping: list[tuple[float, asyncio.Future[None]]] = []
        super().__init__(*given)

    def start(self) -> None:
        # Processes end here without the machine's doing: nothing has to reach the disk.
        sa.event.listen(sa.engine.Engine, "connect", _in_haste)
        super().start()
        sa.event.remove(sa.engine.Engine, "connect", _in_haste)
        self.sleeping.clear()
        self.chatwoot = Chatwoot(
            *(self.there.settings, SECRET, self.engine, self.time, self.wire),
            *(self.time.seconds, self.sleep),
        )
        desks = Desks(Others(), self.chatwoot.members)
        notices = Notices(sentence, lambda _: ())
        self.agents = AgentSide(self.switchboard, notices, desks)
        self.patience = Patience(self.switchboard, self.agents, notices, desks, LIMITS)
        given = (self.switchboard, self.agents, notices, self.transcript)
        self.audit = Audit(self.engine, self.time)
        self.chatwoot.serve(*given, self.reception._delivery, sentence, self.audit)
        self.tick()

    def kill(self) -> None:
        self.loop.run_until_complete(self.chatwoot.stop())
        super().kill()

    async def sleep(self, seconds: float) -> None:
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.sleeping.append((self.time.seconds() + seconds, waking))
        await waking

    def tick(self) -> None:
        async def tick() -> None:
            self.chatwoot.tick()

        self.run(tick())
        self.settle()

    def pass_by(self, seconds: float, *, patience: bool = False) -> None:
        """From sweep to sweep."""
        for _ in range(-int(-seconds // _SWEEP)):
            self.time.move(_SWEEP)
            for at, waking in [s for s in self.sleeping if s[0] <= self.time.seconds()]:
                self.sleeping.remove((at, waking))
                if not waking.done():
                    waking.set_result(None)
            if patience:
                self.run(self.patience.tick())
            self.tick()

    def settle(self) -> None:
        """Until all that is left waits for time, the bot, or the test: nothing here is real I/O."""
        self.go_on(1)
        while self.loop._ready:  # type: ignore[attr-defined]
            self.go_on(1)

    def call(self, *, order: int = 1, times: int = 1) -> None:
        """The webhook, for all that has happened there."""

        async def call(number: int) -> None:
            self.chatwoot._duty.changed(number)

        hooks, self.there.hooks = self.there.hooks[::order], []
        for hook in hooks * times:
            self.run(call((hook if "status" in hook else hook["conversation"])["id"]))
            self.go_on(3)
        self.settle()

    # --- a customer ---
    def say(self, text: str, message_id: str, **more: Any) -> Entry:
        heard = self.hear("c", text, message_id, **more)
        self.settle()
        return heard

    def join(self, message_id: str = "join") -> Entry:
        return self.say("please", message_id, payload=PAYLOADS["join"])

    def answered(self, text: str, message_id: str) -> None:
        """By the bot."""
        self.say(text, message_id)
        for turn in self.bot.waiting():
            turn.outcome.set_result("answer")
        self.settle()

    def seen(self) -> list[str]:
        """By the customer: who, and what."""
        return [
            f"{entry.author} {entry.body.get('response') or entry.body['text']}"
            for entry in self.widgets.shown.get("c", [])
        ]

    def said(self) -> list[Entry]:
        """By agents."""
        return [e for e in self.transcript.since("c", 0, MOST) if e.author == "agent"]

    @property
    def state(self) -> tuple[str, int | None]:
        """With the agent's number at Chatwoot."""
        hold = self.switchboard.hold_of("c")
        return hold.state, None if hold.agent is None else elsewhere(hold.agent)

    @property
    def chat(self) -> Chat:
        return self.there.chat
