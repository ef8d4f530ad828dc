"""What a short message means while a quote is being worked out, or right after it was given.

"And in euros?", "zéro", "Revit" alone could be about anything; beside an open quote they change it.
"""

from __future__ import annotations

import re
from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.normalise import fold

QUOTE_FORM = "quote_form"

_QUOTE_SLOTS = ("subscription", "product", "seats", "currency", "renewal_date")
_QUOTE_ENTITIES = frozenset({"seats", "product", "date", "currency", "subscription_id"})
_ABOUT_THE_QUOTE = frozenset({"inform", "request_quote"})
_NOT_UNDERSTOOD = "nlu_fallback"

# Words that add nothing to a value: "and in …", "plutôt … alors". Folded, both languages.
_LITTLE = frozenset(
    "a about actually ah all also and are at but by can change do dont else euh for go hmm how i if "
    "im in instead is it its just lets like licence licences license licenses make maybe me mean "
    "meant more my need now of oh ok on only or our oups oops per please pls pour rather say seat "
    "seats so sorry svp stp switch take the them then there these they this those to uh um us use "
    "version want we well what with would you "
    "alors au aussi aux avec avoir bien bon c ca ce cela ces cette change changez combien d dans de "
    "des dire disons dois donc du elle en ensuite est et eux fais faire fait faites faudrait faut "
    "finalement hein il ils j je l la le les leur lui m ma mais mes met mets mettez mettons moi mon "
    "n ne non nos notre nous on ou oui par pardon peut pis plus plutot poste postes pr prend prends "
    "prenez prenons puis qu quand que quoi s sera seulement si soit sur t tant tu un une va veut "
    "veux voudrais voulais voulait vous y yes no".split()
)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)

# "Is that still valid?", « le prix tient toujours ? »: the same quote, worked out again.
_STILL_VALID = re.compile(
    r"\b(?:still|encore|toujours)\b.*\b(?:valid|valide|valable|good|bon|bonne|hold|holds|stand"
    r"|stands|tient|meme|same|current|true|vrai)\b"
    r"|\b(?:valid|valide|valable|bon|tient)\b.*\b(?:still|encore|toujours)\b"
    r"|\b(?:expired?|expires|expiree?|perimee?)\b"
)
_WORDS_AT_MOST = 9


def in_context(parse: dict[str, Any], tracker: DialogueStateTracker) -> dict[str, Any]:
    """The parse, with the intent that the open quote gives it; pressed buttons stay as they are."""
    if "identification" not in parse:
        return parse
    intent = parse["intent"]["name"]
    values = [e for e in parse["entities"] if e["entity"] in _QUOTE_ENTITIES]
    if is_quote_open(tracker):
        if tracker.get_slot("quoted") and _asks_if_still_valid(parse["text"]):
            return _meaning(parse, "inform")
        if values and intent not in _ABOUT_THE_QUOTE and _is_little_else(parse["text"], values):
            return _meaning(parse, "inform")
    if intent == "inform" and not values:
        return _meaning(parse, _NOT_UNDERSTOOD)
    return parse


def is_quote_open(tracker: DialogueStateTracker) -> bool:
    """The form asks, or something that a quote needs is known from before."""
    return tracker.active_loop_name == QUOTE_FORM or any(
        tracker.get_slot(name) is not None for name in _QUOTE_SLOTS
    )


def _asks_if_still_valid(text: str) -> bool:
    folded = fold(text)
    return len(_WORD.findall(folded)) <= _WORDS_AT_MOST and bool(_STILL_VALID.search(folded))


def _is_little_else(text: str, values: list[dict[str, Any]]) -> bool:
    """Nothing but the values themselves and words that add nothing to them."""
    for value in sorted(values, key=lambda entity: entity["start"], reverse=True):
        text = text[: value["start"]] + " " + text[value["end"] :]
    return all(word in _LITTLE for word in _WORD.findall(fold(text)))


def _meaning(parse: dict[str, Any], intent: str) -> dict[str, Any]:
    return {**parse, "intent": {"name": intent, "confidence": 1.0}}
