"""WhatsApp's markup, for what is sent: https://faq.whatsapp.com/539178204879377

It has no escape. So a mark that would open a format becomes one that only looks the same; what
people read stays, and addresses of pages are left alone.
"""

from __future__ import annotations

import re

_LOOKS_THE_SAME = {"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ", ">": "›"}
_PAGE = r"https?://\S+"
# A pair of marks around something on one line, no letter outside: « *so* », not « 2*3*4 ».
_FORMAT = r"(?<![^\W_])(?P<mark>[*_~`])(?=\S[^\n]*?\S?(?P=mark)(?![^\W_]))"
_CITED = r"^>(?=\s)"
_MARKUP = re.compile(f"{_PAGE}|{_FORMAT}|{_CITED}", re.MULTILINE)


def plain(text: str) -> str:
    """As many characters as before."""
    return _MARKUP.sub(lambda found: _LOOKS_THE_SAME.get(found[0], found[0]), text)


def first_line_bold(text: str) -> str:
    """Of plain text: two characters longer."""
    first, newline, rest = text.partition("\n")
    return f"*{first.strip()}*{newline}{rest}" if first.strip() else text
