"""Who is there at Chatwoot, asked now and then and beside everything else: no customer waits for the
answer, and what is not known is nobody.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.handoff.chatwoot.line import Line
from bot.handoff.desks import elsewhere
from bot.language.identify import Language
from bot.store.chatwoot import Chats

# Seconds: what was so when it was last asked is good until it should have been asked thrice.
POLL_SECONDS = 30.0
_GOOD_FOR = 3 * POLL_SECONDS
_UNNAMED = "Prorata"


class Members:
    """The desk at Chatwoot (bot/handoff/desks.py). `seconds` is a monotonic clock."""

    def __init__(
        self,
        line: Line,
        chats: Chats,
        languages: tuple[Language, ...],
        seconds: Callable[[], float],
    ) -> None:
        self._line = line
        self._chats = chats
        self._languages = languages
        self._seconds = seconds
        self._somebody_until = seconds()
        self._names: dict[int, str] | None = None

    def languages(self) -> tuple[Language, ...]:
        return self._languages if self._seconds() < self._somebody_until else ()

    def name_of(self, agent: int) -> str:
        return self._known().get(elsewhere(agent)) or _UNNAMED

    def gone_for(self, agent: int) -> float:
        """Never: whose conversation it is when they leave is for Chatwoot's own rules."""
        return 0.0

    async def poll(self) -> None:
        """Raises TryAgain."""
        asked = self._seconds()
        members = await self._line.members()
        for member in members:
            self.meet(member.number, member.name)
        is_somebody = any(member.is_online for member in members)
        self._somebody_until = asked + _GOOD_FOR if is_somebody else asked

    def meet(self, number: int, name: str) -> None:
        """Kept: who said something may be gone from the inbox when they are named again."""
        if name and self._known().get(number) != name:
            self._chats.name_agent(number, name)
            self._known()[number] = name

    def _known(self) -> dict[int, str]:
        if self._names is None:
            self._names = self._chats.agents()
        return self._names
