"""What goes on with Chatwoot beside everything else: nobody waits for it, and what fails is done later."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.failures import described
from bot.handoff.chatwoot.follower import Follower
from bot.handoff.chatwoot.members import POLL_SECONDS, Members
from bot.handoff.hold import NotPossible
from bot.handoff.switchboard import Switchboard
from bot.outbound.outbox import Outbox, TryAgain
from bot.store.chatwoot import Chats
from bot.store.outbox import Cursors
from bot.store.transcript import Entry

logger = logging.getLogger(__name__)

SIDE = "chatwoot"
_PEOPLE = ("waiting", "held")
# Seconds between two looks at what customers wait for: calls of the webhook may be lost.
_LOOK_SECONDS = 20.0
_AT_ONCE = 8


class Duty:
    """`seconds` is a monotonic clock."""

    def __init__(
        self,
        outbox: Outbox,
        follower: Follower,
        members: Members,
        chats: Chats,
        cursors: Cursors,
        switchboard: Switchboard,
        seconds: Callable[[], float],
    ) -> None:
        self._outbox = outbox
        self._follower = follower
        self._members = members
        self._chats = chats
        self._cursors = cursors
        self._switchboard = switchboard
        self._seconds = seconds
        self._theirs: set[str] = set()
        self._left: set[str] = set()
        self._is_new = True
        self._following: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._at_once = asyncio.Semaphore(_AT_ONCE)
        self._next_poll = self._next_look = seconds()

    def tick(self) -> None:
        """Often: it begins what is due."""
        now = self._seconds()
        if now >= self._next_poll:
            self._next_poll = now + POLL_SECONDS
            self._run(self._members.poll())
        if now >= self._next_look:
            self._next_look = now + _LOOK_SECONDS
            self._look()

    def entries(self, conversation: str, entries: list[Entry]) -> None:
        """Of any conversation; most are nothing to Chatwoot."""
        holders = [entry.body["holder"] for entry in entries if "holder" in entry.body]
        if any(holder in _PEOPLE for holder in holders):
            _guarded(lambda: self._begin(conversation, holders[-1]))
        if conversation in self._theirs:
            self._outbox.wake(conversation)
            if holders and holders[-1] not in _PEOPLE:
                self._theirs.discard(conversation)

    def changed(self, number: int) -> None:
        _guarded(lambda: self._changed(number))

    def typing(self, number: int, agent: int, *, on: bool) -> None:
        self._run(self._typing(number, agent, on=on))

    async def stop(self) -> None:
        tasks = [*self._following.values(), *self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._outbox.stop()

    def _look(self) -> None:
        """At all that customers wait for; at first also at what an earlier process has left."""
        with_people = self._switchboard.with_people()
        self._theirs.clear()
        for hold in with_people:
            self._begin(hold.conversation, hold.state)
        if self._is_new:
            self._left.update(self._chats.unresolved())
            self._is_new = False
        self._outbox.resume()
        for conversation in self._theirs | self._left:
            self._follow(conversation)

    def _begin(self, conversation: str, holder: str) -> None:
        """Whoever waits is sent there. Whom an agent of our own desk has taken from the bot is not."""
        if holder == "waiting":
            self._cursors.begin(SIDE, conversation)
            self._theirs.add(conversation)
        elif self._chats.of(conversation).number is not None:
            self._theirs.add(conversation)

    def _changed(self, number: int) -> None:
        chat = self._chats.numbered(number)
        if chat is not None:
            self._follow(chat.conversation)

    def _follow(self, conversation: str) -> None:
        if conversation in self._following:
            self._again.add(conversation)
        else:
            self._following[conversation] = asyncio.create_task(self._followed(conversation))

    async def _followed(self, conversation: str) -> None:
        self._left.discard(conversation)
        try:
            async with self._at_once:
                await self._follower.follow(conversation)
        except (TryAgain, NotPossible) as failure:
            logger.warning("A chat at Chatwoot was not followed: %s", failure)
            self._left.add(conversation)
        except Exception as failure:
            logger.error("Following a chat at Chatwoot failed: %s", described(failure))
            self._left.add(conversation)
        finally:
            del self._following[conversation]
        if conversation in self._again:
            self._again.discard(conversation)
            self._follow(conversation)

    async def _typing(self, number: int, agent: int, *, on: bool) -> None:
        chat = self._chats.numbered(number)
        if chat is not None:
            await self._follower.typing(chat.conversation, agent, on=on)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(_quietly(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _quietly(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except NotPossible:
        pass  # another agent's typing
    except TryAgain as failure:
        logger.warning("Chatwoot could not be asked: %s", failure)
    except Exception as failure:
        logger.error("Chatwoot could not be asked: %s", described(failure))


def _guarded(work: Callable[[], None]) -> None:
    """What is not stored now is found by the next look."""
    try:
        work()
    except SQLAlchemyError as failure:
        logger.error("Chatwoot's tables failed: %s", type(failure).__name__)
