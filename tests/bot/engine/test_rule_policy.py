"""The rules that fit a state are searched for once, and are the ones that stock finds."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def domain(model: Path) -> Any:
    return loaded(model)[0]


@pytest.fixture(scope="module")
def policy(model: Path) -> Any:
    return loaded(model)[1]


def loaded(model: Path) -> tuple[Any, Any]:
    from rasa.core.processor import MessageProcessor

    from bot.engine.rule_policy import RulePolicy

    _, metadata, runner = MessageProcessor._load_model(model)
    components = (node._component for node in runner._instantiated_nodes.values())
    return metadata.domain, next(c for c in components if isinstance(c, RulePolicy))


def heard(intent: str, domain: Any, *before: Any) -> Any:
    from rasa.shared.core.events import ActionExecuted, UserUttered
    from rasa.shared.core.trackers import DialogueStateTracker

    listen = ActionExecuted("action_listen")
    message = UserUttered("…", {"name": intent, "confidence": 1.0})
    return DialogueStateTracker.from_events("c-1", [listen, *before, message], domain.slots)


def predicted(policy: Any, tracker: Any, domain: Any) -> str:
    probabilities = policy.predict_action_probabilities(tracker, domain).probabilities
    return str(domain.action_names_or_texts[probabilities.index(max(probabilities))])


def test_every_intent_gets_the_action_that_stock_predicts(policy: Any, domain: Any) -> None:
    from rasa.core.policies.rule_policy import RulePolicy as Stock

    ours = [predicted(policy, heard(intent, domain), domain) for intent in domain.intents]
    stock = copy.copy(policy)
    stock.__class__ = Stock
    theirs = [predicted(stock, heard(intent, domain), domain) for intent in domain.intents]
    assert ours == theirs
    assert len(set(ours)) > 15


def test_a_state_is_searched_for_once(
    policy: Any, domain: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rasa.core.policies.rule_policy import RulePolicy as Stock

    searched: list[str] = []
    original = Stock._get_possible_keys

    def counted(self: Any, lookup: Any, states: Any) -> Any:
        searched.append(json.dumps(states))
        return original(self, lookup, states)

    monkeypatch.setattr(Stock, "_get_possible_keys", counted)
    policy._remembered.clear()
    for _ in range(3):
        predicted(policy, heard("greet", domain), domain)
    predicted(policy, heard("thank", domain), domain)
    assert len(searched) == len(set(searched)) == 2


def test_what_is_remembered_is_bounded(
    policy: Any, domain: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.engine.rule_policy._REMEMBERED_AT_MOST", 3)
    policy._remembered.clear()
    for intent in domain.intents:
        predicted(policy, heard(intent, domain), domain)
        assert len(policy._remembered) <= 3
