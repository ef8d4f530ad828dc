"""Long text in pieces that a platform takes, cut where a reader would pause."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

Length = Callable[[str], int]

# What no line is broken at: « 1 234,56 $ » stays together.
_SPACE = "[^\\S\u00a0\u202f\u2007]"
# From the best place to cut to the worst; a cut keeps what stands before it.
_PAUSES = tuple(
    re.compile(pause)
    for pause in (
        r"\n\s*\n",
        r"\n",
        rf"(?<=[.!?…»]){_SPACE}+",
        rf"(?<=[,;:]){_SPACE}+",
        rf"{_SPACE}+",
    )
)
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def split(text: str, longest: int, length: Length = len) -> tuple[str, ...]:
    """Each of at most `longest` as `length` counts; at least one, also of an empty text."""
    return tuple(_pieces(text.strip(), longest, length)) or ("",)


def _pieces(text: str, longest: int, length: Length) -> Iterator[str]:
    while length(text) > longest:
        end = _end(text, longest, length)
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    if text:
        yield text


def _end(text: str, longest: int, length: Length) -> int:
    """A pause in the second half of what fits, else the last word's beginning; only a word that is
    longer than a piece is cut.
    """
    fits = _fitting(text, longest, length)
    for pause in _PAUSES:
        ends = [match.start() for match in pause.finditer(text, 0, fits + 1)]
        least = 1 if pause is _PAUSES[-1] else max(1, fits // 2)
        if ends and ends[-1] >= least:
            return ends[-1]
    return next((end for end in range(fits, fits // 2, -1) if not _is_inside(text, end)), fits)


def _fitting(text: str, longest: int, length: Length) -> int:
    """How many characters fit: at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if length(text[:middle]) <= longest else (low, middle - 1)
    return low


def _is_inside(text: str, place: int) -> bool:
    """Between the parts of what is seen as one character: an accent, an emoji of several."""
    before, after = text[place - 1], text[place : place + 1]
    return before == _JOINER or (
        after != ""
        and (after == _JOINER or unicodedata.category(after)[0] == "M" or ord(after) in _SKIN_TONES)
    )
