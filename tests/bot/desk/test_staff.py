"""The name by which customers know an agent."""

from __future__ import annotations

from bot.desk.accounts import Accounts, Agent
from bot.desk.staff import Staff


def test_an_agent_goes_by_the_name_of_the_account(accounts: Accounts, camille: Agent) -> None:
    assert Staff(accounts).name_of(camille.id) == "Camille"


def test_also_once_the_account_is_disabled(accounts: Accounts, camille: Agent) -> None:
    accounts.disable(camille.id)
    assert Staff(accounts).name_of(camille.id) == "Camille"


def test_nobody_goes_by_a_name_that_is_ours(accounts: Accounts) -> None:
    assert Staff(accounts).name_of(99) == "Prorata"
