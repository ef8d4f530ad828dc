"""What a date stands for: when the subscription renews, or the customer's plans for the purchase."""

from __future__ import annotations

import re
from typing import Any, Literal

Plan = Literal["wish", "purchase"]

_ARTICLE = r"\W+(?:(?:the|le|la|au|l[’'])\W*)?$"
# "I need 3 seats by Friday": of a wish no price is made.
_BY = re.compile(rf"(?:^|\W)(?:by|before|d[’']ici|avant){_ARTICLE}")
# "Starting March 1": the purchase itself is for later, wherever it is said.
_FROM = re.compile(
    r"(?:^|\W)(?:from|starting|beginning|as of|d[eè]s|[aà] (?:partir|compter) d[eu’']|depuis)\W*"
    r"(?:(?:in|on|the|le|la)\W+)?$"
)
# "On March 1" may as well answer when the subscription renews.
_AT = re.compile(rf"(?:^|\W)(?:for|on|in|this|next|pour|en){_ARTICLE}")
# « Si je les achète le 15 mars »: French needs no word for "on".
_BOUGHT_ON = re.compile(r"\b(?:ach[eè]t|command|pren|ajout)\w*[^,.;:!?()]{0,30}\Wle\W+$")
# A day counted from today is for what the customer does, not for what the calendar says.
_FROM_TODAY = re.compile(
    r"(?:in|dans|next|today|tomm?orr?ow|aujourd|ajd|demain|apr[eè]s[ -]?demain|day after"
    r"|(?:le )?mois prochain|(?:la )?semaine prochaine)\b"
)
# "And on the 20th?", « et si c'est en avril »: after a price, of the same seats on another day.
_WHAT_IF = re.compile(
    r"^\W*(?:ok(?:ay)?\W+)?(?:(?:and|et|pis|puis|ou)\b.*\?|(?:what|how) about\b"
    r"|(?:and |but |et |pis |mais )?(?:if|what if|si)\b)"
)
_IN = re.compile(r"(?:in|dans)\b")
_RENEWS = re.compile(
    r"renew|renouvel|expir|until|till\b|through|jusqu|\bends?\b|\bfin\b|[eé]ch[eé]ance"
)
_BUYS = re.compile(
    r"buy|purchas|\badd|order|\bneed|\bwant|\bstart|cost|price|ach[eè]t|ajout|command|\bprend|\bveu|besoin"
    r"|\bfaut|commenc|co[uû]t|prix|combien"
)


def names_renewal(text: str) -> bool:
    """Whether the sentence is about when a subscription ends or renews."""
    return bool(_RENEWS.search(text.lower()))


def plan_of(
    date: dict[str, Any],
    text: str,
    *,
    intent: str,
    answers: bool,
    alone: bool = True,
    quoted: bool = False,
) -> Plan | None:
    """None for a date that is, or may be, the renewal; `answers` where the bot has just asked for it.

    `date` is the NLU's entity in `text`, `alone` where there is no other date, `quoted` where a
    price was given.
    """
    told = text.lower()
    before = told[: date["start"]] + " " if date["start"] else ""
    if not alone and _FROM.search(before):
        return "purchase"  # "starting March 1, we renew on June 1"
    if _RENEWS.search(told) or (answers and not _BUYS.search(told)):
        return None
    asks = intent == "request_quote" and not answers
    is_asked_again = quoted and not answers and _WHAT_IF.search(told)
    if asks and _BY.search(before) and not is_asked_again:
        return "wish"
    is_bought_on = asks and (_AT.search(before) or _BOUGHT_ON.search(before))
    if is_asked_again or is_bought_on or _FROM.search(before):
        return "purchase"
    named = told[date["start"] : date["end"]]
    if answers or (told.strip(" .!") == named and not _IN.match(named)):
        return None  # "next Tuesday" and nothing else corrects the date of the price
    return "purchase" if _FROM_TODAY.match(named) else None
