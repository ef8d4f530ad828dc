"""Phone numbers as each locale writes them, and the link that dials them."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat

from bot.nlg.formats.locales import locale_data

# phonenumbers reads letters as keypad digits ("poste 12" becomes part of the number), so nothing
# but E.164 and an RFC 3966 extension reaches it.
_E164 = re.compile(r"\+[1-9]\d{6,14}(;ext=\d{1,7})?")
_NORTH_AMERICA = 1


def format_phone(number: str, locale: str) -> str:
    """`+18559373067` is "(855) 937-3067" in English (but en_GB), "1 855 937-3067" in fr_CA (OQLF), and
    "+1 855-937-3067" elsewhere. A number of France or Britain is written as at home in its own
    locale ("06 12 34 56 78" in fr_FR), and internationally in the others.

    `number` is E.164, with ";ext=12" for an extension. Raises ValueError for anything else.
    """
    parsed = _parse(number)
    data = locale_data(locale)
    if parsed.country_code != _NORTH_AMERICA:
        is_home = phonenumbers.country_code_for_region(data.territory or "") == parsed.country_code
        shape = PhoneNumberFormat.NATIONAL if is_home else PhoneNumberFormat.INTERNATIONAL
        text = _without_extension(parsed, shape)
    elif data.language == "en" and data.territory != "GB":
        text = _without_extension(parsed, PhoneNumberFormat.NATIONAL)
    elif str(data) == "fr_CA":
        digits = str(parsed.national_number)
        text = f"1\u00a0{digits[:3]}\u00a0{digits[3:6]}-{digits[6:]}"
    else:
        text = _without_extension(parsed, PhoneNumberFormat.INTERNATIONAL)
    if not parsed.extension:
        return text
    label = "poste" if data.language == "fr" else "ext."
    return f"{text}, {label}\u00a0{parsed.extension}"


def phone_link(number: str) -> str:
    """The RFC 3966 URI: "tel:+1-855-937-3067"."""
    return phonenumbers.format_number(_parse(number), PhoneNumberFormat.RFC3966)


@lru_cache(maxsize=64)
def _parse(number: str) -> PhoneNumber:
    if not _E164.fullmatch(number):
        raise ValueError("not an E.164 phone number")
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException as error:
        raise ValueError("not an E.164 phone number") from error
    # Possible, not valid: the numbers reserved for examples (555-0100) are not in service.
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError("not a possible phone number")
    return parsed


def _without_extension(number: PhoneNumber, shape: int) -> str:
    bare = PhoneNumber(country_code=number.country_code, national_number=number.national_number)
    return phonenumbers.format_number(bare, shape)
