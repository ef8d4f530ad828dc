"""One request for a quote out of several sentences: "3 AutoCAD, please. Actually make that 5."."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.engine.meaning.corrections import corrects
from bot.engine.meaning.parses import (
    ABOUT_A_QUOTE,
    ASK_FOR_NOTHING,
    PRICE,
    SURE,
    UNSURE,
    VALUES,
    Found,
    Parse,
    likeliest,
    taken_for,
)

# As a whole such a message says less than the quote in it.
_SAYS_LITTLE = UNSURE | {
    "greet",
    "thank",
    "affirm",
    "deny",
    "goodbye",
    "express_frustration",
    "ask_if_bot",
    "ask_capabilities",
    "out_of_scope",
}
_BETWEEN = "; "


def one_quote(parses: Sequence[Parse]) -> list[Parse]:
    """The parts of a message, those that are about a quote in one."""
    about = _about_a_quote(parses)
    if len(about) < 2:
        return list(parses)
    return [_merged(about), *(parse for parse in parses if parse not in about)]


def said_better(
    whole: Parse, parses: Sequence[Parse], *, quote_is_open: bool = False
) -> Parse | None:
    """The quote of `parses` where the message as a whole has lost it, or contradicts itself."""
    about = _about_a_quote(parses)
    if not about or whole["intent"]["name"] not in ABOUT_A_QUOTE | _SAYS_LITTLE:
        return None
    quote = _merged(about)
    if len(about) > 1 and _contradict(about):
        return quote
    wanted = {e["entity"] for e in quote["entities"] if e.get("role") not in ASK_FOR_NOTHING}
    asks = wanted if quote_is_open else quote["intent"]["name"] == PRICE and "seats" in wanted
    return quote if asks and whole["intent"]["name"] in _SAYS_LITTLE else None


def _about_a_quote(parses: Sequence[Parse]) -> list[Parse]:
    """What asks for one, what gives values, and beside these what likely does."""
    sure = [parse for parse in parses if _is_about_a_quote(parse)]
    return [parse for parse in parses if sure and (parse in sure or _likely_is(parse))]


def _is_about_a_quote(parse: Parse) -> bool:
    intent = parse["intent"]
    says_something = bool(parse["entities"]) or intent["name"] == PRICE
    return intent["name"] in ABOUT_A_QUOTE and intent["confidence"] >= SURE and says_something


def _likely_is(parse: Parse) -> bool:
    unsure = parse["intent"]["name"] in UNSURE
    return unsure and likeliest(parse) in ABOUT_A_QUOTE and bool(parse["entities"])


def _merged(parts: Sequence[Parse]) -> Parse:
    """The values of all parts, of which the later ones win.

    Products that no word takes back are a list: they and their numbers stay side by side.
    """
    if len(parts) == 1:
        return parts[0]
    kept: list[Found] = []
    text = ""
    for part in parts:
        offset = len(text) + len(_BETWEEN) if text else 0
        found = _beside(_moved(part["entities"], offset), kept, part["text"])
        kept = [*_left_of(kept, found, part["text"]), *found]
        text = f"{text}{_BETWEEN}{part['text']}" if text else part["text"]
    gives = all(part["intent"]["name"] == VALUES for part in parts)
    merged = taken_for(parts[0], VALUES if gives else PRICE)
    return {**merged, "text": text, "entities": kept}


def _contradict(parts: Sequence[Parse]) -> bool:
    """A later part says otherwise than an earlier one, and no list is meant."""
    said = sum(len(part["entities"]) for part in parts)
    return len(_merged(parts)["entities"]) < said


def _left_of(kept: list[Found], found: list[Found], text: str) -> list[Found]:
    """What still holds of `kept` after `found`, which takes over the role of a total it changes."""
    new_products = _products(found) - _products(kept)
    if _products(kept) and new_products and not corrects(text):
        return kept
    said = {entity["entity"] for entity in found if _may_be_replaced(entity, text)}
    left = [e for e in kept if e["entity"] not in said or not _may_be_replaced(e, text)]
    was_total = any(e.get("role") == "target" for e in kept if e not in left)
    for entity in found:
        if was_total and entity.get("role") == "add" and corrects(text):
            entity["role"] = "target"
    return left


def _beside(found: list[Found], kept: Sequence[Found], text: str) -> list[Found]:
    """ "How much for 3? And for 5?" asks for both."""
    before = next((e["value"] for e in reversed(kept) if _is_count(e)), None)
    if before is None or "?" not in text or corrects(text) or _products(found) - _products(kept):
        return found
    return [
        {**entity, "role": "vague", "value": _range(before, entity["value"])}
        if _is_count(entity) and entity["value"] != before
        else entity
        for entity in found
    ]


def _is_count(entity: Found) -> bool:
    return entity["entity"] == "seats" and entity.get("role") == "add"


def _range(first: int, second: int) -> dict[str, int]:
    return {"min": min(first, second), "max": max(first, second)}


def _may_be_replaced(entity: Found, text: str) -> bool:
    """The seats that there are stay, and a second day replaces the first only in so many words."""
    return entity.get("role") != "current" and (entity["entity"] != "date" or corrects(text))


def _products(entities: Iterable[Found]) -> set[Any]:
    return {entity["value"] for entity in entities if entity["entity"] == "product"}


def _moved(entities: Iterable[Found], offset: int) -> list[Found]:
    return [
        {**entity, "start": entity["start"] + offset, "end": entity["end"] + offset}
        for entity in entities
    ]
