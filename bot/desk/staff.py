"""Our own desk as the handoff knows it (bot/handoff/desks.py): who is connected to its page."""

from __future__ import annotations

from collections.abc import Collection

from bot.desk.accounts import Accounts
from bot.handoff.presence import Presence

_UNKNOWN = "Prorata"


class Staff:
    def __init__(self, accounts: Accounts, presence: Presence) -> None:
        self._accounts = accounts
        self._presence = presence

    def languages(self) -> Collection[str]:
        return self._presence.languages()

    def name_of(self, agent: int) -> str:
        found = self._accounts.by_id(agent)
        return found.name if found else _UNKNOWN

    def gone_for(self, agent: int) -> float:
        return self._presence.gone_for(agent)
