"""What Meta's platforms share: signed webhooks, and the Graph API with its errors.

https://developers.facebook.com/docs/graph-api/webhooks/getting-started
https://developers.facebook.com/docs/graph-api/guides/error-handling
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar
from urllib.parse import urlencode

from bot.channels.failures import described
from bot.channels.messaging.platform import Call, Reply, Unreadable, Unverified
from bot.clock import Clock
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from bot.outbound.retry import judge_status, retry_after

API = "https://graph.facebook.com/v25.0"

Read = TypeVar("Read")

Code = tuple[int | None, int | None]
"""An error's code and subcode; None stands for every subcode."""

# Faults that pass, and limits of the app, the page, the account, the number and the pair of both:
# https://developers.facebook.com/docs/graph-api/overview/rate-limiting
# https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
_PASSING = frozenset(
    {1, 2, 4, 9, 17, 32, 341, 368, 613, 1200, 130429, 131000, 131016, 131048, 131056, 131057}
    | set(range(80000, 80015))
)
# A token, a permission or an account that whoever runs us puts right.
_OURS = frozenset({0, 3, 10, 102, 190, 131005, 131031, 131037, 131042, 131045, 133010})
_PERMISSIONS = range(200, 300)
_LONGEST_WAIT = 3600.0


class Signatures:
    """The receiver's half that Meta's platforms share."""

    def __init__(self, app_secret: str, verify_token: str) -> None:
        self._app_secret = app_secret.encode()
        self._verify_token = verify_token

    def verify(self, call: Call) -> None:
        """Meta signs no time: a call that is sent again is known by the ids of its events."""
        if call.method == "GET":
            if not _same(call.query.get("hub.verify_token", ""), self._verify_token):
                raise Unverified("the verify token is not ours", 403)
            return
        expected = hmac.new(self._app_secret, call.body, hashlib.sha256).hexdigest()
        if not _same(call.headers.get("x-hub-signature-256", ""), f"sha256={expected}"):
            raise Unverified("the signature is missing or wrong")

    def handshake(self, call: Call) -> Reply | None:
        return Reply(call.query.get("hub.challenge", "")) if call.method == "GET" else None

    def acknowledgement(self) -> Reply:
        return Reply("EVENT_RECEIVED")


class Graph:
    """Requests to the API at `url`, with a proof that they come from whoever has the app's secret:
    https://developers.facebook.com/docs/graph-api/guides/secure-requests.
    """

    def __init__(self, url: str, token: str, app_secret: str) -> None:
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        proof = hmac.new(app_secret.encode(), token.encode(), hashlib.sha256)
        self._proof = {"appsecret_proof": proof.hexdigest()}

    def post(self, path: str, value: Mapping[str, Any]) -> Post:
        return Post(self._at(path, {}), json=dict(value), headers=self._headers)

    def get(self, path: str, fields: Sequence[str]) -> Post:
        url = self._at(path, {"fields": ",".join(fields)})
        return Post(url, headers=self._headers, method="GET")

    def _at(self, path: str, query: Mapping[str, str]) -> str:
        return f"{self._url}/{path}?{urlencode({**query, **self._proof})}"


def judge(
    answer: Answer,
    clock: Clock,
    gone: Collection[Code] = (),
    refused: Mapping[Code, str] = MappingProxyType({}),
) -> None:
    """Raises what the error's code means; where it means nothing, what the status means. `gone` are
    the codes that say it of a person, `refused` those that say it of a message, with what they say.
    """
    if 200 <= answer.status < 300:
        return judge_status(answer, clock)
    code, subcode = error_of(answer)
    said = f"Graph {code}" if subcode is None else f"Graph {code}.{subcode}"
    for known in ((code, subcode), (code, None)):
        if known in gone:
            raise Gone(said)
        if known in refused:
            raise Undeliverable(f"{said}: {refused[known]}")
    if _is_transient(answer) or code in _PASSING or code in _OURS or code in _PERMISSIONS:
        raise TryAgain(said, _wait(answer, clock))
    if code is not None and answer.status == 400:
        raise Undeliverable(said)
    judge_status(answer, clock)


def trouble(answer: Answer) -> str | None:
    """What is wrong with a request of `identity`, for whoever sets the channel up."""
    if 200 <= answer.status < 300 and isinstance(answer.body, dict):
        return None
    code, _ = error_of(answer)
    if code == 190:
        return "the token is not valid, or not any more"
    if code in (3, 10) or code in _PERMISSIONS:
        return f"the token lacks a permission (Graph error {code})"
    if code == 100:
        return "the token and the app's secret are not of the same app, or the id is wrong"
    return f"the Graph API answers with status {answer.status}, error {code}"


def error_of(answer: Answer) -> tuple[int | None, int | None]:
    """Its code and subcode, as far as it has them."""
    error = _error(answer)
    code, subcode = error.get("code"), error.get("error_subcode")
    return (
        code if isinstance(code, int) else None,
        subcode if isinstance(subcode, int) else None,
    )


def nested(value: object, *names: str) -> Iterator[Any]:
    """The items of lists in lists; what is no list, or not there, has none."""
    if not names:
        yield value
        return
    items = value.get(names[0]) if isinstance(value, dict) else None
    for item in items if isinstance(items, list) else ():
        yield from nested(item, *names[1:])


def read_each(
    items: Iterable[Any], read: Callable[[Any], Read | None]
) -> Iterator[Read | Unreadable]:
    """One call carries events of many people: what cannot be read must not take theirs down."""
    for item in items:
        try:
            event = read(item)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as odd:
            yield Unreadable(described(odd))
            continue
        if event is not None:
            yield event


def identifier(value: object) -> str:
    """TypeError for what cannot be one."""
    if not isinstance(value, str) or not value:
        raise TypeError("an id is a text")
    return value


def words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


def _same(given: str, expected: str) -> bool:
    """In constant time; `given` may hold anything."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def _error(answer: Answer) -> Mapping[str, Any]:
    error = answer.body.get("error") if isinstance(answer.body, dict) else None
    return error if isinstance(error, dict) else {}


def _is_transient(answer: Answer) -> bool:
    return _error(answer).get("is_transient") is True


def _wait(answer: Answer, clock: Clock) -> float | None:
    """Seconds. Meta tells minutes, by the kind of use:
    https://developers.facebook.com/docs/graph-api/overview/rate-limiting#headers-2
    """
    try:
        usage = json.loads(answer.headers.get("x-business-use-case-usage", "{}"))
        minutes = max(
            float(use["estimated_time_to_regain_access"]) for uses in usage.values() for use in uses
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return retry_after(answer, clock)
    told = 60 * minutes
    if math.isfinite(told) and told > 0:
        return min(told, _LONGEST_WAIT)
    return retry_after(answer, clock)
