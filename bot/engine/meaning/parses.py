"""What the pipeline has found in a message, and what it is taken for in its place."""

from __future__ import annotations

from typing import Any

Parse = dict[str, Any]
Found = dict[str, Any]
"""An entity."""

VALUES, PRICE = "inform", "request_quote"
ABOUT_A_QUOTE = frozenset({VALUES, PRICE})
PERSON = "request_human"
FOR_A_PERSON = frozenset({PERSON, "report_complex_case"})
NOT_UNDERSTOOD = "nlu_fallback"
UNSURE = frozenset({"nlu_clarify", NOT_UNDERSTOOD})

# What there is already, and "thanks a bunch", ask for nothing: roles of entities.
ASK_FOR_NOTHING = frozenset({"current", "vague"})

# Sure enough to answer a part by itself; the whole message only needs the pipeline's threshold.
SURE = 0.7


def taken_for(parse: Parse, intent: str) -> Parse:
    return {**parse, "intent": {"name": intent, "confidence": 1.0}}


def likeliest(parse: Parse) -> str | None:
    """The intent that the pipeline would have taken, had it been sure enough."""
    return next((intent["name"] for intent in parse.get("intent_ranking") or ()), None)
