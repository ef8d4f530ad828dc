"""Money that no price is in, and a bare "dollars": heard all the same, so that nobody takes a price
in one currency for a price in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.resources import packaged

_KIND = "MONEY"
_WORDS = packaged("foreign_currencies.yml")
_SIGN = re.compile(r"\W")


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    """Words of their own, and signs that may touch a number."""
    named = list(phrases)
    signs = [re.escape(phrase) for phrase in named if _SIGN.fullmatch(phrase)]
    words = [_spelled(phrase) for phrase in named if not _SIGN.fullmatch(phrase)]
    # One look around for all words: most positions of a text are settled by it.
    return re.compile("|".join([*signs, rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"]))


def _spelled(phrase: str) -> str:
    return r"[\s-]".join(re.escape(word) + "s?" for word in re.split(r"[ -]", phrase))


_NAMED = [
    *((code, _any(phrases)) for code, phrases in _WORDS["codes"].items()),
    (None, _any(_WORDS["shared"])),
]
# Most messages name none: one look tells.
_NAMES_ANY = _any([*chain(*_WORDS["codes"].values()), *_WORDS["shared"]])
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
        for code, pattern in (_NAMED if _NAMES_ANY.search(free) else ())
        for match in pattern.finditer(free)
    ]
    alone = _ALONE.fullmatch(free)
    dollars: list[re.Match[str]] = [*_ASKED.finditer(free), *([alone] if alone else ())]
    claims += [
        Claim(*match.span("dollars"), _KIND, "currency", None, "dollars") for match in dollars
    ]
    return claims
