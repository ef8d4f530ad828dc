"""Two desks: who is available is the one's business, who is meant is told by the number."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.handoff.desks import Desks, elsewhere, is_elsewhere


@dataclass
class Some:
    name: str
    spoken: tuple[str, ...]
    gone: float

    def languages(self) -> tuple[str, ...]:
        return self.spoken

    def name_of(self, agent: int) -> str:
        return f"{self.name} {agent}"

    def gone_for(self, agent: int) -> float:
        return self.gone


OURS, OTHER = Some("ours", ("fr",), 7.0), Some("other", ("en",), 0.0)


def test_our_own_desk_is_the_desk() -> None:
    desks = Desks(OURS)
    assert (desks.languages(), desks.name_of(1), desks.gone_for(1)) == (("fr",), "ours 1", 7.0)


def test_another_desk_is_where_customers_are_sent() -> None:
    desks = Desks(OURS, OTHER)
    assert desks.languages() == ("en",)
    assert (desks.name_of(elsewhere(1)), desks.gone_for(elsewhere(1))) == ("other -1", 0.0)
    assert (desks.name_of(1), desks.gone_for(1)) == ("ours 1", 7.0)


def test_who_was_at_a_desk_that_is_not_there_any_more_is_gone() -> None:
    assert Desks(OURS).gone_for(elsewhere(1)) == 7.0


@pytest.mark.parametrize(("agent", "is_theirs"), [(elsewhere(3), True), (3, False), (None, False)])
def test_numbers_tell_whose_agent_it_is(agent: int | None, is_theirs: bool) -> None:
    assert is_elsewhere(agent) is is_theirs
