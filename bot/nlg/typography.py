"""Spacing before French punctuation, which Canada and France set differently.

French catalogues are written once, with a no-break space before ? ! ; and the region's own habit
is applied here: none in Canada (OQLF, « Tableau des espacements »), a narrow one in France.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"

_SPACE_BEFORE_HIGH_PUNCTUATION = re.compile(f"[ {NBSP}{NARROW_NBSP}]+(?=[?!;])")


def set_spacing(text: str, locale: str) -> str:
    """`text` of a catalogue as `locale` is printed. Other languages than French are left alone."""
    if locale == "fr_CA":
        return _SPACE_BEFORE_HIGH_PUNCTUATION.sub("", text)
    if locale.startswith("fr"):
        return _SPACE_BEFORE_HIGH_PUNCTUATION.sub(NARROW_NBSP, text)
    return text
