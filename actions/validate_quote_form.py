from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.quotes.desk import QuoteDesk, quote_desk
from actions.quotes.draft import Advance, Draft, for_subscriber, for_visitor
from actions.quotes.failure import written
from actions.quotes.others import one_at_a_time
from actions.quotes.port import (
    NO_SUBSCRIPTION,
    SIGN_IN_REQUIRED,
    Product,
    QuoteError,
    QuoteProvider,
    Subscription,
)
from actions.quotes.seats import seats_of

_ASKS_FOR_A_QUOTE = frozenset({"request_quote", "ask_again"})
_FILLS = frozenset({"seats", "product", "date", "currency", "subscription_id", "term", "wrong"})


class ValidateQuoteForm(Action):
    """Fills quote_form from the message and says which slot is asked for next.

    A message that fills nothing sets nothing, so that Rasa leaves the form, answers what was
    asked instead, and comes back.
    """

    def name(self) -> str:
        return "validate_quote_form"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        heard, before = Heard.of(tracker), draft_of(tracker)
        try:
            advance, signed_in = await advanced(quote_desk(), before, heard)
        except QuoteError as error:
            # Ends the form: action_answer_quote says why there is no quote.
            return [SlotSet("quote_problem", written(error)), SlotSet("requested_slot", None)]
        if not signed_in and heard.last("subscription_id") is not None:
            dispatcher.utter_message(response="utter_subscription_needs_sign_in")
        if heard.others:
            dispatcher.utter_message(response="utter_one_product", **one_at_a_time(heard))
        for remark in advance.remarks:
            dispatcher.utter_message(response=remark.response, **remark.values)
        next_slot = SlotSet("requested_slot", advance.draft.missing(signed_in=signed_in))
        return [*_changes(before, advance, heard), next_slot]


async def advanced(desk: QuoteDesk, draft: Draft, heard: Heard) -> tuple[Advance, bool]:
    """The next draft, and whether it is for a subscription of the signed-in customer."""
    account, today = heard.account, desk.clock().date()
    subscriptions: list[Subscription] = []
    if account is not None:
        subscriptions = await desk.ask(lambda provider: provider.subscriptions(account))
    if subscriptions:
        return for_subscriber(draft, heard, subscriptions, today), True
    products = await _catalogue(desk, signed_in=account is not None)
    return for_visitor(draft, heard, products, today), False


async def _catalogue(desk: QuoteDesk, *, signed_in: bool) -> list[Product]:
    try:
        return await desk.ask(_products)
    except QuoteError as error:
        if signed_in and error.code == SIGN_IN_REQUIRED:
            raise QuoteError(NO_SUBSCRIPTION) from None
        raise


def _products(provider: QuoteProvider) -> list[Product]:
    return provider.products()


def draft_of(tracker: Tracker) -> Draft:
    slots = {field.name: tracker.get_slot(field.name) for field in fields(Draft)}
    others = tuple(slots["orders"] or ())
    return Draft(**{**slots, "seats": seats_of(slots["seats"]), "orders": others})


def _changes(before: Draft, advance: Advance, heard: Heard) -> list[dict[str, Any]]:
    """A slot that was talked about is set even to the same value: the form counts it as answered.

    Who asks for the price again while the form is open wants it to go on, too.
    """
    old, new = asdict(before), asdict(advance.draft)
    answered = (
        bool(advance.remarks)
        or heard.intent in _ASKS_FOR_A_QUOTE
        or any(entity.name in _FILLS for entity in heard.entities)
    )
    if answered:
        return [SlotSet(name, value) for name, value in new.items()]
    return [SlotSet(name, value) for name, value in new.items() if value != old[name]]
