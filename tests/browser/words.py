"""What the widget says, by the names that its catalogues have."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bot.widget.strings import widget_strings

ROOT = Path(__file__).resolve().parents[2]


@cache
def _texts(locale: str) -> dict[str, str | list[str]]:
    strings = widget_strings(ROOT / "domain.yml", ROOT / "locales")
    return {**strings[locale[:2]], **strings.get(locale, {})}


class Words:
    """`words("close")`; `words("unit_seat", n=3)` for a counted one."""

    def __init__(self, locale: str) -> None:
        self.locale = locale

    def __call__(self, name: str, /, **values: object) -> str:
        text = _texts(self.locale)[name]
        if not isinstance(text, str):
            text = text[0 if values["n"] == 1 else 1]
        return text.format(**values)

    def pattern(self, name: str) -> re.Pattern[str]:
        """The text with anything in its places."""
        text = _texts(self.locale)[name]
        assert isinstance(text, str)
        return re.compile(".+".join(re.escape(part) for part in re.split(r"\{\w+\}", text)))
