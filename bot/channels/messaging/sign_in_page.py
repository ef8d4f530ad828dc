"""What follows the company's own sign-in page: it posts whom it vouches for, and gets a code.

A customer's browser posts a form and is shown a page; a back end that asks for JSON gets
`{"code": "482193"}` or `{"error": …}` (docs/channels/sign-in.md). Nothing that was posted is shown
or logged.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import parse_qs

from aiohttp import hdrs, web
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.channels.limits import Buckets
from bot.channels.messaging.sign_in_texts import Texts
from bot.channels.messaging.signing_in import InvalidLink, SigningIn
from bot.channels.web.identity import InvalidIdentity
from bot.site.address import Network, client_address
from bot.site.pages import wanted_locale

logger = logging.getLogger(__name__)

PATH = "/channels/sign-in"

_PAGES = Path(__file__).parent / "pages"
_MOST_FIELDS = 10
# A code is shown once: no cache keeps it, and no other site learns where it was.
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept, Accept-Language",
}


@dataclass(frozen=True)
class _Outcome:
    """`name` is that of its texts and, where it is no code, of its error."""

    name: str
    status: int
    code: str = ""
    retry_seconds: int | None = None


_INVALID_LINK = _Outcome("link", 410)
_INVALID_IDENTITY = _Outcome("identity", 403)
_TOO_FAST = _Outcome("too_fast", 429, retry_seconds=60)
_TROUBLE = _Outcome("trouble", 503, retry_seconds=60)


class SignInPage:
    """`posts` has a bucket for each address."""

    def __init__(
        self,
        signing_in: SigningIn,
        texts: Texts,
        posts: Buckets,
        proxies: Sequence[Network],
    ) -> None:
        self._signing_in = signing_in
        self._texts = texts
        self._posts = posts
        self._proxies = proxies
        self._pages = {
            name: Template((_PAGES / f"{name}.html").read_text("utf-8"))
            for name in ("code", "refused")
        }

    def routes(self) -> list[web.RouteDef]:
        """None where nobody can sign in."""
        return [web.post(PATH, self.handle)] if self._signing_in.is_open else []

    async def handle(self, request: web.Request) -> web.Response:
        outcome = await self._outcome(request)
        if not outcome.code:
            metrics.REFUSED.labels(f"sign_in_{outcome.name}").inc()
        return self._response(request, outcome)

    async def _outcome(self, request: web.Request) -> _Outcome:
        if not self._posts.take(self._address(request)):
            return _TOO_FAST
        try:
            chat, identity = _fields(await request.read())
            return _Outcome("code", 200, self._signing_in.vouch(chat, identity))
        except InvalidIdentity as error:
            logger.warning("An identity token was refused at a sign-in: %s", error)
            return _INVALID_IDENTITY
        except (InvalidLink, web.RequestPayloadError):
            return _INVALID_LINK
        except SQLAlchemyError as failure:
            logger.error("A sign-in was not stored: %s", type(failure).__name__)
            return _TROUBLE

    def _address(self, request: web.Request) -> str:
        forwarded = ",".join(request.headers.getall("X-Forwarded-For", []))
        return client_address(request.remote or "", forwarded, self._proxies)

    def _response(self, request: web.Request, outcome: _Outcome) -> web.Response:
        headers = dict(_HEADERS)
        if outcome.retry_seconds is not None:
            headers["Retry-After"] = str(outcome.retry_seconds)
        if _asks_for_json(request):
            said = {"code": outcome.code} if outcome.code else {"error": outcome.name}
            return web.json_response(said, status=outcome.status, headers=headers)
        html = self._page(wanted_locale(request), outcome)
        return web.Response(
            text=html, status=outcome.status, headers=headers, content_type="text/html"
        )

    def _page(self, locale: str, outcome: _Outcome) -> str:
        prefix = f"sign_in_{outcome.name}_"
        shown = {
            name.removeprefix(prefix): escape(text)
            for name, text in self._texts[locale].items()
            if name.startswith(prefix)
        }
        page = self._pages["code" if outcome.code else "refused"]
        code = f"{outcome.code[:3]}\u00a0{outcome.code[3:]}"
        lang = locale.replace("_", "-")
        return page.substitute(shown, lang=lang, code=code, digits=" ".join(outcome.code))


def _fields(body: bytes) -> tuple[str, str]:
    """`chat` and `identity` of a form, each given once; empty where it is none."""
    try:
        given = parse_qs(body.decode("ascii"), max_num_fields=_MOST_FIELDS)
    except ValueError:
        return "", ""
    chat, identity = given.get("chat", []), given.get("identity", [])
    return (chat[0], identity[0]) if len(chat) == len(identity) == 1 else ("", "")


def _asks_for_json(request: web.Request) -> bool:
    accepted = ",".join(request.headers.getall(hdrs.ACCEPT, [])).lower()
    return "application/json" in accepted and "text/html" not in accepted
