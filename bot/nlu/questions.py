"""Where a message with several questions can be cut."""

from __future__ import annotations

import re

# Sentence ends first; a conjunction only where there is no sentence end.
_SENTENCES = re.compile(
    r"(?<=[?!])\s+|(?<=[a-zà-ÿ)])[.;]\s+|(?<=\d)[.;]\s+(?=[^\W\d_])|\n+", re.IGNORECASE
)
# "1. AutoCAD 2. Revit": the numbers count the lines, and are no sentences.
_COUNTED = re.compile(r"(?<!\S)[1-9][.)]\s+(?=[^\W\d_])")
_IS_COUNTED = re.compile(r"\s*1[.)]\s.*?\s2[.)]\s", re.DOTALL)
_CONJUNCTION = re.compile(
    r",?\s+(?:and(?: also)?|also|et(?: aussi)?|pis(?: aussi)?|puis|ainsi que)\s+", re.I
)
_WORD = re.compile(r"\w+", re.UNICODE)

QUESTION_WORDS = 3
ANSWER_WORDS = 1
_PARTS_AT_MOST = 4
# In a longer sentence an "and" joins clauses of a story, not two questions.
_HALVED_AT_MOST = 30


def sentences(text: str, shortest: int = QUESTION_WORDS) -> list[str]:
    """The sentences of at least `shortest` words, and shorter ones with a number in them."""
    if _IS_COUNTED.match(text):
        text = _COUNTED.sub("", text)
    return _long_enough(_SENTENCES.split(text), shortest)


def halves(text: str) -> list[list[str]]:
    """Each way to cut one sentence in two at a conjunction."""
    if len(_WORD.findall(text)) > _HALVED_AT_MOST:
        return []
    cuts = _CONJUNCTION.finditer(text)
    pairs = (_long_enough([text[: cut.start()], text[cut.end() :]]) for cut in cuts)
    return [pair for pair in pairs if len(pair) == 2][:2]


def _long_enough(pieces: list[str], shortest: int = QUESTION_WORDS) -> list[str]:
    kept = [piece.strip() for piece in pieces if _says_something(piece, shortest)]
    return kept[:_PARTS_AT_MOST]


def _says_something(piece: str, shortest: int) -> bool:
    words = _WORD.findall(piece)
    return len(words) >= shortest or any(word.isdigit() for word in words)
