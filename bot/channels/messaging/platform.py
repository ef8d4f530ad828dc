"""What a messaging platform is to Prorata: how its webhook is verified and read, and what is sent
to it. Adding one is one file in `platforms/` and a line in registry.py (docs/channels/README.md).

A platform's file is pure: it reads bytes and describes requests. Receiving, storing, sending and
trying again are the same for all (listener.py, carrier.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from bot.clock import Clock
from bot.outbound.http import Answer, Post

Address = dict[str, Any]
"""What a platform needs to reach one person, as JSON: « {"chat": 42} »."""

Kind = Literal["message", "choice", "media", "edit", "start", "stop", "resume", "help"]


@dataclass(frozen=True)
class Capabilities:
    """What fits into one message, in characters as the platform counts them.

    `choices` at most are buttons, with titles of at most `choice_title`; where they do not fit
    they are numbered lines of the text, and a number answers. `links` are buttons of their own.
    With `opt_out` its customers ask for silence with a word, and end it with another.
    """

    text: int
    choices: int = 0
    choice_title: int = 0
    links: bool = False
    opt_out: bool = False
    length: Callable[[str], int] = len


@dataclass(frozen=True)
class Call:
    """A request to a platform's webhook. `url` is the public one, as the platform has called it;
    the names of `headers` are in lower case.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Event:
    """Something that one person did. `peer` names them on the platform, and where they did it;
    what comes again with the same `id` is the same event.

    `choice` is a button's reference as it was sent; `locale` as the platform gives it. In a group
    (`private` is False) nobody is signed in: others read along. `receipt` is what the webhook is to
    answer in place of its acknowledgement. A message that `resumes` ends a silence that was asked
    for.
    """

    kind: Kind
    id: str
    peer: str
    address: Address
    text: str = ""
    choice: str | None = None
    locale: str | None = None
    private: bool = True
    receipt: Reply | None = None
    resumes: bool = False


@dataclass(frozen=True)
class Failure:
    """A message of ours that the platform took, and could not deliver. `key` is the message's;
    `gone` where its person cannot be reached at all. The reason is for the log and the desk.
    """

    key: str
    reason: str
    gone: bool = False


@dataclass(frozen=True)
class Unreadable:
    """An event in a shape that nobody has foreseen, beside others; `what` is for the log, and holds
    nothing of it.
    """

    what: str


@dataclass(frozen=True)
class Reply:
    """What the webhook answers when all is well."""

    body: str = ""
    content_type: str = "text/plain"


class Unverified(Exception):
    """The call is not the platform's; the reason is for the log, and holds nothing of the call."""

    def __init__(self, reason: str, status: Literal[401, 403] = 401) -> None:
        super().__init__(reason)
        self.status = status


class Receiver(Protocol):
    def verify(self, call: Call) -> None:
        """Raises Unverified, in constant time, from the raw body."""

    def handshake(self, call: Call) -> Reply | None:
        """The answer to a verified call that carries no events: how a platform tests an address."""

    def events(self, call: Call) -> Sequence[Event | Failure | Unreadable]:
        """Of a verified call; what nobody expects an answer to is left out. ValueError, KeyError or
        TypeError for a body that is not the platform's.
        """

    def acknowledgement(self) -> Reply: ...


@dataclass(frozen=True)
class Choice:
    """A button; `reference` comes back when it is pressed (references.py)."""

    title: str
    reference: str


@dataclass(frozen=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True)
class Message:
    """One stored entry, cut to what the platform can show: the choices and links belong to the last
    of `texts`, which never is empty. `quote` as in the neutral message, for platforms that show more
    than its text; `language` for what a platform adds in words. `key` is the same whenever the same
    entry is sent; `report_to` is an address of ours that names it, for platforms that tell there
    what has become of it.
    """

    key: str
    texts: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    links: tuple[Link, ...] = ()
    quote: Mapping[str, Any] | None = None
    language: str | None = None
    report_to: str | None = None


class Sender(Protocol):
    def posts(self, to: Address, message: Message) -> Sequence[Post]:
        """One request for each message that the platform shows, in order."""

    def judge(self, answer: Answer) -> None:
        """Raises TryAgain, Undeliverable or Gone (bot/outbound/outbox.py) where it was not sent."""

    def typing(self, to: Address) -> Post | None:
        """Shows that somebody is writing; None where the platform cannot."""

    def identity(self) -> Post:
        """A request that changes nothing, and works where the secrets are right."""

    def problems(self, answer: Answer, webhook: str) -> Sequence[str]:
        """What `identity` shows to be wrong, for whoever sets the channel up. `webhook` is our
        public address.
        """


@dataclass(frozen=True)
class Platform:
    name: str
    capabilities: Capabilities
    receiver: Receiver
    sender: Sender


class Kit(Protocol):
    """A module in `platforms/`: `settings` has a value for each name of SETTINGS and DEFAULTS."""

    @property
    def NAME(self) -> str: ...

    @property
    def SETTINGS(self) -> tuple[str, ...]:
        """The variables of the environment that it needs: all of them, or it has no route."""

    @property
    def DEFAULTS(self) -> Mapping[str, str]:
        """Those that have a value already."""

    def platform(self, settings: Mapping[str, str], clock: Clock) -> Platform:
        """ValueError for a setting that cannot work: the message names the variable, and holds no
        secret.
        """
