"""A request that was passed on: the customer asks for it, changes it or withdraws it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.handoff.form.callback import STEMS, answer
from bot.handoff.form.draft import Answer, Draft
from bot.handoff.form.taking import Taking
from bot.handoff.form.windows import Context, Window
from bot.handoff.form.wishes import Wish, kind_of, wish_of
from bot.handoff.notices import Notice, Notices
from bot.handoff.spoken import locale_of
from bot.handoff.switchboard import Switchboard
from bot.store.desk import Filing, Ticket
from bot.store.transcript import Entry

_ABOUT_IT = tuple(
    f"{stem}_{said}" for stem in STEMS.values() for said in ("taken", "received", "unchanged")
)
# As many digits of the number as tell the customer which one it is.
_SHOWN_DIGITS = 2


class Sent:
    def __init__(self, switchboard: Switchboard, notices: Notices, taking: Taking) -> None:
        self._switchboard = switchboard
        self._notices = notices
        self._taking = taking

    async def take(self, heard: Entry, lately: list[Entry]) -> list[Entry] | None:
        """None where the message is not about a request that is still open."""
        text = heard.body["text"]
        wish = None if "payload" in heard.told else wish_of(text, just_sent=_is_fresh(lately))
        if wish is None:
            return None
        ticket = self._switchboard.ticket_of(heard.conversation, kind_of(text))
        if ticket is None:
            return None
        if wish in ("retime", "renumber") and ticket.kind == "callback":
            context = self._taking.context(locale_of(lately))
            return await self._taking.ask(heard, _reopened(ticket, wish, text, context), context)
        if wish == "withdraw":
            notice = Notice(f"{STEMS[ticket.kind]}_withdrawn")
            return await self._say(heard, notice, lately, Filing(ticket.kind, None, ticket.id))
        notice = Notice(f"{STEMS[ticket.kind]}_received", _values(ticket))
        return await self._say(heard, notice, lately, None)

    async def _say(
        self, heard: Entry, notice: Notice, lately: list[Entry], filing: Filing | None
    ) -> list[Entry]:
        locale = locale_of(lately)
        said = self._notices.say(notice, locale)
        return await self._switchboard.take(heard, None, [said], filing, locale and locale[:2])


def _is_fresh(lately: list[Entry]) -> bool:
    said = (entry for entry in reversed(lately) if entry.author == "bot")
    last = next(said, None)
    return last is not None and last.body.get("response") in _ABOUT_IT


def _reopened(ticket: Ticket, wish: Wish, text: str, context: Context) -> Answer:
    """With the new time or number, where it is said at once."""
    given, window = ticket.details, _window(ticket)
    is_retimed = wish == "retime"
    draft = Draft(
        "callback",
        name=given["name"],
        phone=given["phone"] if is_retimed else None,
        extension=given["extension"] if is_retimed else None,
        confirmed=is_retimed,
        window=None if is_retimed else window,
        topic=given["topic"],
        ticket=ticket.id,
        sent=window,
    )
    changed = answer(draft, "window" if is_retimed else "phone", text, context)
    is_said = changed.draft != draft and changed.ending is None
    return changed if is_said else Answer(draft)


def _window(ticket: Ticket) -> Window:
    zone, kept = ZoneInfo(ticket.details["zone"]), ticket.details["window"]
    start, end = (datetime.fromisoformat(kept[edge]).astimezone(zone) for edge in ("from", "to"))
    return Window(start, end)


def _values(ticket: Ticket) -> dict[str, Any]:
    """What the customer is told again; whoever else sees the screen learns no number."""
    given = ticket.details
    if ticket.kind == "message":
        return {"name": given["name"], "email": given["email"]}
    ending = given["phone"][-_SHOWN_DIGITS:]
    return {"name": given["name"], "ending": ending, "window": _window(ticket).value}
