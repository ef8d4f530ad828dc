from __future__ import annotations

from actions.turns import given_up, not_understood_in_a_row, times_heard
from tests.actions.conftest import Said

USER = {"event": "user", "parse_data": {"intent": {"name": "greet"}}}
CLARIFIED = [USER, {"event": "action", "name": "action_clarify"}]
REPHRASED = [USER, {"event": "action", "name": "action_rephrase"}]
UNDERSTOOD = [USER, {"event": "action", "name": "utter_greet"}]


def test_turns_in_a_row_before_this_one(said: Said) -> None:
    assert not_understood_in_a_row(said("x")) == 0
    assert not_understood_in_a_row(said("x", events=[*CLARIFIED, *REPHRASED])) == 2
    assert not_understood_in_a_row(said("x", events=[*CLARIFIED, *UNDERSTOOD])) == 0
    assert not_understood_in_a_row(said("x", events=[*UNDERSTOOD, *REPHRASED])) == 1


def test_how_often_an_intent_was_heard(said: Said) -> None:
    assert times_heard(said("greet", events=[*CLARIFIED, USER]), "greet") == 3
    assert times_heard(said("greet"), "thank") == 0


def test_giving_up_closes_the_form() -> None:
    assert [event["event"] for event in given_up()] == ["active_loop", "slot", "followup"]
