"""Text as the rules read it: lower case, no accents, plain spaces, and the way back to the original.

Folding changes lengths (« œ », decomposed accents, emoji keycaps), so that each folded character
remembers which original characters it stands for.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = {
    **dict.fromkeys("’‘ʼ`´ʹ′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("®™©", ""),
    "œ": "oe",
    "Œ": "OE",
    "⁄": "/",
}
_NOT_SHOWN = {"Mn", "Me", "Cf"}
_UNREADABLE = {"Cs", "Co", "Cn"}


@dataclass(frozen=True)
class Folded:
    """`cased` is `text` before lower-casing; both have one length, and `origins` an item for each."""

    text: str
    cased: str
    origins: tuple[tuple[int, int], ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original text of the non-empty folded slice [start, end)."""
        return self.origins[start][0], self.origins[end - 1][1]


# A message is folded by each who reads it; what was said before is soon forgotten.
@lru_cache(maxsize=64)
def fold(text: str) -> Folded:
    """Never raises: a lone surrogate or a NUL is only a character that no rule knows."""
    cased: list[str] = []
    origins: list[tuple[int, int]] = []
    for index, character in enumerate(text):
        plain = _plain(character)
        if not plain and origins and unicodedata.category(character) in {"Mn", "Me"}:
            # An accent or a keycap belongs to the letter or digit that it decorates.
            origins[-1] = (origins[-1][0], index + 1)
        if len(plain) > 1 and "/" in plain and cased and cased[-1].isdigit():
            plain = f" {plain}"  # "2½" is two and a half, not 21/2
        for piece in plain:
            cased.append(piece)
            origins.append((index, index + 1))
    return Folded("".join(map(_lower, cased)), "".join(cased), tuple(origins))


def _plain(character: str) -> str:
    if character.isascii():
        return character if character.isprintable() or character == "\n" else " "
    if character in _PLAIN:
        return _PLAIN[character]
    if unicodedata.category(character) in _UNREADABLE:
        return "\ufffd"
    decomposed = unicodedata.normalize("NFKD", character)
    shown = "".join(c for c in decomposed if unicodedata.category(c) not in _NOT_SHOWN)
    return "".join(_PLAIN.get(c, c) for c in shown)


def _lower(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character
