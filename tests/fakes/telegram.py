"""Telegram's Bot API on loopback, and people who write to the bot: alone, or in a group.

What is seen in a group is under the group's name.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count
from typing import Any

import requests
from aiohttp import web

from tests.fakes.platform import FakePlatform, Fault, Hook, Said
from tests.fakes.telegram_rules import refused, units

BOT, USERNAME = 6_000_000_001, "prorata_bot"
TOKEN = f"{BOT}:AAE-the-token-of-the-fake-telegram-bot"
SECRET = "the-secret_of-the-webhook"
UPDATES = ["message", "edited_message", "callback_query"]
_FILE = {"file_id": "AwACAgEAAxkBAAIB", "file_unique_id": "AgADCQ", "file_size": 8_000}
_MEDIA: dict[str, Any] = {
    "voice": {**_FILE, "duration": 3, "mime_type": "audio/ogg"},
    "photo": [{**_FILE, "width": 90, "height": 60}, {**_FILE, "width": 800, "height": 533}],
    "sticker": {**_FILE, "width": 512, "height": 512, "type": "regular", "emoji": "👍"},
    "location": {"latitude": 45.5017, "longitude": -73.5673},
    "contact": {"phone_number": "+15145550100", "first_name": "Luc"},
    "document": {**_FILE, "file_name": "facture.pdf", "mime_type": "application/pdf"},
}


def flood(seconds: int, *, after: bool = False) -> Fault:
    """« Too Many Requests », with the seconds where Telegram puts them."""
    error = _error(429, f"Too Many Requests: retry after {seconds}")
    return Fault(429, {**error, "parameters": {"retry_after": seconds}}, after=after)


class FakeTelegram(FakePlatform):
    """`languages` are those of people's apps; `bodies` every message that was taken, as it was sent;
    `spinning` the pressed buttons that wait for their answer; `info` what getWebhookInfo adds.
    """

    name = "telegram"

    def __init__(self) -> None:
        super().__init__()
        self.languages: dict[str, str] = {}
        self.bodies: list[dict[str, Any]] = []
        self.typing: list[int] = []
        self.spinning: set[str] = set()
        self.closed: dict[int, tuple[int, str]] = {}
        self.info: dict[str, Any] = {}
        self._chats: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._count = count(1)

    def settings(self) -> dict[str, str]:
        return {
            "PRORATA_TELEGRAM_TOKEN": TOKEN,
            "PRORATA_TELEGRAM_SECRET": SECRET,
            "PRORATA_TELEGRAM_USERNAME": USERNAME,
            "PRORATA_TELEGRAM_API": self.url,
        }

    # --- people ---
    def message(self, person: str, text: str, event_id: str | None = None) -> Hook:
        commands = [{"type": "bot_command", "offset": 0, "length": units(text.split()[0])}]
        entities = {"entities": commands} if text.startswith("/") else {}
        return self._written(person, event_id, text=text, **entities)

    def press(self, person: str, title: str, reference: str) -> Hook:
        number = next(self._count)
        with self.lock:
            self.spinning.add(str(number))
        message = {
            "message_id": number,
            "from": {"id": BOT, "is_bot": True, "first_name": "Prorata", "username": USERNAME},
            "chat": self._private(person),
            "date": self._now(),
            "text": "…",
            "reply_markup": {"inline_keyboard": [[{"text": title, "callback_data": reference}]]},
        }
        query = {"id": str(number), "from": self._person(person), "message": message}
        query |= {"chat_instance": "-3211", "data": reference}
        return self.update("callback_query", query)

    def start(self, person: str, parameter: str = "") -> Hook:
        return self.message(person, f"/start {parameter}".strip())

    def media(self, person: str, kind: str = "voice", caption: str | None = None) -> Hook:
        more = {"caption": caption} if caption else {}
        return self._written(person, None, **{kind: _MEDIA[kind]}, **more)

    def edit(self, person: str, event_id: str, text: str) -> Hook:
        """Of the message that was sent with this id."""
        message = self._message(person, event_id, text=text, edit_date=self._now())
        return self.update("edited_message", message)

    def in_group(
        self, person: str, text: str, group: str = "Équipe", thread: int | None = None, **more: Any
    ) -> Hook:
        """A bot is named where the text holds its name."""
        at = text.find(f"@{USERNAME}")
        named = {"type": "mention", "offset": units(text[:at]), "length": len(USERNAME) + 1}
        topic = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
        chat = {"id": -self._id(group), "title": group, "type": "supergroup"}
        entities = {"entities": [named]} if at >= 0 else {}
        return self._written(person, None, chat=chat, text=text, **entities, **topic, **more)

    def answering(self, person: str, text: str, group: str = "Équipe") -> Hook:
        """A reply to a message of the bot in a group."""
        answered = {"message_id": 1, "from": {"id": BOT, "is_bot": True}, "text": "…"}
        return self.in_group(person, text, group, reply_to_message=answered)

    def block(self, person: str) -> Hook:
        """The bot, for good; the hook tells of it."""
        self.closed[self._id(person)] = (403, "Forbidden: bot was blocked by the user")
        states = {"old_chat_member": "member", "new_chat_member": "kicked"}
        change = {name: {"user": {"id": BOT}, "status": is_} for name, is_ in states.items()}
        told = {"chat": self._private(person), "from": self._person(person), "date": self._now()}
        return self.update("my_chat_member", {**told, **change})

    def unblock(self, person: str) -> None:
        self.closed.pop(self._id(person))

    def reaction(self, person: str) -> Hook:
        thumb = [{"type": "emoji", "emoji": "👍"}]
        told = {"chat": self._private(person), "user": self._person(person), "message_id": 1}
        told |= {"date": self._now(), "old_reaction": [], "new_reaction": thumb}
        return self.update("message_reaction", told)

    def update(self, kind: str, what: dict[str, Any]) -> Hook:
        body = json.dumps({"update_id": next(self._count), kind: what}).encode()
        headers = {
            "Content-Type": "application/json",
            "X-Telegram-Bot-Api-Secret-Token": SECRET,
        }
        return Hook(body, headers)

    def call(self, hook: Hook) -> requests.Response:
        """Does what the webhook's reply asks for, as Telegram does."""
        response = super().call(hook)
        if response.ok and response.headers.get("Content-Type", "").startswith("application/json"):
            asked = response.json()
            is_known = asked.get("method") == "answerCallbackQuery"
            self.forbid(not is_known, "a reply with a method that is not expected")
            with self.lock:
                self.spinning.discard(asked.get("callback_query_id"))
        return response

    def _written(self, person: str, event_id: str | None, **content: Any) -> Hook:
        return self.update("message", self._message(person, event_id, **content))

    def _message(self, person: str, event_id: str | None, **content: Any) -> dict[str, Any]:
        number = next(self._count)
        if event_id is not None:
            number = self._numbers.setdefault(event_id, number)
        head = {"message_id": number, "from": self._person(person), "chat": self._private(person)}
        return {**head, "date": self._now(), **content}

    def _person(self, person: str) -> dict[str, Any]:
        language = self.languages.get(person, "en")
        return {
            "id": self._id(person),
            "is_bot": False,
            "first_name": person,
            "language_code": language,
        }

    def _private(self, person: str) -> dict[str, Any]:
        return {"id": self._id(person), "first_name": person, "type": "private"}

    def _id(self, name: str) -> int:
        with self.lock:
            return self._chats.setdefault(name, 5_000_000_000 + len(self._chats))

    def _now(self) -> int:
        return int(self.clock().timestamp())

    # --- the API ---
    def routes(self) -> Sequence[web.RouteDef]:
        return [web.route("*", "/bot{token}/{method}", self._api)]

    async def _api(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != TOKEN:
            return _answer(_error(401, "Unauthorized"))
        body = await request.json() if request.can_read_body else {}
        method = request.match_info["method"]
        if method == "sendMessage":
            return await self._send(body)
        if method == "sendChatAction":
            self.forbid(body.get("action") != "typing", "an action that is not typing")
            self.typing.append(body["chat_id"])
            return _answer({"ok": True, "result": True})
        if method == "getWebhookInfo":
            return _answer({"ok": True, "result": {**self._webhook_info(), **self.info}})
        return _answer(_error(404, "Not Found: method not found"))

    def _webhook_info(self) -> dict[str, Any]:
        about = {"has_custom_certificate": False, "pending_update_count": 0, "max_connections": 40}
        return {"url": self.webhook, **about, "allowed_updates": UPDATES}

    async def _send(self, body: Any) -> web.Response:
        if (fault := await self.obey_fault(taken=False)) is not None:
            return fault
        description = refused(body)
        self.forbid(description is not None, str(description))
        if description is not None:
            return _answer(_error(400, description))
        with self.lock:
            names = {number: name for name, number in self._chats.items()}
        name = names.get(abs(body["chat_id"]))
        if name is None:
            return _answer(_error(400, "Bad Request: chat not found"))
        if body["chat_id"] in self.closed:
            return _answer(_error(*self.closed[body["chat_id"]]))
        self.bodies.append(body)
        self.note(name, _said(body))
        sent = {"message_id": next(self._count), "date": self._now(), "text": body["text"]}
        return await self.obey_fault(taken=True) or _answer({"ok": True, "result": sent})


def _said(body: dict[str, Any]) -> Said:
    rows = body.get("reply_markup", {}).get("inline_keyboard", ())
    buttons = [button for row in rows for button in row]
    return Said(
        body["text"],
        tuple((one["text"], one["callback_data"]) for one in buttons if "callback_data" in one),
        tuple((one["text"], one["url"]) for one in buttons if "url" in one),
    )


def _error(code: int, description: str) -> dict[str, Any]:
    return {"ok": False, "error_code": code, "description": description}


def _answer(body: dict[str, Any]) -> web.Response:
    return web.json_response(body, status=body.get("error_code", 200))
