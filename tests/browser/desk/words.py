"""What the desk's page says to agents, and what customers are told beside the bot's answers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bot.nlg.strings import Text, texts_of
from tests.browser.words import ROOT

_PAGE = ROOT / "bot" / "desk" / "texts.yml"
_REPLIES = ROOT / "bot" / "desk" / "replies.yml"
_NOTICES = ROOT / "bot" / "handoff" / "notices.yml"
_texts = cache(texts_of)


class DeskWords:
    """`words("claim")`, `words("unit_online", n=2)`."""

    def __init__(self, locale: str) -> None:
        self.locale = locale

    def __call__(self, name: str, /, **values: object) -> str:
        text = _texts(_PAGE, _cldr(self.locale))[f"desk_{name}"]
        if not isinstance(text, str):
            text = text[0 if values["n"] == 1 else 1]
        return text.format(**values)

    def beginning(self, name: str) -> re.Pattern[str]:
        """A name that may go on, with a count."""
        return re.compile(f"^{re.escape(self(name))}")


def told(response: str, locale: str, **values: object) -> str:
    """A notice, or the title of its button."""
    return _filled(_NOTICES, response, locale, values)


def canned(name: str, locale: str, **values: object) -> str:
    return _filled(_REPLIES, f"utter_reply_{name}", locale, values)


def _filled(path: Path, response: str, locale: str, values: dict[str, object]) -> str:
    text: Text = _texts(path, _cldr(locale))[response]
    assert isinstance(text, str)
    return text.format(**values)


def _cldr(locale: str) -> str:
    return locale.replace("-", "_")
