"""What people do in Telegram, from the updates that it sends: one a call.

Updates: https://core.telegram.org/bots/api#update. The secret token that comes with each: #setwebhook.
A webhook's reply may hold a request: #making-requests-when-getting-updates.
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Sequence
from typing import Any

from bot.channels.messaging.platform import Call, Event, Kind, Reply, Unverified
from bot.channels.messaging.platforms.telegram_naming import Bot, is_for, said_to

UPDATES = ("message", "edited_message", "callback_query")
"""Those that are read; a bot is sent no others where its webhook names these."""

_HEADER = "x-telegram-bot-api-secret-token"
_START = re.compile(r"/start(?:\s|\Z)")
# What people send; what else comes without words is told by Telegram itself, such as who joins.
_MEDIA = frozenset(
    {
        "animation",
        "audio",
        "checklist",
        "contact",
        "dice",
        "document",
        "game",
        "location",
        "paid_media",
        "photo",
        "poll",
        "sticker",
        "story",
        "venue",
        "video",
        "video_note",
        "voice",
    }
)


class TelegramReceiver:
    def __init__(self, bot: Bot, secret: str) -> None:
        self._bot = bot
        self._secret = secret.encode()

    def verify(self, call: Call) -> None:
        given = call.headers.get(_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            raise Unverified("the secret token is missing or wrong")

    def handshake(self, call: Call) -> Reply | None:
        return None

    def events(self, call: Call) -> Sequence[Event]:
        update = json.loads(call.body)
        readers = dict(zip(UPDATES, (self._message, self._edit, self._press), strict=True))
        found = [read(update[name]) for name, read in readers.items() if name in update]
        return [event for event in found if event is not None]

    def acknowledgement(self) -> Reply:
        return Reply()

    def _message(self, message: dict[str, Any]) -> Event | None:
        said = self._said(message)
        if said is None:
            return None
        if _START.match(said):
            return self._event("start", message, text="/start")
        if said:
            return self._event("message", message, text=said)
        # A bot that is called by its name, and asked nothing, says hello.
        return self._event("start" if _MEDIA.isdisjoint(message) else "media", message)

    def _edit(self, message: dict[str, Any]) -> Event | None:
        """Telegram also tells of changes that nobody made: those have no `edit_date`."""
        said = self._said(message) if "edit_date" in message else None
        return self._event("edit", message, text=said) if said else None

    def _said(self, message: dict[str, Any]) -> str | None:
        """The words that are meant for the bot, none for a picture; None where nothing is."""
        author = message.get("from") or {}
        # Bots, and those who speak as a channel or as a group.
        if author.get("is_bot") is not False or "via_bot" in message or "sender_chat" in message:
            return None
        if message["chat"]["type"] not in ("private", "group", "supergroup"):
            return None
        for words, entities in (("text", "entities"), ("caption", "caption_entities")):
            if isinstance(message.get(words), str):
                return said_to(self._bot, message, message[words], message.get(entities))
        return "" if is_for(self._bot, message) and not _MEDIA.isdisjoint(message) else None

    def _press(self, query: dict[str, Any]) -> Event | None:
        """A button below one of our messages, which may be too old to come with it."""
        if not isinstance(query.get("data"), str) or not query.get("message"):
            return None
        answer = {"method": "answerCallbackQuery", "callback_query_id": str(query["id"])}
        message = {**query["message"], "from": query["from"]}
        return self._event(
            "choice",
            message,
            id=f"press:{query['id']}",
            text=_title(query["message"], query["data"]),
            choice=query["data"],
            # Else the button shows that it is at work, for as long as a minute.
            receipt=Reply(json.dumps(answer), "application/json"),
        )

    def _event(self, kind: Kind, message: dict[str, Any], **more: Any) -> Event:
        chat, person = _whole(message["chat"]["id"]), _whole(message["from"]["id"])
        thread = _whole(message["message_thread_id"]) if message.get("is_topic_message") else None
        private = message["chat"]["type"] == "private"
        address = {
            "chat": chat,
            "thread": thread,
            # In a group, an answer shows what it answers.
            "message": None if private or kind == "choice" else _whole(message["message_id"]),
        }
        locale = message["from"].get("language_code")
        event = {
            "id": _id(kind, chat, message),
            "peer": f"{self._bot.id}:{chat}:{thread or ''}:{person}",
            "address": {name: value for name, value in address.items() if value is not None},
            "locale": locale if isinstance(locale, str) else None,
            "private": private,
        }
        return Event(kind, **{**event, **more})


def _id(kind: Kind, chat: int, message: dict[str, Any]) -> str:
    """An album comes as one message a picture: those without words are one thing to answer."""
    if kind == "media" and "media_group_id" in message:
        return f"album:{chat}:{message['media_group_id']}"
    event = f"{chat}:{_whole(message['message_id'])}"
    # An edited message keeps its id.
    return f"edit:{event}:{_whole(message['edit_date'])}" if kind == "edit" else f"message:{event}"


def _title(message: dict[str, Any], reference: str) -> str:
    """What the pressed button says; nothing where the message came without its buttons."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard") or ()
    titles = [
        button["text"] for row in rows for button in row if button.get("callback_data") == reference
    ]
    return titles[0] if titles and isinstance(titles[0], str) else ""


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not a whole number")
    return value
