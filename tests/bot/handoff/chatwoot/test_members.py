"""Who is there at Chatwoot: as far as that is known."""

from __future__ import annotations

import asyncio

import pytest

from bot.handoff.chatwoot.api import Api
from bot.handoff.chatwoot.line import Line
from bot.handoff.chatwoot.members import POLL_SECONDS, Members
from bot.outbound.outbox import TryAgain
from bot.store.chatwoot import Chats
from tests.bot.channels.conftest import new_engine
from tests.bot.desk.conftest import Time
from tests.bot.handoff.chatwoot.world import Wire
from tests.fakes.chatwoot import ANNA, FakeChatwoot


@pytest.fixture
def there() -> FakeChatwoot:
    return FakeChatwoot()


@pytest.fixture
def wire(there: FakeChatwoot) -> Wire:
    return Wire(there)


@pytest.fixture
def members(wire: Wire, there: FakeChatwoot, time: Time) -> Members:
    line = Line(Api(there.settings), wire, time)
    return Members(line, Chats(new_engine()), ("fr",), time.seconds)


def test_nobody_is_there_before_it_is_asked(members: Members) -> None:
    assert members.languages() == ()


def test_somebody_who_is_online_speaks_the_languages_of_the_team(members: Members) -> None:
    asyncio.run(members.poll())
    assert members.languages() == ("fr",)


@pytest.mark.parametrize("status", ["offline", "busy"])
def test_who_is_not_online_is_not_there(members: Members, there: FakeChatwoot, status: str) -> None:
    asyncio.run(members.poll())
    there.members[ANNA] = status
    asyncio.run(members.poll())
    assert members.languages() == ()


def test_what_was_known_is_forgotten_in_time(members: Members, wire: Wire, time: Time) -> None:
    asyncio.run(members.poll())
    wire.down = True
    for _ in range(3):
        assert members.languages() == ("fr",)
        time.move(POLL_SECONDS)
        with pytest.raises(TryAgain):
            asyncio.run(members.poll())
    assert members.languages() == ()


def test_names_are_those_that_agents_show(members: Members) -> None:
    asyncio.run(members.poll())
    assert [members.name_of(agent) for agent in (-3, -4, -9)] == ["Anna", "Ben", "Prorata"]
    members.meet(3, "Anna T.")
    members.meet(3, "")
    assert members.name_of(-3) == "Anna T."


def test_nobody_is_gone(members: Members) -> None:
    assert members.gone_for(-3) == 0
