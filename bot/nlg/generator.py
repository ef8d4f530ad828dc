"""The catalogues as Rasa's NLG: `nlg: {type: bot.nlg.generator.CatalogueNLG}` in endpoints.yml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.language.conversation import known_locale, language_of
from bot.nlg.catalogue import Catalogue
from bot.nlg.extraction import text_files
from bot.nlg.message import Message, bilingual
from bot.nlg.responses import Response, read_responses
from bot.nlg.texts import Texts
from bot.nlg.voice import Option, Voice

Standing = Callable[[str], Mapping[str, Any]]
"""For a locale, the values that every response may use: the sales team's contact, limits."""

LOCALES = Path(__file__).parents[2] / "locales"

# What Rasa and its SDK pass beside our values: never a placeholder's value.
_NOT_VALUES = frozenset(
    {"domain_responses", "options", "quote"}
    | {"text", "buttons", "elements", "custom", "template", "image", "attachment"}
)
_BOTH = ("en_CA", "fr_CA")
_NOTHING: Mapping[str, Any] = {}


class CatalogueNLG(TemplatedNaturalLanguageGenerator):
    """Says responses in the conversation's locale: 0.03 to 0.1 ms each, 0.4 ms for a full quote.

    A subclass of the templated generator only because Rasa sets `responses` on no other
    (rasa/core/agent.py, `load_model`); it reads them all at that moment and raises
    InvalidResponse for one that it could not say.
    """

    def __init__(
        self,
        endpoint_config: EndpointConfig | None = None,
        domain: Domain | None = None,
        *,
        catalogue: Catalogue | None = None,
        standing: Standing | None = None,
    ) -> None:
        self._catalogue = catalogue or Catalogue.load(LOCALES)
        self.standing = standing or _contacts
        super().__init__(domain.responses if domain else {})

    @property
    def responses(self) -> dict[str, list[dict[str, Any]]]:
        return self._responses

    @responses.setter
    def responses(self, responses: dict[str, list[dict[str, Any]]]) -> None:
        self._responses = responses
        self._texts = Texts({**_of_people(), **read_responses(responses)}, self._catalogue)

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """The message of `utter_action` for Rasa: `text`, and `buttons`, `links`, `custom` if any.

        Values come from `kwargs`, then the standing values, then the slots. In `kwargs`, too:
        `options`, a list of `{"response", "payload", "values"}`, become further buttons; `quote`
        is handed through as `custom`. Raises MissingText, MissingValue, or ValueError for a
        malformed value: half a sentence is never said.
        """
        slots = tracker.current_slot_values()
        options = [_read_option(option) for option in kwargs.get("options") or ()]
        values = {name: value for name, value in kwargs.items() if name not in _NOT_VALUES}
        said = [
            self._voice(locale, slots).say(utter_action, values, options)
            for locale in _locales(slots)
        ]
        message = said[0] if len(said) == 1 else bilingual(*said)
        return _for_rasa(message, kwargs.get("quote"))

    def sentence(
        self, response: str, locale: str | None, values: Mapping[str, Any] = _NOTHING
    ) -> str:
        """A response's text outside of a turn: a channel's or an agent's word to a customer."""
        spoken = known_locale(locale) or language_of(locale)
        said = [
            self._voice(name, {}).say(response, values) for name in ((spoken,) if spoken else _BOTH)
        ]
        return said[0].text if len(said) == 1 else bilingual(*said).text

    def _voice(self, locale: str, slots: Mapping[str, Any]) -> Voice:
        def ambient(name: str) -> object:
            value = self.standing(locale).get(name)
            return slots.get(name) if value is None else value

        return Voice(self._texts, locale, ambient)


@cache
def _of_people() -> dict[str, Response]:
    """What is said beside the bot: by the handoff, and at the desk."""
    found: dict[str, Response] = {}
    for path in text_files(LOCALES.parent / "domain.yml")[1:]:
        found |= read_responses(yaml.safe_load(path.read_text("utf-8"))["responses"])
    return found


def _locales(slots: Mapping[str, Any]) -> tuple[str, ...]:
    spoken = known_locale(slots.get("locale")) or language_of(slots.get("language"))
    return (spoken,) if spoken else _BOTH


def _read_option(raw: Any) -> Option:
    try:
        return Option(raw["response"], raw["payload"], raw.get("values") or {})
    except (TypeError, KeyError, AttributeError):
        raise ValueError("malformed option") from None


def _for_rasa(message: Message, quote: Any) -> dict[str, Any]:
    result: dict[str, Any] = {"text": message.text}
    if message.buttons:
        result["buttons"] = [{"title": b.title, "payload": b.payload} for b in message.buttons]
    if message.links:
        result["links"] = [{"text": link.text, "url": link.url} for link in message.links]
    if quote:
        result["custom"] = {"quote": quote}
    return result


def _contacts(locale: str) -> Mapping[str, Any]:
    # Imported when first needed: the texts can be tried without the desk's configuration.
    from bot.handoff.contacts import standing_values

    return standing_values(locale)
