"""Messenger: https://developers.facebook.com/docs/messenger-platform/reference/send-api"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from tests.fakes.graph import APP_SECRET, TOKEN, VERIFY_TOKEN, VERSION, FakeGraph, Refusal
from tests.fakes.platform import Hook, Said

PAGE = "104725108374412"
_FIELDS = ["messages", "messaging_postbacks", "message_edits"]


class FakeMessenger(FakeGraph):
    name = "messenger"
    node = PAGE

    def __init__(self) -> None:
        super().__init__()
        self.subscribed_fields = list(_FIELDS)

    def settings(self) -> dict[str, str]:
        return {
            "PRORATA_MESSENGER_PAGE": PAGE,
            "PRORATA_MESSENGER_TOKEN": TOKEN,
            "PRORATA_MESSENGER_APP_SECRET": APP_SECRET,
            "PRORATA_MESSENGER_VERIFY_TOKEN": VERIFY_TOKEN,
            "PRORATA_MESSENGER_API": f"{self.url}/{VERSION}",
        }

    # --- people ---
    def message(self, person: str, text: str, event_id: str | None = None) -> Hook:
        return self._hook(self._item(person, message={"mid": self._mid(event_id), "text": text}))

    def press(self, person: str, title: str, reference: str) -> Hook:
        message = {"mid": self._mid(), "text": title, "quick_reply": {"payload": reference}}
        return self._hook(self._item(person, message=message))

    def start(self, person: str) -> Hook:
        postback = {"mid": self._mid(), "title": "Get Started", "payload": "GET_STARTED"}
        return self._hook(self._item(person, postback=postback))

    def media(self, person: str, caption: str = "") -> Hook:
        url = "https://scontent.xx.fbcdn.net/v/t1.15752-9/1_n.jpg"
        message = {
            "mid": self._mid(),
            "attachments": [{"type": "image", "payload": {"url": url}}],
            **({"text": caption} if caption else {}),
        }
        return self._hook(self._item(person, message=message))

    def edit(self, person: str, event_id: str, text: str) -> Hook:
        edit = {"mid": self._mid(event_id), "text": text, "num_edit": 1}
        return self._hook(self._item(person, message_edit=edit))

    def react(self, person: str) -> Hook:
        reaction = {"reaction": "love", "emoji": "❤", "action": "react", "mid": self._mid()}
        return self._hook(self._item(person, reaction=reaction))

    def receipt(self, person: str) -> Hook:
        return self._hook(
            self._item(person, delivery={"mids": [self._mid()], "watermark": self._milliseconds()}),
            self._item(person, read={"watermark": self._milliseconds()}),
        )

    def echo(self, person: str, text: str) -> Hook:
        """What we have said, told to us."""
        item = self._item(person, message={"mid": self._mid(), "text": text, "is_echo": True})
        item["sender"], item["recipient"] = item["recipient"], item["sender"]
        return self._hook(item)

    def together(self, *people_and_texts: tuple[str, str]) -> Hook:
        """Several in one call, as when the webhook was down."""
        return self._hook(
            *(
                self._item(person, message={"mid": self._mid(), "text": text})
                for person, text in people_and_texts
            )
        )

    def _item(self, person: str, **what: Any) -> dict[str, Any]:
        return {
            "sender": {"id": self.id_of(person)},
            "recipient": {"id": PAGE},
            "timestamp": self._milliseconds(),
            **what,
        }

    def _hook(self, *items: Mapping[str, Any]) -> Hook:
        entries = [{"id": PAGE, "time": self._milliseconds(), "messaging": [i]} for i in items]
        return self.signed({"object": "page", "entry": entries})

    def _mid(self, event_id: str | None = None) -> str:
        return f"m_{event_id or self.new_id()}"

    def _milliseconds(self) -> int:
        return 1000 * self.seconds()

    # --- the API ---
    async def take(self, value: Mapping[str, Any]) -> web.Response:
        person = self.person_of(value.get("recipient", {}).get("id"))
        if person is None:
            raise Refusal(100, "(#100) No matching user found", 2018001)
        if "sender_action" in value:
            return self._act(value, person)
        if (fault := await self.obey_fault(taken=False)) is not None:
            return fault
        if person in self.blocked:
            raise Refusal(551, "(#551) This person isn't available right now.", 1545041)
        if person in self.outside_window:
            raise Refusal(10, "(#10) This message is sent outside of allowed window.", 2018278)
        self.insist(value.get("messaging_type") == "RESPONSE", "messaging_type is required")
        self.note(person, self._said(value.get("message") or {}))
        if (fault := await self.obey_fault(taken=True)) is not None:
            return fault
        return web.json_response(
            {"recipient_id": value["recipient"]["id"], "message_id": self._mid()}
        )

    def describe(self, node: str, fields: str) -> Mapping[str, Any]:
        if node != "me":
            raise Refusal(100, "Unsupported get request", 33)
        app = {"id": "1", "subscribed_fields": self.subscribed_fields}
        asked = {"subscribed_apps": {"data": [app]}} if "subscribed_apps" in fields else {}
        return {"id": PAGE, "name": "Prorata", **asked}

    def _act(self, value: Mapping[str, Any], person: str) -> web.Response:
        action = value["sender_action"]
        self.insist(action in ("typing_on", "typing_off", "mark_seen"), "no such action")
        self.insist("message" not in value, "Cannot send both message and state", 100)
        self.typing_shown.append(person)
        return web.json_response({"recipient_id": value["recipient"]["id"]})

    def _said(self, message: Mapping[str, Any]) -> Said:
        choices = self._choices(message)
        if "attachment" not in message:
            self._text(message.get("text"), 2000)
            return Said(message["text"], choices)
        attachment = message["attachment"]
        self.insist("text" not in message, "text or attachment, not both")
        self.insist(attachment.get("type") == "template", "an unknown attachment")
        payload = attachment.get("payload", {})
        self.insist(payload.get("template_type") == "button", "an unknown template")
        self._text(payload.get("text"), 640)
        buttons = payload.get("buttons", [])
        self.insist(1 <= len(buttons) <= 3, "buttons: 1 to 3")
        return Said(payload["text"], choices, tuple(self._button(button) for button in buttons))

    def _text(self, text: Any, longest: int) -> None:
        self.insist(isinstance(text, str) and bool(text.strip()), "text must not be empty")
        self.insist(len(text) <= longest, f"length of text must be at most {longest}")

    def _choices(self, message: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        replies: Sequence[Mapping[str, Any]] = message.get("quick_replies", [])
        self.insist(len(replies) <= 13, "quick_replies: 13 at most")
        for reply in replies:
            self.insist(reply.get("content_type") == "text", "content_type is required")
            self._title(reply.get("title"))
            self.insist(0 < len(reply.get("payload", "")) <= 1000, "payload: 1 to 1000")
        return tuple((reply["title"], reply["payload"]) for reply in replies)

    def _button(self, button: Mapping[str, Any]) -> tuple[str, str]:
        self._title(button.get("title"))
        if button.get("type") == "web_url":
            self.insist(re.match(r"https?://", button.get("url", "")) is not None, "url is bad")
            return button["title"], button["url"]
        self.insist(button.get("type") == "phone_number", "an unknown button")
        number = button.get("payload", "")
        self.insist(re.fullmatch(r"\+[1-9]\d{6,14}", number) is not None, "no such number")
        return button["title"], f"tel:{number}"

    def _title(self, title: Any) -> None:
        self.insist(isinstance(title, str) and 0 < len(title) <= 20, "title: 1 to 20")
