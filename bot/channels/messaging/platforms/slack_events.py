"""What Slack tells an app, as events: messages to it, mentions of it, changed messages, and pressed
buttons.

Events: https://docs.slack.dev/apis/events-api, https://docs.slack.dev/reference/events/message
Pressed buttons: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
Markup in texts: https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs

from bot.channels.messaging.platform import Address, Call, Event, Kind

_Fields = Mapping[str, Any]

_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 20

# A message of a person has one of these subtypes; all others are an app's, or about the channel.
_SAID = (None, "file_share", "me_message", "thread_broadcast")
_SLACKBOT = "USLACKBOT"

# « <@U123> », « <#C123|name> », « <!here> », « <https://example.com|label> ».
_MARKUP = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_SPACES = re.compile(r"[ \t]+")


def payload_of(call: Call) -> dict[str, Any]:
    """Events come as JSON, pressed buttons as JSON in a form. ValueError or KeyError for neither."""
    text = call.body.decode()
    if call.headers.get("content-type", "").startswith(_FORM):
        text = parse_qs(text, max_num_fields=_MOST_FIELDS)["payload"][0]
    payload = json.loads(text)
    if not isinstance(payload, dict):
        raise ValueError("no object")
    return payload


def events_of(payload: _Fields) -> Sequence[Event]:
    if payload.get("type") == "event_callback":
        return _heard(payload)
    if payload.get("type") == "block_actions":
        return _pressed(payload)
    return ()


def _heard(payload: _Fields) -> Sequence[Event]:
    event = payload["event"]
    if event.get("type") not in ("message", "app_mention"):
        return ()
    changed = event.get("subtype") == "message_changed"
    said = event["message"] if changed else event
    ours, channel = _ours(payload), _id(event["channel"])
    if not _is_a_persons(said, ours) or (changed and not _is_edit(event)):
        return ()
    if not _is_private(channel) and event["type"] == "message" and not _mentions(said, ours):
        return ()
    # A mention comes as a message, too, and a change of it as a mention: each has one id.
    parts = (channel, _id(said["ts"]), _edited_at(said))
    event_id = ":".join(part for part in parts if part)
    return (_event(_kind(said), event_id, payload, channel, said["user"], said, _text(said)),)


def _pressed(payload: _Fields) -> Sequence[Event]:
    """A button that opens a link is pressed without a value: nothing is expected of us."""
    said, channel, user = payload["message"], _id(payload["channel"]["id"]), payload["user"]["id"]
    event_id = f"{channel}:{_id(said['ts'])}"
    return [
        _event(
            "choice",
            f"{event_id}:{action.get('action_id')}:{action.get('action_ts')}",
            payload,
            channel,
            user,
            said,
            _title(action),
            action["value"],
        )
        for action in payload["actions"]
        if isinstance(action, dict) and isinstance(action.get("value"), str)
    ]


def _event(
    kind: Kind,
    event_id: str,
    payload: _Fields,
    channel: str,
    user: object,
    said: _Fields,
    text: str,
    choice: str | None = None,
) -> Event:
    """The workspace is no part of `peer`: in a channel that companies share, a message and a button
    name different ones. The app stands for it: it has one token, of one workspace.
    """
    private, thread = _is_private(channel), said.get("thread_ts")
    address: Address = {"channel": channel}
    peer = [_id(payload["api_app_id"]), channel, _id(user)]
    if not private:
        thread = thread or said["ts"]
        peer.append(_id(thread))
    if thread:
        address["thread"] = _id(thread)
    return Event(kind, event_id, ":".join(peer), address, text, choice, private=private)


def _kind(said: _Fields) -> Kind:
    if _edited_at(said):
        return "edit"
    if _text(said):
        return "message"
    # The name of the app and nothing else is a greeting.
    return "media" if said.get("files") or not said.get("text") else "start"


def _is_a_persons(said: _Fields, ours: Sequence[str]) -> bool:
    if said.get("bot_id") or said.get("subtype") not in _SAID:
        return False
    user = said.get("user")
    return isinstance(user, str) and user != _SLACKBOT and user not in ours


def _is_edit(event: _Fields) -> bool:
    """Not a preview of a link, or a language that was found: the text is another one."""
    said, before = event["message"], event.get("previous_message")
    same = isinstance(before, dict) and before.get("text") == said.get("text")
    return _edited_at(said) is not None and not same


def _edited_at(said: _Fields) -> str | None:
    """When its author has changed it."""
    edited = said.get("edited")
    if not isinstance(edited, dict) or edited.get("user") != said.get("user"):
        return None
    return _id(edited.get("ts"))


def _is_private(channel: str) -> bool:
    """Ids of conversations between two begin with D, also where a pressed button names them."""
    return channel.startswith("D")


def _ours(payload: _Fields) -> Sequence[str]:
    """The user that our app is."""
    given = payload.get("authorizations")
    return [
        one["user_id"]
        for one in (given if isinstance(given, list) else ())
        if isinstance(one, dict) and one.get("is_bot") and isinstance(one.get("user_id"), str)
    ]


def _mentions(said: _Fields, ours: Sequence[str]) -> bool:
    text = said.get("text")
    named = {found[2] for found in _MARKUP.finditer(text) if found[1] == "@"} if text else set()
    return not named.isdisjoint(ours)


def _text(said: _Fields) -> str:
    """As it was typed: without markup, and without the names of users, which are ids here."""
    text = said.get("text")
    if not isinstance(text, str):
        return ""
    plain = _SPACES.sub(" ", _MARKUP.sub(_typed, text))
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def _typed(found: re.Match[str]) -> str:
    sign, target, label = found.groups()
    if sign == "@":
        return " "
    if sign == "#":
        return f"#{label}" if label else " "
    return label or (" " if sign else target)


def _title(action: _Fields) -> str:
    text = action.get("text")
    title = text.get("text") if isinstance(text, dict) else None
    return title if isinstance(title, str) else ""


def _id(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("no id")
    return value
