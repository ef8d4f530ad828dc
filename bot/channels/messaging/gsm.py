"""How long a text is as SMS: in segments, of seven bits a character or of sixteen.

GSM 03.38 (3GPP TS 23.038 §6.2.1): an alphabet of 128 characters and ten more that take two places.
One character beyond them, such as « ç » or « ê », and the whole text is sent as UTF-16, with less
than half the room: https://www.twilio.com/docs/glossary/what-sms-character-limit
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("\f^{}\\[~]|€")

# What fits into one segment alone, and into each of several: they carry a header.
_SEVEN_BITS = (160, 153)
_SIXTEEN_BITS = (70, 67)

# Another way to write the same; accents are no such thing.
_PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "\u2011": "-",
        "−": "-",
        "•": "-",
        "×": "x",
        "…": "...",
        "œ": "oe",
        "Œ": "OE",
    }
)
# The space inside « » goes with them.
_QUOTES = re.compile("«[ \u00a0\u202f]?|[ \u00a0\u202f]?»")


def for_sms(text: str) -> str:
    """The text in plain typography where that makes it cheaper; else as it is."""
    plain = _QUOTES.sub('"', text).translate(_PLAIN)
    return plain if _is_seven_bits(plain) else text


def segments(text: str) -> int:
    """How many are sent, and paid for, once the text is written `for_sms`."""
    sent = for_sms(text)
    if _is_seven_bits(sent):
        return _filled((2 if c in _EXTENSION else 1 for c in sent), *_SEVEN_BITS)
    return _filled((2 if ord(c) > 0xFFFF else 1 for c in sent), *_SIXTEEN_BITS)


def _is_seven_bits(text: str) -> bool:
    return all(c in _BASIC or c in _EXTENSION for c in text)


def _filled(places: Iterable[int], alone: int, each: int) -> int:
    """A character of two places is not cut in two."""
    sizes = list(places)
    if sum(sizes) <= alone:
        return 1
    count, used = 1, 0
    for size in sizes:
        if used + size > each:
            count, used = count + 1, 0
        used += size
    return count
