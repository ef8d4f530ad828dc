from __future__ import annotations

from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.given import GIVEN
from actions.heard import Heard
from actions.quotes import failure
from actions.quotes.desk import QuoteDesk, quote_desk
from actions.quotes.draft import Draft
from actions.quotes.others import other_options, spoken
from actions.quotes.port import NOT_ESTIMATED, UNAVAILABLE, Quote, QuoteError, QuoteProvider
from actions.quotes.seats import SEATS_AT_MOST, too_many
from actions.quotes.term import not_estimated
from actions.quotes.together import quotes_of, total_of
from actions.quotes.wording import card_of, comparison, count, response_of, seat_options, values_of
from actions.validate_quote_form import draft_of


class ActionAnswerQuote(Action):
    """Says the amount, the two amounts where two numbers of seats are weighed, or honestly why
    there is none.
    """

    def name(self) -> str:
        return "action_answer_quote"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        draft, heard = draft_of(tracker), Heard.of(tracker)
        large = too_many(draft.seats)
        if large is not None:
            dispatcher.utter_message(
                response="utter_hand_over_large_order",
                seats=count(large, "seat"),
                limit=count(SEATS_AT_MOST, "seat"),
            )
            return [SlotSet("seats", None), SlotSet("seats_total", None)]
        try:
            quotes = await _quotes(quote_desk(), draft, heard, tracker.get_slot("quote_problem"))
        except QuoteError as error:
            remark = failure.remark_on(error)
            named = heard.last("product")
            others = _orders_besides(draft, named.value if named else draft.product)
            dispatcher.utter_message(
                response=remark.response, options=other_options(others), **remark.values
            )
            return [SlotSet("quote_problem", None), SlotSet("quoted", False), SlotSet(GIVEN, None)]
        others = _orders_besides(draft, quotes[0].product_name)
        _say(dispatcher, quotes, other_options(others))
        together = await _together(draft, heard, quotes, others)
        if together is not None:
            dispatcher.utter_message(response="utter_together", others=spoken(others), **together)
        if _asked_again(heard):
            dispatcher.utter_message(response="utter_quote_again")
        return [SlotSet("quoted", True), SlotSet(GIVEN, [values_of(quote) for quote in quotes])]


def _asked_again(heard: Heard) -> bool:
    """ "So how much?" after a quote: the same one, and how to get another."""
    asks = heard.intent in {"request_quote", "ask_again"}
    return heard.quoted and asks and not heard.entities


def _orders_besides(draft: Draft, product: str | None) -> list[dict[str, Any]]:
    return [order for order in draft.orders if order["product"] != product]


async def _together(
    draft: Draft, heard: Heard, quotes: list[Quote], others: list[dict[str, Any]]
) -> dict[str, Any] | None:
    """What all products of a message cost, where there are several and each has its quote."""
    if not others or len(quotes) != 1:
        return None
    try:
        rest = await quote_desk().ask(
            lambda provider: quotes_of(provider, heard.account, draft, others)
        )
    except QuoteError:
        return None  # the sum is an extra: the buttons lead to each of them
    return total_of([*quotes, *rest])


def _say(
    dispatcher: CollectingDispatcher, quotes: list[Quote], others: list[dict[str, Any]]
) -> None:
    if len(quotes) == 1:
        (quote,) = quotes
        dispatcher.utter_message(
            response=response_of(quote), quote=card_of(quote), options=others, **values_of(quote)
        )
        return
    first, second = quotes
    dispatcher.utter_message(
        response="utter_estimate_compared" if first.id is None else "utter_quote_compared",
        options=[*seat_options(quotes), *others],
        **comparison(first, second),
    )


async def _quotes(desk: QuoteDesk, draft: Draft, heard: Heard, problem: str | None) -> list[Quote]:
    """One for each number of seats; all of them within one question's budget."""
    if problem is not None:
        raise failure.read(problem)
    account, subscription = heard.account, draft.subscription
    if (account is None or subscription is None) and not_estimated(draft.term):
        raise QuoteError(NOT_ESTIMATED)
    if draft.seats is None:
        raise QuoteError(UNAVAILABLE)
    numbers = draft.seats if isinstance(draft.seats, tuple) else (draft.seats,)
    if account is not None and subscription is not None:
        return await desk.ask(
            lambda provider: [provider.quote(account, subscription, seats) for seats in numbers]
        )
    return await desk.ask(lambda provider: _estimates(provider, draft, numbers))


def _estimates(provider: QuoteProvider, draft: Draft, numbers: tuple[int, ...]) -> list[Quote]:
    product = next((p.id for p in provider.products() if p.name == draft.product), None)
    if product is None or draft.renewal_date is None or draft.currency is None:
        raise QuoteError(UNAVAILABLE)
    renews_on = date.fromisoformat(draft.renewal_date)
    return [provider.estimate(product, seats, renews_on, draft.currency) for seats in numbers]
