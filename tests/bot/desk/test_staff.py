"""Our own desk as the handoff knows it."""

from __future__ import annotations

from bot.desk.accounts import Accounts, Agent
from bot.desk.staff import Staff
from bot.handoff.presence import Presence
from tests.bot.desk.conftest import Time


def staff(accounts: Accounts, presence: Presence | None = None) -> Staff:
    return Staff(accounts, presence or Presence(Time().seconds))


def test_an_agent_goes_by_the_name_of_the_account(accounts: Accounts, camille: Agent) -> None:
    assert staff(accounts).name_of(camille.id) == "Camille"


def test_also_once_the_account_is_disabled(accounts: Accounts, camille: Agent) -> None:
    accounts.disable(camille.id)
    assert staff(accounts).name_of(camille.id) == "Camille"


def test_nobody_goes_by_a_name_that_is_ours(accounts: Accounts) -> None:
    assert staff(accounts).name_of(99) == "Prorata"


def test_whoever_is_connected_is_there(accounts: Accounts, camille: Agent, time: Time) -> None:
    presence = Presence(time.seconds)
    ours = staff(accounts, presence)
    assert not ours.languages()
    presence.came(camille.id, camille.languages)
    time.move(5)
    assert (set(ours.languages()), ours.gone_for(camille.id)) == ({"en", "fr"}, 0)
    presence.left(camille.id)
    time.move(5)
    assert (set(ours.languages()), ours.gone_for(camille.id)) == (set(), 5)
