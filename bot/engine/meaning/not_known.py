"""« Aucune idée », "idk when it renews": what a customer says who does not know the renewal date."""

from __future__ import annotations

import re

from bot.engine.meaning.parses import VALUES, Parse, taken_for
from bot.nlu.normalise import fold

_WORD = re.compile(r"[^\W\d_]+")
_WORDS_AT_MOST = 12
_DATE = r"(?=\W*$|\W+(?:it|that|this|when|cette|ca|(?:(?:the|my|our|la|ma|notre)\W+)?(?:renewal\W+)?date)\b)"
_NOT_KNOWN = re.compile(
    r"\b(?:idk|dunno|no (?:idea|clue)|not (?:so |really |too )?sure|unsure|haven'?t a clue|i forgot"
    r"|(?:do ?n'?t|do not|can'?t|cannot) (?:really |quite |even )?(?:know|remember|recall)"
    rf"|(?:can'?t|cannot|where (?:do|can|would) (?:i|we)|how (?:do|can) (?:i|we)) (?:find|see|know){_DATE}"
    r"|(?:sais|savons|saurais|connais|souviens|rappelle) (?:pas|plus)|[cj]h?ais pas|l'ignore"
    r"|aucune idee|pas (?:la moindre |d')idee|pas (?:trop |vraiment )?(?:sur|sure|certaine?)(?=\W*$|\W+d)"
    rf"|(?:trouve|vois) (?:pas|plus){_DATE}|ou (?:est[ -]ce que )?(?:je|on) (?:la |le )?(?:trouve|voi[st]){_DATE}"
    rf"|ou (?:la |le )?trouver{_DATE}|c'est ou(?=\W*$|\W+ca\b))"
)
# However it is put: these are not about the date.
_MEANT = frozenset(
    {"request_human", "report_complex_case", "express_frustration", "cancel", "change_language"}
)


def is_not_known(parse: Parse) -> bool:
    """Right after the bot has asked for the date, by a message that names none."""
    folded = fold(parse["text"])
    short = len(_WORD.findall(folded)) <= _WORDS_AT_MOST
    return short and parse["intent"]["name"] not in _MEANT and bool(_NOT_KNOWN.search(folded))


def with_unknown_date(parse: Parse) -> Parse:
    """The parse as an answer to the form: an entity `date` of the role `unknown`."""
    text = parse["text"]
    unknown = {"entity": "date", "value": text, "start": 0, "end": len(text), "role": "unknown"}
    return {**taken_for(parse, VALUES), "entities": [unknown]}
