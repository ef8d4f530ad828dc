"""Whether an answer of the action server is one, by Rasa's own JSON schema.

Mends `RemoteAction._validate_action_result` (rasa/core/actions/action.py), which compiles a constant
schema for every answer, and tries each event on the schemas of all kinds though its name says which.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema
from rasa.core.actions.action import RemoteAction
from rasa.shared.utils.schemas.events import EVENT_SCHEMA


def check(answer: Any) -> None:
    """Raises jsonschema.ValidationError for exactly what stock refuses."""
    _answers().validate(answer)
    for event in answer.get("events", []):
        kind = _kinds().get(event["event"])
        if kind is None:
            raise jsonschema.ValidationError("an event of no known kind")
        kind.validate(event)


@cache
def _answers() -> Any:
    any_kind = {key: value for key, value in EVENT_SCHEMA.items() if key != "oneOf"}
    schema = RemoteAction.action_response_format_spec()
    events = {**schema["properties"]["events"], "items": any_kind}
    return jsonschema.Draft7Validator(
        {**schema, "properties": {**schema["properties"], "events": events}}
    )


@cache
def _kinds() -> dict[str, Any]:
    """By the name that the schema of a kind has as a constant; each name is that of one kind."""
    return {
        kind["properties"]["event"]["const"]: jsonschema.Draft7Validator(kind)
        for kind in EVENT_SCHEMA["oneOf"]
    }
