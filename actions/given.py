"""What was given last, as long as the conversation knows of it.

The slot keeps the values (actions/quotes/wording.py) that each amount was said with, as the
customer has read those: asking the billing system again could give others.
"""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker

GIVEN = "quote_given"


def given(tracker: Tracker) -> list[dict[str, Any]]:
    """The values of each amount: two where two numbers of seats were weighed."""
    return list(tracker.get_slot(GIVEN) or [])
