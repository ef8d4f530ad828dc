"""Who is at the desk, with as many tabs as they like."""

from __future__ import annotations

from bot.handoff.presence import Presence
from tests.bot.desk.conftest import Time


def test_an_agent_is_there_until_the_last_tab_is_gone(time: Time) -> None:
    presence = Presence(time.seconds)
    presence.came(1, ("en",))
    presence.came(1, ("en",))
    presence.came(2, ("en", "fr"))
    presence.left(1)
    assert (presence.online(), presence.gone_for(1)) == ({1, 2}, 0.0)
    presence.left(1)
    time.move(30)
    assert (presence.online(), presence.gone_for(1), presence.gone_for(2)) == ({2}, 30.0, 0.0)
    presence.came(1, ("en",))
    assert (presence.online(), presence.gone_for(1)) == ({1, 2}, 0.0)


def test_who_was_never_there_is_gone_since_the_process_began(time: Time) -> None:
    presence = Presence(time.seconds)
    time.move(45)
    assert presence.gone_for(1) == 45.0


def test_the_languages_are_those_of_who_is_there(time: Time) -> None:
    presence = Presence(time.seconds)
    assert presence.languages() == frozenset()
    presence.came(1, ("en",))
    assert presence.languages() == {"en"}
    presence.came(2, ("en", "fr"))
    presence.left(1)
    assert presence.languages() == {"en", "fr"}
    presence.left(2)
    assert presence.languages() == frozenset()
