"""Telegram: a bot of the Bot API that is called by webhook.

Rules and limits are from https://core.telegram.org/bots/api: #sendmessage, #inlinekeyboardbutton,
#responseparameters, #getwebhookinfo, #setwebhook. What comes in is read in telegram_updates.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.channels.messaging import utf16
from bot.channels.messaging.platform import Address, Capabilities, Message, Platform
from bot.channels.messaging.platforms.telegram_naming import Bot
from bot.channels.messaging.platforms.telegram_updates import UPDATES, TelegramReceiver
from bot.clock import Clock
from bot.confidential import address_in
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import Gone, TryAgain
from bot.outbound.retry import judge_status

NAME = "telegram"
SETTINGS = ("PRORATA_TELEGRAM_TOKEN", "PRORATA_TELEGRAM_SECRET", "PRORATA_TELEGRAM_USERNAME")
DEFAULTS = {"PRORATA_TELEGRAM_API": "https://api.telegram.org"}
_TOKEN, _SECRET, _USERNAME = SETTINGS
(_API,) = DEFAULTS

# A keyboard takes a hundred buttons, of which a phone shows a few; it cuts titles that are longer.
CAPABILITIES = Capabilities(text=4096, choices=20, choice_title=40, links=True, length=utf16.length)

_TOKEN_FORM = re.compile(r"([0-9]{1,19}):[\w-]+", re.ASCII)
_SECRET_FORM = re.compile(r"[\w-]{1,256}", re.ASCII)
_USERNAME_FORM = re.compile(r"@?([a-z]\w{3,31})", re.ASCII | re.IGNORECASE)
# Two buttons stand beside each other where their titles are this short.
_SHORT_TITLE = 14
_LONGEST_WAIT = 3600.0
_RECENT_SECONDS = 3600
# Parts of the descriptions that go with 400 where a chat cannot be written to any more. A group
# that was upgraded has another id: whoever writes there is met anew.
_CLOSED = (
    "chat not found",
    "user not found",
    "upgraded to a supergroup",
    "group chat was deactivated",
    "message thread not found",
    "topic_closed",
    "topic_deleted",
    "not enough rights to send",
    "have no rights to send",
    "chat_write_forbidden",
    "chat_send_plain_forbidden",
    "peer_id_invalid",
)


class TelegramSender:
    """`base` holds the token: it is no part of what is shown or raised."""

    def __init__(self, base: str, clock: Clock) -> None:
        self._base = base
        self._clock = clock

    def posts(self, to: Address, message: Message) -> Sequence[Post]:
        bodies = [
            {**_place(to), "text": text, "link_preview_options": {"is_disabled": True}}
            for text in message.texts
        ]
        if "message" in to:
            # It may have been deleted.
            bodies[0]["reply_parameters"] = {
                "message_id": to["message"],
                "allow_sending_without_reply": True,
            }
        if message.quote:
            bodies[0]["entities"] = _headline(message.texts[0])
        rows = _keyboard(message)
        if rows:
            bodies[-1]["reply_markup"] = {"inline_keyboard": rows}
        return [self._post("sendMessage", body) for body in bodies]

    def judge(self, answer: Answer) -> None:
        body = answer.body if isinstance(answer.body, dict) else {}
        said = str(body.get("description", "")).casefold()
        if answer.status == 403 and said.startswith("forbidden"):
            raise Gone("HTTP 403")
        if answer.status == 400 and any(closed in said for closed in _CLOSED):
            raise Gone("HTTP 400")
        after = _retry_after(body)
        if answer.status == 429 and after is not None:
            raise TryAgain("HTTP 429", after)
        if answer.status == 404:
            raise TryAgain(f"HTTP 404: {_TOKEN} or {_API} may be wrong")
        judge_status(answer, self._clock)

    def typing(self, to: Address) -> Post | None:
        return self._post("sendChatAction", {**_place(to), "action": "typing"})

    def identity(self) -> Post:
        return Post(f"{self._base}/getWebhookInfo", method="GET")

    def problems(self, answer: Answer, webhook: str) -> Sequence[str]:
        if answer.status in (401, 404):
            return [f"{_TOKEN} is not a bot's token"]
        info = answer.body.get("result") if isinstance(answer.body, dict) else None
        if answer.status != 200 or not isinstance(info, dict):
            return [f"Telegram answers HTTP {answer.status}"]
        return list(_problems(info, webhook, self._clock))

    def _post(self, method: str, body: dict[str, Any]) -> Post:
        return Post(f"{self._base}/{method}", json=body)


def platform(settings: Mapping[str, str], clock: Clock) -> Platform:
    """ValueError for a setting that cannot be what it should be; the message holds no secret."""
    token = _TOKEN_FORM.fullmatch(settings[_TOKEN])
    if token is None:
        raise ValueError(f"{_TOKEN} must be as BotFather gives it: digits, a colon, and letters")
    if not _SECRET_FORM.fullmatch(settings[_SECRET]):
        raise ValueError(f"{_SECRET} must be 1 to 256 of A-Z, a-z, 0-9, _ and -")
    username = _USERNAME_FORM.fullmatch(settings[_USERNAME])
    if username is None:
        raise ValueError(f"{_USERNAME} must be the bot's username, such as prorata_bot")
    bot = Bot(int(token[1]), username[1].casefold())
    base = f"{address_in(settings, _API)}/bot{settings[_TOKEN]}"
    receiver = TelegramReceiver(bot, settings[_SECRET])
    return Platform(NAME, CAPABILITIES, receiver, TelegramSender(base, clock))


def _place(to: Address) -> dict[str, Any]:
    place = {"chat_id": to["chat"]}
    return {**place, "message_thread_id": to["thread"]} if "thread" in to else place


def _headline(text: str) -> list[dict[str, Any]]:
    """The first of several lines stands out: the amount of a quote. Marked by place, so that nothing
    in the text is ever read as markup.
    """
    first, more, _ = text.partition("\n")
    return [{"type": "bold", "offset": 0, "length": utf16.length(first)}] if more else []


def _keyboard(message: Message) -> list[list[dict[str, str]]]:
    """Rows of buttons. An address that is written in the text can be pressed there, and so can a
    phone's number, which a button cannot dial.
    """
    choices = [{"text": one.title, "callback_data": one.reference} for one in message.choices]
    a_row = 2 if all(len(one.title) <= _SHORT_TITLE for one in message.choices) else 1
    rows = [choices[start : start + a_row] for start in range(0, len(choices), a_row)]
    for link in message.links:
        is_written = any(link.url in text for text in message.texts)
        if link.url.startswith(("https://", "http://")) and not is_written:
            rows.append([{"text": link.text, "url": link.url}])
    return rows


def _retry_after(body: Mapping[str, Any]) -> float | None:
    parameters = body.get("parameters")
    seconds = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return min(float(seconds), _LONGEST_WAIT) if isinstance(seconds, int) and seconds > 0 else None


def _problems(info: Mapping[str, Any], webhook: str, clock: Clock) -> Iterator[str]:
    if info.get("url") != webhook:
        registered = info.get("url") or "no webhook"
        yield f"Telegram knows {registered}: register {webhook} with setWebhook"
    # An empty list stands for all that a bot is sent unasked.
    allowed = info.get("allowed_updates") or UPDATES
    missing = [update for update in UPDATES if update not in allowed]
    if missing:
        yield f"allowed_updates lacks {', '.join(missing)}"
    failed, said = info.get("last_error_date"), str(info.get("last_error_message"))
    if isinstance(failed, int) and clock().timestamp() - failed < _RECENT_SECONDS:
        yield f"Telegram’s last failure to call us: {said}"
        if "401" in said:
            yield f"{_SECRET} may differ from the secret_token that setWebhook was given"
