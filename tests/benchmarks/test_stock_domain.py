from __future__ import annotations

from typing import Any

from benchmarks.stock_domain import domain, rules, stories

_OURS: list[dict[str, Any]] = [
    {"rule": "a", "steps": [{"intent": "greet"}, {"action": "utter_greet"}]},
    {"rule": "b", "steps": [{"intent": "faq_a"}, {"action": "utter_faq_a"}]},
    {"rule": "c", "steps": [{"intent": "faq_b"}, {"action": "utter_faq_b"}]},
    {"rule": "d", "steps": [{"intent": "thank"}, {"action": "utter_thank"}]},
    {"rule": "e", "steps": [{"intent": "nlu_fallback"}, {"action": "action_rephrase"}]},
    {
        "rule": "f",
        "condition": [{"active_loop": "form"}],
        "steps": [{"intent": "cancel"}, {"action": "utter_cancelled"}],
    },
    {
        "rule": "g",
        "steps": [{"intent": "quote"}, {"action": "form"}, {"active_loop": "form"}],
    },
]
_INTENTS = ["cancel", "faq_a", "faq_b", "greet", "quote", "thank"]


def _answers(ruled: list[dict[str, Any]]) -> dict[str, str]:
    return {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for rule in ruled}


def test_plain_answers_are_kept_and_all_else_is_answered_too() -> None:
    assert _answers(rules(_OURS, _INTENTS)) == {
        "greet": "utter_greet",
        "faq_a": "utter_faq_a",
        "faq_b": "utter_faq_b",
        "thank": "utter_thank",
        "quote": "utter_out_of_scope",
        "cancel": "utter_out_of_scope",
        "nlu_fallback": "utter_rephrase",
    }


def test_there_is_a_story_for_each_question_that_agrees_with_the_rules() -> None:
    ruled = rules(_OURS, _INTENTS)
    told = stories(ruled)
    assert [story["story"] for story in told] == ["faq_a, faq_b", "faq_b, faq_a"]
    answers = _answers(ruled)
    for story in told:
        pairs = zip(story["steps"][::2], story["steps"][1::2], strict=True)
        assert all(answers[said["intent"]] == done["action"] for said, done in pairs)


def test_the_domain_has_what_the_rules_say_without_our_values() -> None:
    texts: dict[str, Any] = {
        name: [{"text": f"{name} {{value}}"}] for name in _answers(rules(_OURS, _INTENTS)).values()
    }
    texts["utter_greet"][0]["buttons"] = [{"title": "a {value}", "payload": "/faq_a"}]
    ours = {
        "responses": {**texts, "utter_quote": [{"text": "…"}]},
        "session_config": {"session_expiration_time": 60},
        "slots": {"seats": {}},
        "actions": ["action_rephrase"],
    }
    made = domain(ours, rules(_OURS, _INTENTS))
    assert set(made) == {"version", "intents", "responses", "session_config"}
    assert made["intents"] == [*_INTENTS, "nlu_fallback"]
    assert made["responses"]["utter_faq_a"] == [{"text": "utter_faq_a value"}]
    assert made["responses"]["utter_greet"][0]["buttons"][0]["title"] == "a value"
    assert made["responses"]["utter_default"] == made["responses"]["utter_rephrase"]
    assert "utter_quote" not in made["responses"]
