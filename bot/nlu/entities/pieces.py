"""One tokenization for both languages: words, numerals, marks, and what is already claimed.

spaCy's own tokenizers differ by language (« j'ai », "don't", "3-year"), and the language of a short
or mixed message is only a guess: rules that must hold for both need one way of cutting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.quantities import numerals

_PIECE = re.compile(
    rf"(?P<glued>[^\W\d_]+\d\w*|\d+[^\W\d_]\w*)|(?P<numeral>{numerals.NUMERAL})"
    r"|(?P<word>[^\W\d_]+|\d+)|(?P<mark>[-=]>|-(?=\s?\d)|\n|[^\w\s'\-])",
)
_GLUED = re.compile(r"(?P<before>x)?(?P<digits>\d+)(?P<after>[^\W\d_]+)?")


@dataclass(frozen=True)
class Piece:
    start: int
    end: int
    text: str
    kind: Literal["word", "numeral", "mark", "claim"]


def cut(text: str, claims: Iterable[Claim], separable: frozenset[str]) -> list[Piece]:
    """`separable` are the words that may be glued to a number: "3x", "5seats", but not "3d", "2nd"."""
    pieces: list[Piece] = []
    position = 0
    for claim in claims:
        pieces.extend(_cut(text, position, claim.start, separable))
        pieces.append(Piece(claim.start, claim.end, claim.kind, "claim"))
        position = claim.end
    pieces.extend(_cut(text, position, len(text), separable))
    return pieces


def _cut(text: str, start: int, end: int, separable: frozenset[str]) -> Iterator[Piece]:
    for match in _PIECE.finditer(text, start, end):
        if match["glued"]:
            yield from _unglued(match.start(), match["glued"], separable)
        elif match["numeral"]:
            yield Piece(match.start(), match.end(), match.group(), "numeral")
        else:
            kind: Literal["word", "mark"] = "word" if match["word"] else "mark"
            yield Piece(match.start(), match.end(), match.group(), kind)


def _unglued(start: int, text: str, separable: frozenset[str]) -> Iterator[Piece]:
    parts = _GLUED.fullmatch(text)
    if not parts or (parts["after"] and parts["after"] not in separable):
        yield Piece(start, start + len(text), text, "word")
        return
    for name, kind in (("before", "word"), ("digits", "numeral"), ("after", "word")):
        if parts[name]:
            first, last = parts.span(name)
            yield Piece(start + first, start + last, parts[name], kind)  # type: ignore[arg-type]
