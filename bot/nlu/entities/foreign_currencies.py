"""Money that no price is in, and a bare "dollars": heard all the same, so that nobody takes a price
in one currency for a price in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.resources import packaged

_KIND = "MONEY"
_WORDS = packaged("foreign_currencies.yml")
_SIGN = re.compile(r"\W")


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_phrase, phrases)))


def _phrase(phrase: str) -> str:
    words = r"[\s-]".join(re.escape(word) + "s?" for word in re.split(r"[ -]", phrase))
    return words if _SIGN.fullmatch(phrase) else rf"(?<!\w){words}(?!\w)"


_NAMED = [
    *((code, _any(phrases)) for code, phrases in _WORDS["codes"].items()),
    (None, _any(_WORDS["shared"])),
]
# Canadian or American? A price in "$" names neither.
_ASKED = re.compile(r"(?<!\w)(?:in|en)\s+(?P<dollars>dollars?)(?!\w)")
_ALONE = re.compile(
    r"\W*(?:(?:the|le|les|des|oui|yes|euh|plutot|just|juste)\W+)?(?P<dollars>dollars?)"
    r"(?:\W+(?:please|pls|svp|stp|merci|thanks))?\W*"
)


def find(free: str) -> list[Claim]:
    """`free` is the folded text with dates and subscription ids taken out."""
    claims = [
        Claim(*match.span(), _KIND, "currency", code, "unsupported")
        for code, pattern in _NAMED
        for match in pattern.finditer(free)
    ]
    alone = _ALONE.fullmatch(free)
    dollars: list[re.Match[str]] = [*_ASKED.finditer(free), *([alone] if alone else ())]
    claims += [
        Claim(*match.span("dollars"), _KIND, "currency", None, "dollars") for match in dollars
    ]
    return claims
