"""Apostrophes and French spacing as the catalogues are to be written.

Sources: OQLF, « Tableau des espacements » (Vitrine linguistique), for Canada; Imprimerie nationale,
« Lexique des règles typographiques », for France. The renderer narrows or drops the space before
? ! ; (bot/nlg/typography.py), so neutral French is written with a no-break one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_URL = re.compile(r"https?://\S+")
_NO_BREAK = "[\u00a0\u202f]"
_HIGH = "[?!;]"

_HIGH_WITHOUT_SPACE = re.compile(rf"(?<!{_NO_BREAK})(?<!{_HIGH}){_HIGH}")
_HIGH_WITH_SPACE = re.compile(rf"\s{_HIGH}")
# Not the colon of 14:05.
_COLON_WITHOUT_SPACE = re.compile(rf"(?<!{_NO_BREAK}):(?!\d)")
_QUOTE_WITHOUT_SPACE = re.compile(rf"«(?!{_NO_BREAK})|(?<!{_NO_BREAK})»")
_FOREIGN_QUOTE = re.compile('["“”]')


def spelling_problems(text: str, locale: str) -> Iterator[str]:
    """What is wrong with one text of the catalogue of `locale`; "en" for domain.yml."""
    if text != text.strip():
        yield "begins or ends with a space"
    text = _URL.sub("URL", text)
    if "'" in text:
        yield "straight apostrophe, write ’"
    if locale.startswith("fr"):
        yield from _french_problems(text, locale)


def _french_problems(text: str, locale: str) -> Iterator[str]:
    if locale == "fr_CA":
        if _HIGH_WITH_SPACE.search(text):
            yield "space before ? ! or ;, which Canada sets without"
    elif _HIGH_WITHOUT_SPACE.search(text):
        yield "no no-break space before ? ! or ;"
    if _COLON_WITHOUT_SPACE.search(text):
        yield "no no-break space before :"
    if _QUOTE_WITHOUT_SPACE.search(text):
        yield "no no-break space inside « »"
    if _FOREIGN_QUOTE.search(text):
        yield "English quotation marks, write « »"
