"""One spelling for text that means the same: what the models see, never what a customer is shown."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "œ": "oe", "Œ": "Oe"}
)
_LENGTHENED = re.compile(r"([^\W\d_])\1{2,}", re.UNICODE)
_REPEATED_MARK = re.compile(r"([^\w\s])\1+", re.UNICODE)
_SPACES = re.compile(r"\s+")


def normalise(text: str) -> str:
    """NFC, straight apostrophes, « sooo » → « soo », « ??? » → « ? », single spaces."""
    text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    text = _LENGTHENED.sub(r"\1\1", text)
    text = _REPEATED_MARK.sub(r"\1", text)
    return _SPACES.sub(" ", text).strip()


# A message is folded by each who reads it; what was said before is soon forgotten.
@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """`normalise`, then lower case and without accents: « Réduire » and « reduire » are one word."""
    decomposed = unicodedata.normalize("NFKD", normalise(text).lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
