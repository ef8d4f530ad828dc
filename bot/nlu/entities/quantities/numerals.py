"""Numbers in digits, with the separators of either language."""

from __future__ import annotations

import re

# A count of this many digits is an identifier of some kind; int() refuses thousands of them.
_MOST_DIGITS = 18

# The sign only after a space or at the very start: "2-3" is a range, a dash that opens a line a bullet.
NUMERAL = (
    r"(?<!\d)(?<!\d[.,])(?:(?<![^ ])-)?"
    r"(?:\d{1,3}(?: \d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+|\d+[.,]\d+|\d+)(?![.,]?\d)"
)
_THOUSANDS = {
    "en": re.compile(r"\d{1,3}(?:([ ,])\d{3})(?:\1\d{3})*"),
    "fr": re.compile(r"\d{1,3}(?:([ .])\d{3})(?:\1\d{3})*"),
}
# Nobody asks for thousandths of a seat.
_THOUSANDS_OF_EITHER = re.compile(r"\d{1,3}(?:([ ,.])\d{3})(?:\1\d{3})*")
_THOUSANDTHS = 3


def read(numeral: str, language: str | None) -> int | str | None:
    """A whole number above zero, or the number as text where it is none; None if too long.

    "1,200" is twelve hundred in English and 1.2 in French; "1.200" the other way round. Where the
    language is not known, both are twelve hundred. "1,000" in French may be either, and is no count.
    """
    digits = sum(map(str.isdigit, numeral))
    if digits > _MOST_DIGITS:
        return None
    negative, unsigned = numeral.startswith("-"), numeral.lstrip("-")
    if _THOUSANDS.get(language or "", _THOUSANDS_OF_EITHER).fullmatch(unsigned):
        unsigned = re.sub(r"\D", "", unsigned)
    whole, _, fraction = unsigned.replace(" ", "").replace(",", ".").partition(".")
    if negative or fraction.strip("0") or len(fraction) == _THOUSANDTHS:
        return f"-{unsigned}" if negative else f"{whole}.{fraction}"
    return int(whole) or "0"
