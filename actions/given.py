"""What was given last, as long as the conversation knows of it.

The slot keeps the values (actions/quotes/wording.py) that each amount was said with, as the
customer has read those: asking the billing system again could give others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.quotes.remark import Remark

GIVEN = "quote_given"


def given(tracker: Tracker) -> list[dict[str, Any]]:
    """The values of each amount: two where two numbers of seats were weighed."""
    return list(tracker.get_slot(GIVEN) or [])


def say_of_each(
    dispatcher: CollectingDispatcher, tracker: Tracker, about: Callable[[dict[str, Any]], Remark]
) -> None:
    """Says it of each amount; where none was given, how proration works."""
    remarks = [about(values) for values in given(tracker)]
    for remark in remarks or [Remark("utter_faq_proration")]:
        dispatcher.utter_message(response=remark.response, **remark.values)
