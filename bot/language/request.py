"""Which language a customer asks for when asking for one."""

from __future__ import annotations

import re
from typing import Literal

from bot.language.identify import Language
from bot.nlu.normalise import fold

Requested = Language | Literal["other"] | None

_NAMES: dict[Language, str] = {
    "en": r"english|anglais|anglo|angliche|inglish|englsh|ang\b|\ben\b(?= please)",
    "fr": r"french|francais|francaise|franco|francias|frensh|frnch|\bfr\b",
}
_OTHER = re.compile(
    r"\b(spanish|espagnol|espanol|german|allemand|deutsch|italian|italien|italiano|portuguese"
    r"|portugais|chinese|chinois|mandarin|arabic|arabe|dutch|neerlandais|japanese|japonais"
    r"|russian|russe|hindi|polish|polonais|korean|coreen|ukrainian|ukrainien|creole)\b"
)
# "from English to French", "not in English, in French": the last one named is the one wanted,
# unless it stands behind "not", "instead of", "plutôt que" or "from".
_UNWANTED = re.compile(
    r"(not|pas|instead of|rather than|au lieu|plutot qu\w*|from|don't|stop|arrete\w*)\W+(\w+\W+){0,4}$"
)


def requested_language(text: str) -> Requested:
    """`other` is a language that Prorata does not speak; None, no language is named."""
    folded = fold(text)
    named = sorted(
        (match.start(), language)
        for language, names in _NAMES.items()
        for match in re.finditer(names, folded)
    )
    wanted = [language for start, language in named if not _UNWANTED.search(folded[:start])]
    if wanted:
        return wanted[-1]
    if named:
        # Only an unwanted one is named: "pas en anglais" asks for the other.
        return "fr" if named[-1][1] == "en" else "en"
    return "other" if _OTHER.search(folded) else None
