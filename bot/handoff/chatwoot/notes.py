"""What agents at Chatwoot read of a conversation before their first word, as notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.desk.summary import summary
from bot.handoff.chatwoot.markdown import literal
from bot.handoff.hold import Hold
from bot.handoff.notices import Sentence
from bot.language.identify import Language
from bot.outbound.splitting import split
from bot.store.transcript import Entry

# Chatwoot takes 150,000 characters; nobody reads as much in one piece.
_LONGEST_NOTE = 10_000
_LOCALES: dict[Language, str] = {"en": "en_CA", "fr": "fr_CA"}
# By the response that tells the customer of it.
_LEAVING = {"utter_queue_left": "desk_chatwoot_left", "utter_queue_over": "desk_chatwoot_over"}


class Notes:
    """In the language of Chatwoot's agents."""

    def __init__(self, sentence: Sentence, language: Language) -> None:
        self._sentence = sentence
        self._locale = _LOCALES[language]

    def said_before(self, entries: list[Entry]) -> tuple[str, ...]:
        """All of it, buttons and links included; none where nothing was said."""
        if not entries:
            return ()
        title = f"**{self.say('desk_chatwoot_before', {})}**"
        return split("\n".join([title, *map(self._line, entries)]), _LONGEST_NOTE)

    def summary(self, hold: Hold, entries: list[Entry]) -> str:
        lines = summary(hold, entries, self.say, self._locale)
        return "\n".join(self._labelled(line["label"], literal(line["value"])) for line in lines)

    def leaving(self, response: object) -> str | None:
        """Where the customer goes back to the bot, and no agent has sent them there."""
        return self.say(_LEAVING[response], {}) if response in _LEAVING else None

    def said(self, entry: Entry) -> str:
        """What somebody else than an agent at Chatwoot says while people answer."""
        return self._line(entry)

    def heard(self, entry: Entry) -> str:
        """The customer's words to an agent."""
        return str(entry.body["text"]) or self.say("desk_chatwoot_no_text", {})

    def say(self, response: str, values: Mapping[str, Any]) -> str:
        return self._sentence(response, self._locale, values)

    def _line(self, entry: Entry) -> str:
        words = "\n".join(map(literal, (self.heard(entry), *_offered(entry.body))))
        return self._labelled(self._author(entry), words)

    def _author(self, entry: Entry) -> str:
        if entry.author == "agent":
            return literal(str(entry.body["agent"]))
        named = {"customer": "desk_summary_who", "bot": "desk_bot", "notice": "desk_us"}
        return self.say(named[entry.author], {})

    def _labelled(self, label: str, value: str) -> str:
        return f"**{self.say('desk_label', {'text': label})}** {value}"


def _offered(body: Mapping[str, Any]) -> Iterator[str]:
    for link in _links(body):
        yield link["url"] if link["text"] in link["url"] else f"{link['text']}: {link['url']}"
    for button in body.get("buttons") or ():
        yield f"• {button['title']}"


def _links(body: Mapping[str, Any]) -> Iterable[dict[str, str]]:
    """Those that the text does not show already; a phone's number is in it."""
    return (
        link
        for link in body.get("links") or ()
        if link["url"] not in body["text"] and not link["url"].startswith("tel:")
    )
