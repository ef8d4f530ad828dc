"""Which language a conversation is held in, and in whose words: state kept from message to message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.cues import outweighs

if TYPE_CHECKING:  # whoever only asks for a locale need not load a model's libraries
    from bot.language.identify import Identification, Language

LANGUAGES: tuple[Language, ...] = ("en", "fr")
LOCALES = ("en_CA", "en_US", "en_GB", "fr_CA", "fr_FR")

# The other language's words where the first is spoken: the Translation Bureau's for Canada,
# Europe's for Europe.
_NEIGHBOURS = {
    "CA": ("en_CA", "fr_CA"),
    "US": ("en_US", "fr_CA"),
    "GB": ("en_GB", "fr_FR"),
    "FR": ("en_GB", "fr_FR"),
}


@dataclass(frozen=True)
class Spoken:
    """Both None until there was a cue; `locale` is one of `LOCALES`, or None where the region is open."""

    language: Language | None = None
    locale: str | None = None


def known_locale(name: str | None) -> str | None:
    """'fr-ca', 'fr_CA' and 'FR-CA' are `fr_CA`; a bare language or an unknown region is None."""
    if not isinstance(name, str):
        return None
    return next(
        (known for known in LOCALES if known.lower() == name.replace("-", "_").lower()), None
    )


def language_of(name: str | None) -> Language | None:
    """The language of a locale or of a bare language code; None where Prorata does not speak it."""
    if not isinstance(name, str):
        return None
    code = name.replace("-", "_").lower().partition("_")[0]
    return next((language for language in LANGUAGES if language == code), None)


def negotiate(
    current: Spoken,
    identified: Identification,
    *,
    requested: Language | None = None,
    channel: str | None = None,
    text: str | None = None,
) -> Spoken:
    """The language of the answer to one message, `text`.

    A request wins, then a clear cue in the message, then what the conversation has, then the
    channel's locale, then a faint cue. `channel` is the locale that the channel gave (`fr_CA`,
    `fr`, None); it decides the variant whatever the language.
    """
    language = (
        requested
        or (identified.language if _is_heard(identified, current, channel, text) else None)
        or current.language
        or language_of(channel)
        or (identified.language if identified.confidence >= _FAINT_CUE else None)
    )
    return Spoken(language, _variant(language, known_locale(channel) or current.locale))


def _is_heard(
    identified: Identification, current: Spoken, channel: str | None, text: str | None
) -> bool:
    """Against a conversation that its channel agrees with, a few words must say more than usual."""
    spoken = current.language
    if text is None or spoken is None or language_of(channel) not in (None, spoken):
        return identified.decisive
    return identified.decisive and (
        identified.language == spoken or outweighs(text, identified, spoken)
    )


# Below this an unclear first message is answered in both languages.
_FAINT_CUE = 0.8


def _variant(language: Language | None, locale: str | None) -> str | None:
    if language is None or locale is None:
        return None
    english, french = _NEIGHBOURS[locale.partition("_")[2]]
    return english if language == "en" else french
