"""Agents as the handoff knows them: a name for customers, and languages."""

from __future__ import annotations

from collections.abc import Collection

from bot.desk.accounts import Accounts

_UNKNOWN = "Prorata"


class Staff:
    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def name_of(self, agent: int) -> str:
        found = self._accounts.by_id(agent)
        return found.name if found else _UNKNOWN

    def languages_of(self, agents: Collection[int]) -> frozenset[str]:
        """Those in which at least one of them answers."""
        found = (self._accounts.by_id(agent) for agent in agents)
        return frozenset(
            language
            for agent in found
            if agent and not agent.disabled
            for language in agent.languages
        )
