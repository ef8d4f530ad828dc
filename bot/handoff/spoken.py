"""In which locale a conversation's notices are, from what was said in it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.language.conversation import Spoken, language_of, negotiate
from bot.language.identify import Identification
from bot.store.transcript import Entry

_NO_CUE = Identification("en", 0.0, decisive=False)


def locale_of(entries: Iterable[Entry]) -> str | None:
    """Of the last entry that has a language, with the region of the last channel that gave one.

    `entries` in their order; None where there is no cue, and both languages are said.
    """
    language = region = None
    for entry in entries:
        language = language_of(entry.language) or language
        region = entry.told.get("locale") or region
    spoken = negotiate(Spoken(language), _NO_CUE, channel=region)
    return spoken.locale or spoken.language
