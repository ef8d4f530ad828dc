from __future__ import annotations

from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import Heard
from actions.quotes.desk import QuoteDesk, quote_desk
from actions.quotes.draft import SEATS_AT_MOST, Draft
from actions.quotes.port import Quote, QuoteError, QuoteProvider
from actions.quotes.wording import card_of, count, values_of
from actions.validate_quote_form import draft_of

_UNAVAILABLE = "upstream-unavailable"

# Every other code is a failure on our side: honest, without a reason that helps nobody.
_SPOKEN = {
    "not-self-service": "utter_no_quote_not_self_service",
    "subscription-in-trial": "utter_no_quote_in_trial",
    "subscription-expired": "utter_no_quote_expired",
    "subscription-not-active": "utter_no_quote_not_active",
    "subscription-not-found": "utter_subscription_unknown",
    "product-not-found": "utter_product_unknown",
    "nothing-to-prorate": "utter_no_quote_renews_today",
    "invalid-quantity": "utter_seats_invalid",
    "rate-limited": "utter_no_quote_busy",
}


class ActionAnswerQuote(Action):
    """Says the amount, or honestly why there is none."""

    def name(self) -> str:
        return "action_answer_quote"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        draft, heard = draft_of(tracker), Heard.of(tracker)
        if draft.seats is not None and draft.seats > SEATS_AT_MOST:
            dispatcher.utter_message(
                response="utter_hand_over_large_order",
                seats=count(draft.seats, "seat"),
                limit=count(SEATS_AT_MOST, "seat"),
            )
            return [SlotSet("seats", None)]
        try:
            quote = await _quote(quote_desk(), draft, heard, tracker.get_slot("quote_problem"))
        except QuoteError as error:
            dispatcher.utter_message(response=_SPOKEN.get(error.code, "utter_no_quote_unavailable"))
            return [SlotSet("quote_problem", None), SlotSet("quoted", False)]
        dispatcher.utter_message(
            response="utter_estimate" if quote.id is None else "utter_quote",
            quote=card_of(quote),
            **values_of(quote),
        )
        return [SlotSet("quoted", True)]


async def _quote(desk: QuoteDesk, draft: Draft, heard: Heard, problem: str | None) -> Quote:
    if problem is not None:
        raise QuoteError(problem)
    account, subscription, seats = heard.account, draft.subscription, draft.seats
    if seats is None:
        raise QuoteError(_UNAVAILABLE)
    if account is not None and subscription is not None:
        return await desk.ask(lambda provider: provider.quote(account, subscription, seats))
    return await desk.ask(lambda provider: _estimate(provider, draft, seats))


def _estimate(provider: QuoteProvider, draft: Draft, seats: int) -> Quote:
    product = next((p.id for p in provider.products() if p.name == draft.product), None)
    if product is None or draft.renewal_date is None or draft.currency is None:
        raise QuoteError(_UNAVAILABLE)
    return provider.estimate(product, seats, date.fromisoformat(draft.renewal_date), draft.currency)
