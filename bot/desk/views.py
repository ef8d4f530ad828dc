"""Conversations, entries and tickets as the desk's page gets them (docs/handoff.md)."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime, timezone
from typing import Any
from zoneinfo import ZoneInfo

from bot.channels.shown import shown
from bot.handoff.agents import given_id
from bot.handoff.hold import Hold
from bot.handoff.reasons import is_urgent
from bot.handoff.spoken import locale_of
from bot.store.desk import Note, Ticket
from bot.store.transcript import Entry


def entry_json(entry: Entry, undelivered: Container[int] = ()) -> dict[str, Any]:
    """Buttons are titles: what the customer was offered, not for agents to press. `undelivered` are
    those of the entries that the customer's platform has refused; `id` is what an agent's page calls
    its message, and knows it by, whichever comes first: the entry, or the answer to the request.
    """
    buttons = [{"title": button["title"]} for button in entry.body.get("buttons") or ()]
    given = given_id(entry)
    return {
        **shown(entry),
        **({"id": given} if given else {}),
        **({"buttons": buttons} if buttons else {}),
        **({"undelivered": True} if entry.seq in undelivered else {}),
    }


def card_json(hold: Hold, entries: list[Entry], now: float, undelivered: int = 0) -> dict[str, Any]:
    """`entries` are the conversation's last ones, in order; `undelivered` is how many of all were
    refused by the customer's platform.
    """
    heard = [entry for entry in entries if entry.author == "customer"]
    locale = locale_of(entries)
    told = heard[-1].told if heard else {}
    waited = hold.asked if hold.state == "waiting" and hold.asked else hold.since
    return {
        "id": hold.conversation,
        "state": hold.state,
        "agent": hold.agent,
        "since": _instant(hold.since),
        "waiting_seconds": max(0, int(now - waited)) if hold.state == "waiting" else 0,
        "language": locale[:2] if locale else None,
        "locale": locale,
        "channel": told.get("channel"),
        "reason": hold.reason,
        "priority": "high" if hold.first or is_urgent(hold.reason) else "normal",
        "account": told.get("account"),
        "name": None,
        "last": _last(entries),
        "undelivered": undelivered,
    }


def note_json(note: Note) -> dict[str, Any]:
    return {"id": note.id, "agent": note.agent, "at": _instant(note.at), "text": note.text}


def ticket_json(ticket: Ticket, now: float) -> dict[str, Any]:
    zone = str(ticket.details.get("zone") or "UTC")
    local = datetime.fromtimestamp(now, ZoneInfo(zone))
    return {
        "id": ticket.id,
        "kind": ticket.kind,
        "conversation": ticket.conversation,
        "state": ticket.state,
        "at": _instant(ticket.at),
        **ticket.details,
        "local_time": local.isoformat(timespec="minutes"),
    }


def _last(entries: list[Entry]) -> dict[str, Any] | None:
    spoken = [entry for entry in entries if entry.author != "notice"]
    if not spoken:
        return None
    last = spoken[-1]
    return {
        "author": last.author,
        "text": last.body["text"][:160],
        "at": last.at.isoformat(timespec="milliseconds"),
    }


def _instant(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="milliseconds")
