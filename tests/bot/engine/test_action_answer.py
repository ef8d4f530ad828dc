"""An action server's answer is checked by the schema that stock uses, at less cost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow

GOOD = (
    {"events": [], "responses": []},
    {},
    {"events": [{"event": "slot", "name": "a", "value": 1}]},
    {"events": [{"event": "slot", "name": "a", "value": None, "timestamp": 1.5}]},
    {"events": [{"event": "followup", "name": "action_listen"}, {"event": "active_loop"}]},
)
BAD = (
    [],
    None,
    "text",
    {"events": "none"},
    {"events": [5]},
    {"events": [{"name": "no event"}]},
    {"events": [{"event": "slot", "name": "a"}]},
    {"events": [{"event": "slot", "name": 1, "value": 1}]},
    {"events": [{"event": "bot"}, {"event": "no such kind"}]},
    {"events": [{"event": ["slot"]}]},
    {"events": [{"event": "bot", "timestamp": "now"}]},
    {"events": [{"event": "bot", "metadata": []}]},
    {"responses": {}},
    {"responses": [5]},
)


def stock(answer: Any) -> None:
    import rasa.core.actions.action as action

    cls = next(c for c in action.RemoteAction.__mro__ if c.__module__ == action.__name__)
    cls("action_calm", None)._validate_action_result(answer)


def ours(answer: Any) -> None:
    from bot.engine.action_answer import check

    check(answer)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often a JSON schema has been checked for being one."""
    from jsonschema.validators import validator_for

    validator, count = validator_for({}), 0
    original = validator.check_schema.__func__

    def check(cls: Any, *given: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        return original(cls, *given, **named)

    monkeypatch.setattr(validator, "check_schema", classmethod(check))
    return lambda: count


def test_stock_checks_the_constant_schema_for_every_answer(compiled: Callable[[], int]) -> None:
    for _ in range(5):
        stock(GOOD[0])
    assert compiled() == 5


def test_ours_does_not(compiled: Callable[[], int]) -> None:
    for _ in range(5):
        ours(GOOD[0])
    assert compiled() == 0


@pytest.mark.parametrize("check", [stock, ours])
def test_the_same_answers_are_accepted_and_refused(check: Callable[[Any], None]) -> None:
    import jsonschema

    for answer in GOOD:
        check(answer)
    for answer in BAD:
        with pytest.raises(jsonschema.ValidationError):
            check(answer)


def test_every_event_of_rasa_is_of_a_known_kind() -> None:
    from rasa.shared.utils.schemas.events import EVENT_SCHEMA

    names = [kind["properties"]["event"]["const"] for kind in EVENT_SCHEMA["oneOf"]]
    assert len(names) == len(set(names)) > 20
    for name in names:
        event = {"event": name, "name": "a", "value": 1, "entities": []}
        stock({"events": [event]})
        ours({"events": [event]})
