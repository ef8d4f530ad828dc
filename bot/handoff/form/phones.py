"""The phone number in a customer's words: where they can be called back.

Numbers are shown, and the extension with them, by bot/nlg/formats/phones.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberMatch, PhoneNumberMatcher, PhoneNumberType

from bot.nlu.entities.folding import fold

# Beyond this is no answer to "at what number?"; the matcher tries every stretch of digits.
_LONGEST = 400
_LABEL = r"(?:poste|p(?=\s*\.|\s?\d)|ext(?:ension)?|local|loc|x|#)"
# A label is not what a number begins with: in "# 514 555-0199" more digits follow.
_EXTENSION = re.compile(
    rf"[\s,;(-]*(?<![a-z0-9]){_LABEL}\s*[.:]?\s*(?:(?:no|numero|number|num)\b\.?|est\s+le|is|#)?\s*"
    r"(?P<digits>\d{1,7})(?!\d|[\s.()-]*\d)\)?"
)
# 00 goes abroad from Europe, and begins no number in North America.
_ABROAD = re.compile(r"(?<![\d+])00(?=[\s.-]?[1-9])")
_DENIED = re.compile(r"(?:\bnot|\bpas|\bn'est plus|\bno longer)\b[^\d+;:!?]{0,15}$")
# Where the region is open, the two whose national numbers cannot be confused: North America's never
# begin with 0, France's always.
_REGIONS = ("CA", "FR")


@dataclass(frozen=True)
class Phone:
    """`number` is E.164, `extension` one to seven digits."""

    number: str
    extension: str | None = None

    @property
    def value(self) -> dict[str, Any]:
        """For a response (bot/nlg/values.py)."""
        extension = f";ext={self.extension}" if self.extension else ""
        return {"type": "phone", "number": f"{self.number}{extension}"}


def read_phone(text: str, region: str | None) -> Phone | None:
    """The first valid number in `text` that is not denied ("not 514…, it's 438…").

    `region` (CA, US, GB, FR) is where a number without a country code is called from; None leaves it
    open between North America and France. None for a number that no country has, or that costs
    whoever calls it a premium.
    """
    found = _find(text, region)
    if found is None:
        return None
    e164 = phonenumbers.format_number(found.number, PhoneNumberFormat.E164)
    return Phone(e164, found.number.extension or None)


def without_phone(text: str, region: str | None) -> str:
    """`text` without the number that `read_phone` reads in it."""
    found = _find(text, region)
    if found is None:
        return text
    extension = found.number.extension or ""
    digits = re.findall(r"\d", found.raw_string)
    number = digits[: len(digits) - len(extension)]
    tail = rf"(?:\D{{1,20}}{extension}(?!\d))?" if extension else ""
    return re.sub(r"(?:\+|00[\s.-]?)?\(?" + r"[^\w+]{0,4}".join(number) + tail, " ", text, count=1)


def read_extension(text: str) -> str | None:
    """The digits of "poste 12", "ext. 12", "x12", "#12", with or without a number before it."""
    match = _EXTENSION.search(fold(text[:_LONGEST]).text)
    return match["digits"] if match else None


def has_digits(text: str) -> bool:
    """Whether it was meant as a number: four digits or more, as in "555-0199"."""
    return sum(character.isdigit() for character in text) >= 4


def _find(text: str, region: str | None) -> PhoneNumberMatch | None:
    written = _as_dialled(text)
    regions = (region,) if region else _REGIONS
    found = [match for where in regions for match in _matches(written, where)]
    wanted = [match for match in found if not _DENIED.search(written[: match.start])]
    return next(iter(wanted or found), None)


def _as_dialled(text: str) -> str:
    """Without the letters that phonenumbers would read as keypad digits: it knows "ext. 12" but not
    « poste 12 », of which it makes 767831-2.
    """
    folded = fold(text[:_LONGEST]).text
    return _ABROAD.sub("+", _EXTENSION.sub(r" ext. \g<digits>", folded))


def _matches(written: str, region: str) -> Iterator[PhoneNumberMatch]:
    for match in PhoneNumberMatcher(written, region):
        # Seven digits are what the formats take.
        if (
            phonenumbers.number_type(match.number) != PhoneNumberType.PREMIUM_RATE
            and len(match.number.extension or "") <= 7
        ):
            yield match
