"""Widgets of customers who talk: each message is timed, and each answer counted."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.socket_client import SocketClient

# Questions with one answer each, so that one more or one fewer shows.
QUESTIONS = {
    "en": ("How do I add seats?", "How does proration work?", "Can I remove a seat?"),
    "fr": (
        "Comment ajouter des postes ?",
        "Comment fonctionne le calcul au prorata ?",
        "Est-ce que je peux supprimer un poste ?",
    ),
}
LOCALES = {"en": "en-CA", "fr": "fr-CA"}
_PATIENCE = 60.0


@dataclass
class Customer:
    """`shown` is what the widget shows: entries by `seq`, as often as they came."""

    url: str
    language: str
    token: str | None = None
    seen: int = 0
    shown: Counter[int] = field(default_factory=Counter)
    entries: dict[int, dict[str, Any]] = field(default_factory=dict)
    client: SocketClient | None = None

    async def connect(self, http: aiohttp.ClientSession) -> None:
        """With the token of last time, from what was seen last, as our widget does."""
        client = await SocketClient.connect(self.url, http=http)
        request = {"widget": 1, "locale": LOCALES[self.language], "seen": self.seen}
        await client.emit("session_request", {**request, "session_id": self.token})
        confirmed = await client.wait_for("session_confirm")
        if confirmed["resumed"]:
            history = await client.wait_for("history")
            self.show(history["entries"])
        self.token, self.client = confirmed["session_id"], client

    async def ask(self, question: str, message_id: str) -> float:
        """Seconds until the answer; what stays unacknowledged is the caller's to send again."""
        assert self.client
        started = time.perf_counter()
        acknowledged = await self.client.call(
            "user_uttered", {"message": question, "id": message_id}, timeout=_PATIENCE
        )
        seq = acknowledged["seq"]
        await self.client.wait_for(
            "entry", lambda entry: entry["author"] == "bot" and entry["seq"] > seq, _PATIENCE
        )
        return time.perf_counter() - started

    def show(self, entries: list[dict[str, Any]]) -> None:
        for entry in entries:
            self.shown[entry["seq"]] += 1
            self.entries[entry["seq"]] = entry
            self.seen = max(self.seen, entry["seq"])

    def show_received(self) -> None:
        """What came since the last time this was called."""
        assert self.client
        received, self.client.received[:] = list(self.client.received), []
        self.show([data for name, data in received if name == "entry"])

    def said(self, author: str) -> list[dict[str, Any]]:
        return [
            self.entries[seq]
            for seq in sorted(self.entries)
            if self.entries[seq]["author"] == author
        ]

    async def close(self) -> None:
        if self.client is not None:
            await asyncio.wait({asyncio.create_task(self.client.close())}, timeout=5)
