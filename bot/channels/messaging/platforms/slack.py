"""Slack: direct messages to the app, and mentions of it in channels.

Signatures: https://docs.slack.dev/authentication/verifying-requests-from-slack
The test of an address: https://docs.slack.dev/reference/events/url_verification
Sending, and its errors: https://docs.slack.dev/reference/methods/chat.postMessage
Limits of length: https://docs.slack.dev/reference/block-kit/blocks
Who the token is: https://docs.slack.dev/reference/methods/auth.test
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.signature import Clock as SignatureClock
from slack_sdk.signature import SignatureVerifier

from bot.channels.messaging import utf16
from bot.channels.messaging.platform import (
    Address,
    Call,
    Capabilities,
    Event,
    Message,
    Platform,
    Reply,
    Unverified,
)
from bot.channels.messaging.platforms.slack_blocks import blocks_of, escaped
from bot.channels.messaging.platforms.slack_events import events_of, payload_of
from bot.clock import Clock
from bot.confidential import address_in
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from bot.outbound.retry import judge_status, retry_after

NAME = "slack"
SETTINGS = ("PRORATA_SLACK_TOKEN", "PRORATA_SLACK_SIGNING_SECRET")
DEFAULTS = {"PRORATA_SLACK_API": "https://slack.com/api"}

# In UTF-16, the larger of the ways to count.
CAPABILITIES = Capabilities(text=3000, choices=25, choice_title=75, links=True, length=utf16.length)

_TOKEN = re.compile(r"xoxb-[\w-]+\Z", re.ASCII)
_STAMP = re.compile(r"[0-9]{1,12}\Z")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}\Z")
_SCOPES = ("chat:write", "im:history", "app_mentions:read")
_ERROR = re.compile(r"[a-z_]{1,64}\Z")

_GONE = frozenset(
    {"channel_not_found", "is_archived", "not_in_channel", "user_not_found", "cannot_dm_bot"}
)
# The fault is in the message, or in its thread. All other errors pass by themselves, or are put
# right by whoever runs us: a token that was withdrawn, a scope or the messages tab that is missing.
_NEVER = frozenset(
    {
        "cannot_reply_to_message",
        "invalid_arg_name",
        "invalid_arguments",
        "invalid_array_arg",
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        "thread_not_found",
    }
)


class _Now(SignatureClock):
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock().timestamp()


class SlackReceiver:
    def __init__(self, signing_secret: str, clock: Clock) -> None:
        self._verifier = SignatureVerifier(signing_secret, _Now(clock))

    def verify(self, call: Call) -> None:
        """Signed within five minutes. The SDK raises for what is no number, or not UTF-8."""
        stamp = call.headers.get("x-slack-request-timestamp", "")
        signature = call.headers.get("x-slack-signature", "")
        if not _STAMP.match(stamp) or not _SIGNATURE.match(signature):
            raise Unverified("no signature")
        try:
            valid = self._verifier.is_valid(call.body, stamp, signature)
        except UnicodeDecodeError:
            raise Unverified("the body is not UTF-8") from None
        if not valid:
            raise Unverified("the signature is wrong, or too old")

    def handshake(self, call: Call) -> Reply | None:
        try:
            payload = payload_of(call)
        except (ValueError, KeyError, RecursionError):
            return None
        challenge = payload.get("challenge")
        if payload.get("type") != "url_verification" or not isinstance(challenge, str):
            return None
        return Reply(challenge) if challenge.isascii() else None

    def events(self, call: Call) -> Sequence[Event]:
        return events_of(payload_of(call))

    def acknowledgement(self) -> Reply:
        return Reply()


class SlackSender:
    def __init__(self, token: str, api: str, clock: Clock) -> None:
        self._api = api
        self._clock = clock
        self._headers = {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json; charset=utf-8",
        }

    def posts(self, to: Address, message: Message) -> Sequence[Post]:
        place = {"channel": to["channel"]} | ({"thread_ts": to["thread"]} if "thread" in to else {})
        shown = zip(message.texts, blocks_of(message), strict=True)
        return [self._say(place, text, blocks) for text, blocks in shown if blocks]

    def _say(self, place: Mapping[str, str], text: str, blocks: Sequence[Any]) -> Post:
        """`text` is for notifications and screen readers."""
        said = {
            **place,
            "text": escaped(text),
            "mrkdwn": False,
            "blocks": blocks,
            "unfurl_links": False,
            "unfurl_media": False,
        }
        return Post(f"{self._api}/chat.postMessage", json=said, headers=self._headers)

    def judge(self, answer: Answer) -> None:
        judge_status(answer, self._clock)
        error = _error(answer)
        if error is None:
            return
        if error in _GONE:
            raise Gone(error)
        if error in _NEVER:
            raise Undeliverable(error)
        raise TryAgain(error, retry_after(answer, self._clock))

    def typing(self, to: Address) -> Post | None:
        """There is none for apps that are no AI assistants."""
        return None

    def identity(self) -> Post:
        return Post(f"{self._api}/auth.test", json={}, headers=self._headers)

    def problems(self, answer: Answer, webhook: str) -> Sequence[str]:
        """Which address Slack calls is not told to a bot's token."""
        error = _error(answer)
        if error is not None:
            return [f"Slack does not take PRORATA_SLACK_TOKEN: {error}"]
        found = []
        if not answer.body.get("bot_id"):
            found.append("PRORATA_SLACK_TOKEN is not a bot's: Bot User OAuth Token is the one")
        granted = answer.headers.get("x-oauth-scopes", "")
        missing = [scope for scope in _SCOPES if scope not in re.split(r"[\s,]+", granted)]
        if granted and missing:
            found.append(f"the app lacks scopes: {', '.join(missing)}")
        return found


def _error(answer: Answer) -> str | None:
    """Slack says most of them with status 200."""
    body = answer.body if isinstance(answer.body, dict) else {}
    if body.get("ok") is True:
        return None
    error = body.get("error")
    return error if isinstance(error, str) and _ERROR.match(error) else f"HTTP {answer.status}"


def platform(settings: Mapping[str, str], clock: Clock) -> Platform:
    """ValueError for settings that cannot work; the message holds no secret."""
    if not _TOKEN.match(settings["PRORATA_SLACK_TOKEN"]):
        raise ValueError("PRORATA_SLACK_TOKEN must be the Bot User OAuth Token, xoxb-…")
    receiver = SlackReceiver(settings["PRORATA_SLACK_SIGNING_SECRET"], clock)
    sender = SlackSender(
        settings["PRORATA_SLACK_TOKEN"], address_in(settings, "PRORATA_SLACK_API"), clock
    )
    return Platform(NAME, CAPABILITIES, receiver, sender)
