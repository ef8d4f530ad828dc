"""Agents as the handoff knows them: by the name that customers read."""

from __future__ import annotations

from bot.desk.accounts import Accounts

_UNKNOWN = "Prorata"


class Staff:
    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def name_of(self, agent: int) -> str:
        found = self._accounts.by_id(agent)
        return found.name if found else _UNKNOWN
