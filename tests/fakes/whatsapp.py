"""WhatsApp's Cloud API: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from tests.fakes.graph import APP_SECRET, TOKEN, VERIFY_TOKEN, VERSION, FakeGraph, Refusal
from tests.fakes.platform import Hook, Said

NUMBER_ID = "106540352242922"
NUMBER = "15550783881"
ACCOUNT = "102290129340398"
_Choices = tuple[tuple[str, str], ...]


class FakeWhatsApp(FakeGraph):
    """Those who are `unlisted` have a username, and no number that we would be told."""

    name = "whatsapp"
    node = NUMBER_ID

    def __init__(self) -> None:
        super().__init__()
        self.unlisted: set[str] = set()
        self.read: set[str] = set()
        self.keys: dict[str, str] = {}
        self.described: dict[str, Any] = {}
        self._listed: dict[str, Mapping[str, Any]] = {}

    def settings(self) -> dict[str, str]:
        return {
            "PRORATA_WHATSAPP_NUMBER_ID": NUMBER_ID,
            "PRORATA_WHATSAPP_TOKEN": TOKEN,
            "PRORATA_WHATSAPP_APP_SECRET": APP_SECRET,
            "PRORATA_WHATSAPP_VERIFY_TOKEN": VERIFY_TOKEN,
            "PRORATA_WHATSAPP_API": f"{self.url}/{VERSION}",
        }

    # --- people ---
    def message(self, person: str, text: str, event_id: str | None = None) -> Hook:
        return self._hook(self._from(person, event_id, type="text", text={"body": text}))

    def press(self, person: str, title: str, reference: str) -> Hook:
        with self.lock:
            row = self._listed.get(reference)
        kind = "list_reply" if row else "button_reply"
        pressed = {"type": kind, kind: row or {"id": reference, "title": title}}
        return self._hook(self._from(person, type="interactive", interactive=pressed))

    def start(self, person: str) -> Hook:
        return self._hook(self._from(person, type="request_welcome"))

    def media(self, person: str, caption: str = "") -> Hook:
        image = {"mime_type": "image/jpeg", "sha256": "29ed500fa64eb55fc19dc4124acb300e", "id": "1"}
        image |= {"caption": caption} if caption else {}
        return self._hook(self._from(person, type="image", image=image))

    def edit(self, person: str, event_id: str, text: str) -> Hook:
        edited = {"original_message_id": self._wamid(event_id)}
        edit = {**edited, "message": {"type": "text", "text": {"body": text}}}
        return self._hook(self._from(person, type="edit", edit=edit))

    def react(self, person: str) -> Hook:
        reaction = {"message_id": self._wamid(), "emoji": "👍"}
        return self._hook(self._from(person, type="reaction", reaction=reaction))

    def receipt(self, person: str, status: str = "delivered") -> Hook:
        to = self.id_of(person)
        told = {"id": self._wamid(), "status": status, "timestamp": str(self.seconds())}
        return self._signed_value({"statuses": [{**told, "recipient_id": to}]})

    def failure(self, person: str, code: int) -> Hook:
        """What it tells later of the last message that it took for them."""
        with self.lock:
            key = self.keys[person]
        told = {"id": self._wamid(), "status": "failed", "timestamp": str(self.seconds())}
        told |= {"recipient_id": self.id_of(person), "biz_opaque_callback_data": key}
        errors = [{"code": code, "title": "Message undeliverable"}]
        return self._signed_value({"statuses": [{**told, "errors": errors}]})

    def in_group(self, person: str, text: str) -> Hook:
        sent = self._from(person, type="text", text={"body": text})
        return self._hook({**sent, "group_id": "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNj"})

    def together(self, *people_and_texts: tuple[str, str]) -> Hook:
        """Several in one call, as when the webhook was down."""
        return self._hook(
            *(self._from(who, type="text", text={"body": text}) for who, text in people_and_texts)
        )

    def _from(self, person: str, event_id: str | None = None, **what: Any) -> dict[str, Any]:
        number = {} if person in self.unlisted else {"from": self.id_of(person)}
        return {
            **number,
            "from_user_id": self._user_id(person),
            "id": self._wamid(event_id),
            "timestamp": str(self.seconds()),
            **what,
        }

    def _hook(self, *messages: Mapping[str, Any]) -> Hook:
        contacts = [
            {"profile": {"name": "A customer"}, "user_id": message["from_user_id"]}
            | ({"wa_id": message["from"]} if "from" in message else {})
            for message in messages
        ]
        return self._signed_value({"contacts": contacts, "messages": list(messages)})

    def _signed_value(self, more: Mapping[str, Any]) -> Hook:
        metadata = {"display_phone_number": NUMBER, "phone_number_id": NUMBER_ID}
        value = {"messaging_product": "whatsapp", "metadata": metadata, **more}
        entry = {"id": ACCOUNT, "changes": [{"value": value, "field": "messages"}]}
        return self.signed({"object": "whatsapp_business_account", "entry": [entry]})

    def _user_id(self, person: str) -> str:
        number = self.id_of(person)
        with self.lock:
            self._people[f"CA.{number}"] = person
        return f"CA.{number}"

    def _wamid(self, event_id: str | None = None) -> str:
        return f"wamid.{event_id or self.new_id()}"

    # --- the API ---
    async def take(self, value: Mapping[str, Any]) -> web.Response:
        self.insist(value.get("messaging_product") == "whatsapp", "messaging_product is required")
        if value.get("status") == "read":
            return self._mark_read(value)
        person = self._recipient(value)
        if (fault := await self.obey_fault(taken=False)) is not None:
            return fault
        if person is None or person in self.blocked:
            raise Refusal(131026, "(#131026) Message undeliverable")
        if person in self.outside_window:
            raise Refusal(131047, "(#131047) Re-engagement message")
        key = value.get("biz_opaque_callback_data", "")
        self.insist(isinstance(key, str) and len(key) <= 512, "biz_opaque_callback_data")
        with self.lock:
            self.keys[person] = key
        self.note(person, self._said(value))
        if (fault := await self.obey_fault(taken=True)) is not None:
            return fault
        return web.json_response(
            {"messaging_product": "whatsapp", "messages": [{"id": self._wamid()}]}
        )

    def describe(self, node: str, fields: str) -> Mapping[str, Any]:
        if node != NUMBER_ID:
            raise Refusal(100, "Unsupported get request", 33)
        known = {
            "display_phone_number": "+1 555-078-3881",
            "platform_type": "CLOUD_API",
            "webhook_configuration": {"application": self.webhook},
            **self.described,
        }
        return {"id": node} | {name: known[name] for name in fields.split(",") if name in known}

    def _recipient(self, value: Mapping[str, Any]) -> str | None:
        self.insist(value.get("recipient_type", "individual") == "individual", "recipient_type")
        self.insist("to" in value or "recipient" in value, "to or recipient is required")
        return self.person_of(value.get("to") or value.get("recipient"))

    def _mark_read(self, value: Mapping[str, Any]) -> web.Response:
        self.insist(str(value.get("message_id")).startswith("wamid."), "no such message")
        if value.get("typing_indicator") is not None:
            self.insist(value["typing_indicator"] == {"type": "text"}, "typing_indicator")
            self.typing_shown.append(value["message_id"])
        self.read.add(value["message_id"])
        return web.json_response({"success": True})

    def _said(self, value: Mapping[str, Any]) -> Said:
        if value.get("type") == "text":
            text = value.get("text", {}).get("body")
            self._within(text, 4096, "text.body")
            return Said(text)
        self.insist(value.get("type") == "interactive", "an unknown type")
        interactive = value["interactive"]
        body, action = interactive.get("body", {}).get("text"), interactive["action"]
        if interactive["type"] == "button":
            self._within(body, 1024, "body.text")
            return Said(body, self._buttons(action["buttons"]))
        self.insist(interactive["type"] == "list", "an unknown interactive type")
        self._within(body, 4096, "body.text")
        self._within(action.get("button"), 20, "action.button")
        return Said(body, self._rows(action["sections"]))

    def _buttons(self, buttons: Sequence[Mapping[str, Any]]) -> _Choices:
        self.insist(1 <= len(buttons) <= 3, "buttons: 1 to 3")
        replies = [button["reply"] for button in buttons if button.get("type") == "reply"]
        self.insist(len(replies) == len(buttons), "buttons of type reply")
        for reply in replies:
            self._within(reply.get("title"), 20, "button title")
            self._within(reply.get("id"), 256, "button id")
        self._unique([reply["title"] for reply in replies])
        self._unique([reply["id"] for reply in replies])
        return tuple((reply["title"], reply["id"]) for reply in replies)

    def _rows(self, sections: Sequence[Mapping[str, Any]]) -> _Choices:
        rows = [row for section in sections for row in section["rows"]]
        self.insist(1 <= len(rows) <= 10, "rows: 1 to 10")
        for row in rows:
            self._within(row.get("title"), 24, "row title")
            self._within(row.get("id"), 200, "row id")
            self.insist(len(row.get("description", "")) <= 72, "row description: 72 at most")
        self._unique([row["id"] for row in rows])
        with self.lock:
            self._listed |= {row["id"]: row for row in rows}
        return tuple((_read(row), row["id"]) for row in rows)

    def _within(self, text: Any, longest: int, what: str) -> None:
        fits = isinstance(text, str) and bool(text.strip()) and len(text) <= longest
        self.insist(fits, f"{what}: 1 to {longest} characters", 131009)

    def _unique(self, values: Sequence[str]) -> None:
        self.insist(len(set(values)) == len(values), "duplicated values", 131009)


def _read(row: Mapping[str, Any]) -> str:
    """As a person reads it, from one line to the next."""
    return " ".join(filter(None, (row["title"], row.get("description"))))
