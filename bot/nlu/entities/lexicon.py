"""What a word does in a sentence about seats, as far as the rules need to know."""

from __future__ import annotations

from bot.nlu.entities.phrases import Phrases
from bot.nlu.entities.resources import packaged

_CLASSES: dict[str, list[str]] = packaged("lexicon.yml")
_BOUNDS: dict[str, list[str]] = packaged("quantities/colloquial.yml")

UNKNOWN = "X"
WORDS = Phrases.grouped({**_CLASSES, "BOUND": _BOUNDS["at_least"] + _BOUNDS["at_most"]})

# "3x", "5seats", "2more", "3years"; an ordinal or a name ("2nd", "3d") stays in one piece.
SEPARABLE = frozenset(
    word
    for name in ("SEAT", "POSTE", "USER", "PERSON", "UNIT", "MORE", "MULT")
    for word in _CLASSES[name]
    if word == "x" or len(word) > 2
)
