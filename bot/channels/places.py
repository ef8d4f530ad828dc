"""« la deuxième », "the last one": a place in a list of buttons that was just shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLACES = (
    "first|1st|premier|premiere|1er|1re|1ere",
    "second|2nd|deuxieme|seconde|2e|2eme",
    "third|3rd|troisieme|3e|3eme",
    "fourth|4th|quatrieme|4e|4eme",
    "fifth|5th|cinquieme|5e|5eme",
)
_LAST = "last|dernier|derniere"
_PLACE = re.compile(
    rf"(?:(?:ok|yes|oui|euh|uh)\W+)?(?:the |le |la |l')?({'|'.join((*_PLACES, _LAST))})"
    r"(?: (?:one|option|choice|choix|subscription|abonnement|product|produit))?"
    r"(?:,? (?:please|pls|svp|stp|s'il vous plait))?\W*"
)


def at_place(folded: str, buttons: Sequence[dict[str, str]]) -> dict[str, str] | None:
    """The button whose place `folded` (bot/nlu/normalise.py) names; None where there is none."""
    match = _PLACE.fullmatch(folded)
    if match is None or not buttons:
        return None
    if match[1] in _LAST.split("|"):
        return buttons[-1]
    place = next(i for i, names in enumerate(_PLACES) if match[1] in names.split("|"))
    return buttons[place] if place < len(buttons) else None
