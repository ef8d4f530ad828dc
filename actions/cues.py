"""What the words around the values say: that more is added, that a new quote begins."""

from __future__ import annotations

import re
from typing import Any

# "3 more", « ajoutez-en 3 »: an addition, whatever the number before was.
_MORE = re.compile(
    r"\b(?:more|extra|additional|another|add(?:ing)?|buy|(?:de|en) plus"
    r"|suppl[eé]mentaires?|additionnels?|r?ajout\w*|autres|achet\w*)\b"
)
# "Another quote", « un nouveau devis »; the article before it counts no seat.
_ANEW = re.compile(
    r"(?:\b(?:an?|one|une?)\s+)?\b(?:another|new|different|fresh|autre|nouvelle|nouveau)\s+"
    r"(?:price\s+)?(?:quote|quotation|estimate|soumission|devis|estimation|demande)\b"
)
# "Double our seats", « doubler le nombre de postes »: of all there are, not of a quote's number.
_OF_ALL = re.compile(
    r"\b(?:our|my|nos|mes)\s+(?:\w+\s+){0,2}(?:seats?|licen[cs]es?|postes?|sièges?)\b"
    r"|\bnumber of\b|\bnombre d"
)

# "Only Maya", « juste le Revit »: of several products one is left.
_ALONE = re.compile(r"\b(?:only|just|alone|juste|seulement|uniquement|rien que)\b")


def is_addition(text: str) -> bool:
    return bool(_MORE.search(text.lower()))


def is_alone(text: str) -> bool:
    return bool(_ALONE.search(text.lower()))


def is_new_quote(text: str) -> bool:
    return bool(_ANEW.search(text.lower()))


def is_of_all_seats(text: str) -> bool:
    return bool(_OF_ALL.search(text.lower()))


def counts_quotes(entity: dict[str, Any], text: str) -> bool:
    """True for the "un" of « un nouveau devis », which is a number of quotes."""
    named = _ANEW.search(text.lower())
    return (
        named is not None
        and entity["entity"] == "seats"
        and named.start() <= entity["start"] < named.end()
    )
