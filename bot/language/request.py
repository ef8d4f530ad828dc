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
    r"(?:\b(?:not|pas|instead of|rather than|au lieu|plutot qu\w*|from|don'?t|stop|arrete\w*)\W+"
    r"(?:\w+\W+){0,4}|\b(?:que|qu|than)\W+(?:(?:en|in|le|the|l)\W+)?)$"
)

_POLITELY = r"(?:please|pls|plz|svp|stp|s'il (?:vous|te) pla[iî]t|instead|plut[oô]t|thanks|merci)"
_LANGUAGE = r"(?:english|french|anglais|fran[cç]ais)"
_ASKED = (
    r"(?:can|could|would|will|peux|peut|pouvez|pourriez|pourrais)(?:[- ](?:you|we|tu|vous|on))?"
)
_SPEAKS = (
    r"(?:answer|reply|respond|speak|talk|write|continue|switch|go on|say|tell|r[eé]pon[ds]\w*"
    r"|parle\w*|continue\w*|passe\w*|dis|dites|[eé]cri\w*)(?:[- ](?:me|it|that|this|to me|moi|[cç]a|le))?"
)
_REQUEST = re.compile(
    rf"(?:\b{_POLITELY}\W+)?(?:\b{_ASKED}\W+)?(?:(?:me|nous)\s+)?(?:\b{_SPEAKS}\W+)?"
    rf"\b(?:in|to|en|[aà] l')\s*{_LANGUAGE}\b(?:[\s,]*{_POLITELY}\b)*"
    rf"|\b{_LANGUAGE}(?:[\s,]+{_POLITELY}\b)+",
    re.IGNORECASE,
)
_EDGES = " ,;:.!-\n"
_WORD = re.compile(r"\w+", re.UNICODE)
_WORDS_AT_LEAST = 2


def without_request(text: str) -> str | None:
    """What else a message says that asks for a language; None where it asks for none or no more."""
    text = text.replace("’", "'")
    request = _REQUEST.search(text)
    if request is None:
        return None
    before, after = text[: request.start()].strip(_EDGES), text[request.end() :].strip(_EDGES)
    rest = f"{before} {after}".strip()
    return rest if len(_WORD.findall(rest)) >= _WORDS_AT_LEAST else None


def requested_language(text: str) -> Requested:
    """`other` is a language that Prorata does not speak; None, no language is named."""
    folded = fold(text)
    named = sorted(
        (match.start(), match.end(), language)
        for language, names in _NAMES.items()
        for match in re.finditer(names, folded)
    )
    # What stands before a name belongs to it only from where the name before it ends.
    ends = [0, *(end for _, end, _ in named)]
    wanted = [
        language
        for (start, _, language), before in zip(named, ends, strict=False)
        if not _UNWANTED.search(folded[before:start])
    ]
    if wanted:
        return wanted[-1]
    if named:
        # Only an unwanted one is named: "pas en anglais" asks for the other.
        return "fr" if named[-1][2] == "en" else "en"
    return "other" if _OTHER.search(folded) else None
