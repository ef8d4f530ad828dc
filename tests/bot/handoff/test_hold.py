"""Every change from every state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.handoff import hold as holding
from bot.handoff.hold import Hold, NotPossible

AT = 100.0
STATES = {
    "bot": Hold("c", since=1.0, version=3),
    "waiting": Hold("c", "waiting", since=2.0, asked=2.0, reason="complex", version=3),
    "first": Hold("c", "waiting", since=9.0, asked=2.0, reason="complex", first=True, version=3),
    "held": Hold("c", "held", agent=7, since=5.0, asked=2.0, reason="complex", version=3),
    "stepped in": Hold("c", "held", agent=7, since=5.0, version=3),
    "another's": Hold("c", "held", agent=8, since=5.0, asked=2.0, version=3),
    "closed": Hold("c", "closed", since=6.0, version=3),
}
CHANGES: dict[str, Callable[[Hold], Hold]] = {
    "ask": lambda hold: holding.ask(hold, "frustrated", AT),
    "withdraw": lambda hold: holding.withdraw(hold, AT),
    "claim": lambda hold: holding.claim(hold, 7, AT),
    "transfer": lambda hold: holding.transfer(hold, 7, 9, AT),
    "requeue": lambda hold: holding.requeue(hold, 7, AT),
    "hand_back": lambda hold: holding.hand_back(hold, 7, AT),
    "close": lambda hold: holding.close(hold, 7, AT),
    "reopen": lambda hold: holding.reopen(hold, AT),
}
BOT = Hold("c", since=AT, version=3)
ASKED = Hold("c", "waiting", since=AT, asked=AT, reason="frustrated", version=3)
CLOSED = Hold("c", "closed", since=AT, version=3)
HELD = STATES["held"]
WAITS = Hold("c", "waiting", since=AT, asked=2.0, reason="complex", first=True, version=3)
BECOMES = {
    ("ask", "bot"): ASKED,
    ("ask", "closed"): ASKED,
    ("withdraw", "waiting"): BOT,
    ("withdraw", "first"): BOT,
    ("claim", "bot"): Hold("c", "held", agent=7, since=AT, version=3),
    ("claim", "waiting"): replace(HELD, since=AT),
    ("claim", "first"): replace(HELD, since=AT),
    ("transfer", "held"): replace(HELD, since=AT, agent=9),
    ("transfer", "stepped in"): Hold("c", "held", agent=9, since=AT, version=3),
    ("requeue", "held"): WAITS,
    ("requeue", "stepped in"): replace(WAITS, asked=AT, reason=None),
    ("hand_back", "held"): BOT,
    ("hand_back", "stepped in"): BOT,
    ("close", "waiting"): CLOSED,
    ("close", "first"): CLOSED,
    ("close", "held"): CLOSED,
    ("close", "stepped in"): CLOSED,
    ("reopen", "closed"): BOT,
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_leads_to_one_state_or_is_not_possible(change: str, state: str) -> None:
    before = STATES[state]
    after = BECOMES.get((change, state))
    if after is None:
        with pytest.raises(NotPossible):
            CHANGES[change](before)
    else:
        assert CHANGES[change](before) == after


def test_nobody_transfers_to_themselves() -> None:
    with pytest.raises(NotPossible):
        holding.transfer(HELD, 7, 7, AT)


@pytest.mark.parametrize("state", STATES)
def test_the_bot_is_silent_with_people(state: str) -> None:
    assert STATES[state].is_with_people == (state not in ("bot", "closed"))


def test_who_had_an_agent_is_first_and_else_who_asked_first() -> None:
    late = Hold("late", "waiting", since=50.0, asked=50.0)
    early = Hold("early", "waiting", since=60.0, asked=40.0)
    again = Hold("again", "waiting", since=90.0, asked=80.0, first=True)
    before = Hold("before", "waiting", since=95.0, asked=70.0, first=True)
    queue = sorted([late, again, early, before], key=lambda hold: hold.place)
    assert [hold.conversation for hold in queue] == ["before", "again", "early", "late"]
