"""Facebook Messenger, for one page: https://developers.facebook.com/docs/messenger-platform

Titles over 20 characters are numbered lines: a title that is cut can mean something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.channels.messaging import graph
from bot.channels.messaging.graph import identifier, nested, read_each, words
from bot.channels.messaging.platform import (
    Address,
    Call,
    Capabilities,
    Choice,
    Event,
    Link,
    Message,
    Platform,
    Unreadable,
)
from bot.channels.messaging.rendering import link_line
from bot.clock import Clock
from bot.confidential import address_in
from bot.outbound.http import Answer, Post
from bot.outbound.splitting import split

NAME = "messenger"
SETTINGS = (
    "PRORATA_MESSENGER_PAGE",
    "PRORATA_MESSENGER_TOKEN",
    "PRORATA_MESSENGER_APP_SECRET",
    "PRORATA_MESSENGER_VERIFY_TOKEN",
)
DEFAULTS = {"PRORATA_MESSENGER_API": graph.API}

# https://developers.facebook.com/docs/messenger-platform/reference/send-api#message
# https://developers.facebook.com/docs/messenger-platform/reference/buttons/quick-replies
CAPABILITIES = Capabilities(text=2000, choices=13, choice_title=20, links=True)
# https://developers.facebook.com/docs/messenger-platform/reference/templates/button
_TEMPLATE_TEXT = 640
_TEMPLATE_BUTTONS = 3
_BUTTON_TITLE = 20

GET_STARTED = "GET_STARTED"
"""The payload that the page's "Get Started" button is set up with."""

# https://developers.facebook.com/docs/messenger-platform/error-codes
_GONE = ((551, None), (200, 1545041), (100, 2018001))
_REFUSED: dict[graph.Code, str] = dict.fromkeys(
    ((10, 2018065), (10, 2018108), (10, 2018278)), "24 hours since their last message are over"
)

_NEEDED_FIELDS = ("messages", "messaging_postbacks", "message_edits")
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}\Z", re.ASCII)


class MessengerReceiver(graph.Signatures):
    """https://developers.facebook.com/docs/messenger-platform/reference/webhook-events"""

    def __init__(self, app_secret: str, verify_token: str, page: str) -> None:
        super().__init__(app_secret, verify_token)
        self._page = page

    def events(self, call: Call) -> Sequence[Event | Unreadable]:
        """Of `messaging` alone: `standby` is what another app of the page is answering."""
        body = json.loads(call.body)
        if body.get("object") != "page":
            return []
        return list(read_each(nested(body, "entry", "messaging"), self._event))

    def _event(self, item: Any) -> Event | None:
        if item["recipient"]["id"] != self._page:
            return None
        person = identifier(item["sender"]["id"])
        if "message" in item:
            return self._message(person, item["message"])
        if "postback" in item:
            return self._postback(person, item["postback"], item.get("timestamp"))
        if "message_edit" in item:
            return self._edit(person, item["message_edit"])
        return None

    def _message(self, person: str, message: Any) -> Event | None:
        if message.get("is_echo") or message.get("is_deleted"):
            return None
        mid, text = identifier(message["mid"]), words(message.get("text", ""))
        pressed = message.get("quick_reply")
        if pressed is not None:
            reference = identifier(pressed["payload"])
            return self._did("choice", mid, person, text=text, choice=reference)
        if text:
            return self._did("message", mid, person, text=text)
        is_media = message.get("attachments") or message.get("is_unsupported")
        return self._did("media", mid, person) if is_media else None

    def _postback(self, person: str, postback: Any, at: object) -> Event:
        """A button of the page itself: Get Started, an ice breaker, the menu. Those of old have no
        `mid`.
        """
        payload, title = identifier(postback["payload"]), words(postback.get("title", ""))
        mid = identifier(postback.get("mid") or f"{at}:{payload}")
        if payload == GET_STARTED:
            return self._did("start", mid, person, text=title)
        return self._did("choice", mid, person, text=title, choice=payload)

    def _edit(self, person: str, edit: Any) -> Event | None:
        """A first message can come as an edit with the number 0."""
        number = int(edit["num_edit"])
        mid = f"{identifier(edit['mid'])}:{number}"
        return self._did("edit", mid, person, text=words(edit["text"])) if number > 0 else None

    def _did(self, kind: Any, mid: str, person: str, **more: Any) -> Event:
        return Event(kind, mid, f"{self._page}:{person}", {"id": person}, **more)


class MessengerSender:
    """https://developers.facebook.com/docs/messenger-platform/reference/send-api, which has no key
    by which it would know a message that is sent again.
    """

    def __init__(self, api: graph.Graph, page: str, clock: Clock) -> None:
        self._api = api
        self._page = page
        self._clock = clock

    def posts(self, to: Address, message: Message) -> Sequence[Post]:
        contents = [{"text": text} for text in message.texts[:-1]]
        contents.extend(_last(message))
        return [
            self._api.post(
                f"{self._page}/messages",
                {"recipient": to, "messaging_type": "RESPONSE", "message": content},
            )
            for content in contents
        ]

    def judge(self, answer: Answer) -> None:
        graph.judge(answer, self._clock, gone=_GONE, refused=_REFUSED)

    def typing(self, to: Address) -> Post | None:
        action = {"recipient": to, "sender_action": "typing_on"}
        return self._api.post(f"{self._page}/messages", action)

    def identity(self) -> Post:
        return self._api.get("me", ("id", "name", "subscribed_apps{subscribed_fields}"))

    def problems(self, answer: Answer, webhook: str) -> Sequence[str]:
        """The page does not tell the address of the webhook: that is the app's."""
        trouble = graph.trouble(answer)
        if trouble is not None:
            return [trouble]
        if answer.body.get("id") != self._page:
            return ["the token is not that of the page PRORATA_MESSENGER_PAGE"]
        subscribed = set(nested(answer.body.get("subscribed_apps"), "data", "subscribed_fields"))
        missing = [field for field in _NEEDED_FIELDS if field not in subscribed]
        return [f"the page is not subscribed to {field}" for field in missing]


def platform(settings: Mapping[str, str], clock: Clock) -> Platform:
    page, token, app_secret, verify_token = (settings[name] for name in SETTINGS)
    api = graph.Graph(address_in(settings, "PRORATA_MESSENGER_API"), token, app_secret)
    receiver = MessengerReceiver(app_secret, verify_token, page)
    return Platform(NAME, CAPABILITIES, receiver, MessengerSender(api, page, clock))


def _last(message: Message) -> Iterator[dict[str, Any]]:
    """What holds the buttons, and the texts before it where it would be too long."""
    text = message.texts[-1]
    buttons, lines = _links(message.links, text)
    *before, text = split(
        "\n".join([text, *lines]), _TEMPLATE_TEXT if buttons else CAPABILITIES.text
    )
    yield from ({"text": piece} for piece in before)
    content = _with_buttons(text, buttons)
    if message.choices:
        content["quick_replies"] = [_quick_reply(choice) for choice in message.choices]
    yield content


def _links(links: Sequence[Link], text: str) -> tuple[list[dict[str, str]], list[str]]:
    """Buttons, and lines for pages that fit no button. What the text has is a link there already;
    a button that calls is worth no second message.
    """
    pages = [link for link in links if _is_page(link) and link.url not in text]
    fitting = [link for link in pages if len(link.text) <= _BUTTON_TITLE][:_TEMPLATE_BUTTONS]
    lines = [link_line(link) for link in pages if link not in fitting]
    buttons = [{"type": "web_url", "title": link.text, "url": link.url} for link in fitting]
    if len(text) <= _TEMPLATE_TEXT:
        buttons.extend(_calls(links))
    return buttons[:_TEMPLATE_BUTTONS], lines


def _calls(links: Sequence[Link]) -> Iterator[dict[str, str]]:
    """https://developers.facebook.com/docs/messenger-platform/reference/buttons/call"""
    for link in links:
        number = re.sub(r"[^+0-9]", "", link.url.removeprefix("tel:").split(";")[0])
        is_call = link.url.startswith("tel:") and _PHONE.match(number)
        if is_call and len(link.text) <= _BUTTON_TITLE:
            yield {"type": "phone_number", "title": link.text, "payload": number}


def _is_page(link: Link) -> bool:
    return link.url.startswith(("https:", "http:"))


def _with_buttons(text: str, buttons: Sequence[dict[str, str]]) -> dict[str, Any]:
    if not buttons:
        return {"text": text}
    template = {"template_type": "button", "text": text, "buttons": list(buttons)}
    return {"attachment": {"type": "template", "payload": template}}


def _quick_reply(choice: Choice) -> dict[str, str]:
    return {"content_type": "text", "title": choice.title, "payload": choice.reference}
