"""Why something that a widget sent is not taken, in a word for programs and one for the customer."""

from __future__ import annotations

RESPONSES = {
    "too_fast": "utter_too_fast",
    "button_invalid": "utter_button_invalid",
    "no_session": "utter_trouble",
    "invalid": "utter_trouble",
    "trouble": "utter_trouble",
}


class Refused(Exception):
    """`reason` is a key of RESPONSES."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
