"""What a question named, for the price that is asked for next: "can I pay for 5 Maya with a PO?",
then "how much is it?".

Only the message right before counts, and only a question of who is about to buy.
"""

from __future__ import annotations

from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.parses import PRICE, UNSURE, Found, Parse, likeliest

_ABOUT_TO_BUY = frozenset(
    {
        "faq_payment_options",
        "faq_how_to_add",
        "faq_add_anytime",
        "ask_purchase_order",
        "ask_formal_quote",
        "ask_refund",
    }
)
_WHAT = frozenset({"product", "subscription_id"})


def with_mentioned(parse: Parse, tracker: DialogueStateTracker) -> Parse:
    """A request for a price that names no product gets the one, and the seats, of the question."""
    found = parse["entities"]
    named = {entity["entity"] for entity in found}
    if not _asks(parse) or named & _WHAT or tracker.active_loop_name is not None:
        return parse
    wanted = _WHAT if "seats" in named else _WHAT | {"seats"}
    added = [entity for entity in _of_the_question(tracker) if entity["entity"] in wanted]
    # They stand nowhere in this text: at its end they cover none of it.
    end = len(parse["text"])
    added = [{**entity, "start": end, "end": end} for entity in added]
    return {**parse, "entities": [*found, *added]}


def _asks(parse: Parse) -> bool:
    intent = parse["intent"]["name"]
    return bool(intent == PRICE or (intent in UNSURE and likeliest(parse) == PRICE))


def _of_the_question(tracker: DialogueStateTracker) -> list[Found]:
    """The entities of the last message, where it was such a question and named a product."""
    last = next((e for e in reversed(tracker.events) if isinstance(e, UserUttered)), None)
    if last is None or last.intent_name not in _ABOUT_TO_BUY:
        return []
    entities: list[Found] = last.entities
    return entities if any(entity["entity"] in _WHAT for entity in entities) else []
