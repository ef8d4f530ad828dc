"""An address or a number left after a hand-over: whoever leaves one wants to be reached.

By itself "Dan, dan@example.com" is about nothing; after "someone on our team" it asks for a person.
"""

from __future__ import annotations

import re

from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.parses import UNSURE, Parse
from bot.engine.meaning.said_last import said_last

_HAND_OVER = "utter_hand_over"
# A surer question, or values of a quote, say what they say.
_LEFT_OPEN = UNSURE | {"out_of_scope", "greet", "inform", "affirm", "thank"}
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?:\d[\s().-]{0,2}){10,}")
_WORDS_AT_MOST = 14


def leaves_an_address(parse: Parse, tracker: DialogueStateTracker) -> bool:
    text = parse["text"]
    return (
        parse["intent"]["name"] in _LEFT_OPEN
        and len(text.split()) <= _WORDS_AT_MOST
        and _ADDRESS.search(text) is not None
        and said_last(tracker).startswith(_HAND_OVER)
    )
