"""What customers say of a request that was passed on: is it there, change it, withdraw it."""

from __future__ import annotations

import re
from typing import Literal

from bot.handoff.form.asides import unwanted
from bot.handoff.form.draft import Kind
from bot.handoff.form.said import is_cancel
from bot.nlu.entities.folding import fold

Wish = Literal["confirm", "withdraw", "retime", "renumber"]

_LONGEST = 160
_CALL = r"(?:call ?-?back|calls?|phone call|r?appels?|rendez-vous)"
_NAMED = rf"(?:{_CALL}(?: request)?|messages?|(?:my|ma|la) (?:request|demande))"
_MINE = rf"(?:(?:my|the|your|mon|le|la|ma|un|a|me) )?{_NAMED}"
_ASKS = re.compile(
    r"(?:did|do|have|has) (?:you|they|your team|anyone|someone) .{0,12}(?:get|got|receive|have|see|note)"
    rf".{{0,15}}{_MINE}"
    rf"|(?:is|was|has) .{{0,6}}{_MINE}.{{0,20}}(?:received|sent|booked|confirmed|noted|on|passed|gone|through)"
    r"|(?:avez|as|a|ont)[ -](?:-?t-)?(?:vous|tu|on|ils)\b.{0,20}(?:recu|eu|note|transmis|envoye)"
    rf".{{0,15}}(?:{_CALL}|message|demande)"
    rf"|(?:vous avez|t'as|on a|est-ce que).{{0,30}}(?:recu|eu|note|transmis|envoye).{{0,15}}(?:{_CALL}|message|demande)"
    rf"|(?:mon|ma|le|la) (?:{_CALL}|message|demande).{{0,30}}(?:recue?|notee?|transmise?|passee?|confirmee?|prevue?)"
)
_WITHDRAWS = re.compile(
    r"(?:cancel|annul\w*|withdraw|retire[zr]?|drop|forget|scrap|supprime[zr]?|oublie[zr]?|laisse[zr]? (?:faire|tomber))"
    rf" (?:about )?{_MINE}(?!\w)"
)
_CHANGES = (
    r"(?:chang\w*|move|reschedul\w*|modif\w*|postpone|push|correct|fix|deplace\w*|report\w*|remet\w*"
    r"|decale\w*|corrige\w*)"
)
_NUMBER = r"(?:number|phone|numero|telephone)"
_TIME = r"(?:time|hour|day|date|moment|heure|jour|journee|plage)"
_RETIMES = re.compile(rf"(?<!\w){_CHANGES}(?!\w).{{0,40}}(?<!\w){_CALL}(?!\w)")
_RENUMBERS = re.compile(rf"(?<!\w){_CHANGES}(?!\w).{{0,25}}(?<!\w){_NUMBER}(?!\w)")
_JUST_SENT = {
    "confirm": re.compile(
        r"(?:did|do|have) you (?:get|got|have|receive) (?:it|that|this)"
        r"|(?:is|was) (?:it|that) (?:sent|received|done|noted)"
        r"|(?:avez-vous|vous avez|t'as|as-tu) (?:bien )?(?:recu|eu|note)(?: (?:ca|cela))?"
        r"|c'est (?:bien )?(?:recu|note|envoye|transmis|fait)"
    ),
    "retime": re.compile(rf"(?<!\w){_CHANGES}(?!\w).{{0,15}}(?<!\w){_TIME}(?!\w)"),
}
# Of a subscription, not of a call.
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:seats?|subscriptions?|renewal|orders?|postes?|abonnements?|renouvellement|commandes?|licen[cs]es?)(?!\w)"
)


def kind_of(text: str) -> Kind | None:
    """Of which kind of request it speaks, if it does."""
    words = fold(text[:_LONGEST]).text
    if re.search(r"(?<!\w)messages?(?!\w)", words):
        return "message"
    return "callback" if re.search(rf"(?<!\w){_CALL}(?!\w)", words) else None


def wish_of(text: str, *, just_sent: bool) -> Wish | None:
    """`just_sent`: the last thing said was about the request, which needs no name then."""
    words = " ".join(fold(text).text.split())
    if len(words) > _LONGEST or _ELSEWHERE.search(words):
        return None
    if _ASKS.search(words) or (just_sent and _JUST_SENT["confirm"].match(words)):
        return "confirm"
    if _RENUMBERS.search(words) and (just_sent or kind_of(text)):
        return "renumber"
    if _RETIMES.search(words) or (just_sent and _JUST_SENT["retime"].search(words)):
        return "retime"
    withdraws = _WITHDRAWS.search(words) or unwanted(text, kind_of(text) or "callback")
    return "withdraw" if withdraws or (just_sent and is_cancel(text)) else None
