"""WhatsApp by Meta's Cloud API, for one number:
https://developers.facebook.com/documentation/business-messaging/whatsapp

A link is a line of the text: WhatsApp shows no button for it beside those that answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.channels.messaging import graph, labels
from bot.channels.messaging.graph import identifier, nested, read_each, words
from bot.channels.messaging.platform import (
    Address,
    Call,
    Capabilities,
    Choice,
    Event,
    Failure,
    Message,
    Platform,
    Unreadable,
)
from bot.channels.messaging.platforms.whatsapp_failures import (
    GONE,
    REFUSED,
    REPORTED,
    failure_of,
)
from bot.channels.messaging.whatsapp_markup import first_line_bold, plain
from bot.clock import Clock
from bot.confidential import address_in
from bot.outbound.http import Answer, Post
from bot.outbound.splitting import split

NAME = "whatsapp"
SETTINGS = (
    "PRORATA_WHATSAPP_NUMBER_ID",
    "PRORATA_WHATSAPP_TOKEN",
    "PRORATA_WHATSAPP_APP_SECRET",
    "PRORATA_WHATSAPP_VERIFY_TOKEN",
)
DEFAULTS = {"PRORATA_WHATSAPP_API": graph.API}

# Texts: https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages
# Lists: https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages
# A row has a title of 24 characters and a description of 72: a longer title goes on in the latter.
# 4096 characters, less what makes a line bold.
CAPABILITIES = Capabilities(text=4094, choices=10, choice_title=72)
_ROW_TITLE = 24
# https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages
_BUTTONS = 3
_BUTTON_TITLE = 20
_BUTTONS_TEXT = 1024

_CAPTIONED = frozenset({"image", "video", "document"})
_MEDIA = frozenset({"audio", "sticker", "location", "contacts", "order"}) | _CAPTIONED
# Done to a message, and no message itself.
_NO_MESSAGE = frozenset({"keep_in_chat", "pin", "poll_update", "reaction", "errors"})


class WhatsAppReceiver(graph.Signatures):
    """https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages"""

    def __init__(self, app_secret: str, verify_token: str, number_id: str) -> None:
        super().__init__(app_secret, verify_token)
        self._number_id = number_id

    def events(self, call: Call) -> Sequence[Event | Failure | Unreadable]:
        body = json.loads(call.body)
        if body.get("object") != "whatsapp_business_account":
            return []
        values = list(self._values(body))
        messages = (one for value in values for one in nested(value, "messages"))
        statuses = (one for value in values for one in nested(value, "statuses"))
        return [*read_each(messages, self._event), *read_each(statuses, failure_of)]

    def _values(self, body: Any) -> Iterator[Any]:
        """Echoes, and what another app of the account is answering (`standby`), are of other fields."""
        for change in nested(body, "entry", "changes"):
            if isinstance(change, dict) and change.get("field") == "messages":
                value = change.get("value")
                metadata = value.get("metadata") if isinstance(value, dict) else None
                number = metadata.get("phone_number_id") if isinstance(metadata, dict) else None
                if number == self._number_id:
                    yield value

    def _event(self, message: Any) -> Event | None:
        if message.get("group_id") is not None:
            return None  # nobody can mention us in a group
        kind, content = message["type"], message.get(message["type"])
        if kind == "text":
            return self._did("message", message, text=words(content["body"]))
        if kind == "interactive":
            return self._pressed(message, content)
        if kind == "button":
            reference, title = identifier(content["payload"]), words(content["text"])
            return self._did("choice", message, text=title, choice=reference)
        if kind == "edit":
            return self._did("edit", message, text=_text_of(content["message"]))
        if kind == "request_welcome":
            return self._did("start", message)
        if kind in _MEDIA:
            caption = _caption(content) if kind in _CAPTIONED else ""
            return self._did("message" if caption else "media", message, text=caption)
        if kind == "unsupported" and _unsupported(content) not in _NO_MESSAGE:
            return self._did("media", message)
        return None

    def _pressed(self, message: Any, interactive: Any) -> Event | None:
        if interactive["type"] not in ("button_reply", "list_reply"):
            return None
        reply = interactive[interactive["type"]]
        title = " ".join(filter(None, (words(reply["title"]), reply.get("description"))))
        return self._did("choice", message, text=title, choice=identifier(reply["id"]))

    def _did(self, kind: Any, message: Any, **more: Any) -> Event:
        """Who has a username may have no number for us. The other id is always there, and is theirs
        with one business; it is a new one where the number is:
        https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
        """
        number, mid = message.get("from"), identifier(message["id"])
        person = identifier(message.get("from_user_id") or number)
        to = {"to": identifier(number)} if number else {"recipient": person}
        address = {**to, "message": mid}
        return Event(kind, mid, f"{self._number_id}:{person}", address, **more)


class WhatsAppSender:
    """https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages, which has no key
    by which it would know a message that is sent again. `choose` opens a list, by language.
    """

    def __init__(
        self, api: graph.Graph, number_id: str, choose: Mapping[str, str], clock: Clock
    ) -> None:
        self._api = api
        self._number_id = number_id
        self._choose = choose
        self._clock = clock

    def posts(self, to: Address, message: Message) -> Sequence[Post]:
        first, *others = (plain(text) for text in message.texts)
        *before, last = [first_line_bold(first) if message.quote else first, *others]
        contents = [_text(text) for text in before]
        contents.extend(self._last(last, message))
        person = {name: value for name, value in to.items() if name != "message"}
        shared = {"recipient_type": "individual", **person, REPORTED: message.key}
        return [self._message({**shared, **content}) for content in contents]

    def judge(self, answer: Answer) -> None:
        graph.judge(answer, self._clock, gone=GONE, refused=REFUSED)

    def typing(self, to: Address) -> Post | None:
        """Also marks their message as read:
        https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators
        """
        read = {"status": "read", "message_id": to["message"]}
        return self._message({**read, "typing_indicator": {"type": "text"}})

    def identity(self) -> Post:
        return self._api.get(
            self._number_id,
            ("id", "display_phone_number", "platform_type", "webhook_configuration"),
        )

    def problems(self, answer: Answer, webhook: str) -> Sequence[str]:
        """https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override"""
        trouble = graph.trouble(answer)
        if trouble is not None:
            return [trouble]
        found = []
        if answer.body.get("platform_type") != "CLOUD_API":
            found.append("the number is not registered with the Cloud API")
        configured = answer.body.get("webhook_configuration") or {}
        addresses = [configured.get(of) for of in ("phone_number", "whatsapp_business_account")]
        address = next(filter(None, [*addresses, configured.get("application")]), None)
        if address != webhook:
            found.append(f"the webhook's address is {address or 'not set'}, not {webhook}")
        return found

    def _last(self, text: str, message: Message) -> Iterator[dict[str, Any]]:
        """What holds the choices, and the texts before it where it would be too long."""
        if not message.choices:
            yield _text(text)
        elif _are_buttons(message.choices):
            *before, body = split(text, _BUTTONS_TEXT)
            yield from (_text(piece) for piece in before)
            buttons = [_button(choice) for choice in message.choices]
            yield _interactive("button", body, {"buttons": buttons})
        else:
            label = self._choose.get(message.language or "en", self._choose["en"])
            rows = [_row(choice) for choice in message.choices]
            yield _interactive("list", text, {"button": label, "sections": [{"rows": rows}]})

    def _message(self, content: Mapping[str, Any]) -> Post:
        value = {"messaging_product": "whatsapp", **content}
        return self._api.post(f"{self._number_id}/messages", value)


def platform(settings: Mapping[str, str], clock: Clock) -> Platform:
    number_id, token, app_secret, verify_token = (settings[name] for name in SETTINGS)
    api = graph.Graph(address_in(settings, "PRORATA_WHATSAPP_API"), token, app_secret)
    receiver = WhatsAppReceiver(app_secret, verify_token, number_id)
    sender = WhatsAppSender(api, number_id, labels.choose(), clock)
    return Platform(NAME, CAPABILITIES, receiver, sender)


def _text(text: str) -> dict[str, Any]:
    return {"type": "text", "text": {"body": text, "preview_url": False}}


def _interactive(kind: str, text: str, action: Mapping[str, Any]) -> dict[str, Any]:
    interactive = {"type": kind, "body": {"text": text}, "action": action}
    return {"type": "interactive", "interactive": interactive}


def _are_buttons(choices: Sequence[Choice]) -> bool:
    """Two with the same title would be refused."""
    titles = {choice.title for choice in choices}
    fit = all(len(title) <= _BUTTON_TITLE for title in titles)
    return fit and len(titles) == len(choices) <= _BUTTONS


def _button(choice: Choice) -> dict[str, Any]:
    return {"type": "reply", "reply": {"id": choice.reference, "title": choice.title}}


def _row(choice: Choice) -> dict[str, str]:
    title = split(choice.title, _ROW_TITLE)[0]
    rest = choice.title[len(title) :].strip()
    row = {"id": choice.reference, "title": title}
    return {**row, "description": rest} if rest else row


def _text_of(message: Any) -> str:
    kind = message["type"]
    content = message[kind]
    return words(content["body"]) if kind == "text" else _caption(content)


def _caption(content: Any) -> str:
    return words(content.get("caption") or "")


def _unsupported(content: Any) -> object:
    return content.get("type") if isinstance(content, dict) else None
