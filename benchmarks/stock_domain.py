"""Our dialogue as far as stock Rasa can hold it: one answer an intent, no actions, forms or slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# What an intent gets that only our actions can answer. Nothing may be answered with silence.
_OTHERWISE = "utter_out_of_scope"
_NOT_UNDERSTOOD = {"rule": "not understood", "intent": "nlu_fallback", "action": "utter_rephrase"}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")

Rule = dict[str, Any]


def rules(ours: Iterable[Mapping[str, Any]], intents: Sequence[str]) -> list[Rule]:
    """A rule for each of `intents` and for a message that is not understood."""
    answers = dict(answer for rule in ours if (answer := _plain_answer(rule)))
    known = [_rule(intent, intent, answers.get(intent, _OTHERWISE)) for intent in intents]
    return [*known, _rule(*_NOT_UNDERSTOOD.values())]


def stories(ruled: Sequence[Rule]) -> list[Rule]:
    """For TED to learn from, as rules teach it nothing: the benchmark's kind of conversation, one
    for each question, with the answers of the rules."""
    steps = {rule["steps"][0]["intent"]: rule["steps"] for rule in ruled}
    questions = [intent for intent in steps if intent.startswith("faq_")]
    following = [*questions[1:], *questions[:1]]
    return [
        {
            "story": f"{first}, {second}",
            "steps": [*steps["greet"], *steps[first], *steps[second], *steps["thank"]],
        }
        for first, second in zip(questions, following, strict=True)
    ]


def domain(ours: Mapping[str, Any], ruled: Sequence[Rule]) -> dict[str, Any]:
    """The intents and answers of the rules, and our session settings."""
    intents = [rule["steps"][0]["intent"] for rule in ruled]
    said = dict.fromkeys(rule["steps"][1]["action"] for rule in ruled)
    responses = {name: [_without_values(v) for v in ours["responses"][name]] for name in said}
    return {
        "version": "3.1",
        "intents": intents,
        "responses": {**responses, "utter_default": responses[_NOT_UNDERSTOOD["action"]]},
        "session_config": ours["session_config"],
    }


def _plain_answer(rule: Mapping[str, Any]) -> tuple[str, str] | None:
    """(intent, response), where a rule is that simple."""
    match rule:
        case {"condition": _}:
            return None
        case {"steps": [{"intent": intent}, {"action": action}]} if action.startswith("utter_"):
            return intent, action
    return None


def _rule(name: str, intent: str, action: str) -> Rule:
    return {"rule": name, "steps": [{"intent": intent}, {"action": action}]}


def _without_values(variation: Any) -> Any:
    """A placeholder becomes a word: stock Rasa would look for a slot and log that there is none."""
    if isinstance(variation, str):
        return _PLACEHOLDER.sub(r"\1", variation)
    if isinstance(variation, Mapping):
        return {key: _without_values(value) for key, value in variation.items()}
    return [_without_values(value) for value in variation]
