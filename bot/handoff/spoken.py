"""In which locale a conversation's notices are, from what was said in it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.language.conversation import Spoken, language_of, negotiate
from bot.language.identify import Identification, Language
from bot.store.transcript import Entry

_NO_CUE = Identification("en", 0.0, decisive=False)


def locale_of(entries: Iterable[Entry], requested: Language | None = None) -> str | None:
    """Of the last entry that has a language, with the region of the last channel that gave one;
    `requested` is the language where that is known.

    `entries` in their order; None where there is no cue, and both languages are said.
    """
    language = region = None
    for entry in entries:
        language = language_of(entry.language) or language
        region = entry.told.get("locale") or region
    spoken = negotiate(Spoken(language), _NO_CUE, requested=requested, channel=region)
    return spoken.locale or spoken.language
