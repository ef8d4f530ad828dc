"""Requests to the platforms' APIs: bounded in time and size, to the address that was configured and
no other.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp

from bot.outbound.http import Answer, Post
from bot.outbound.outbox import TryAgain

_SECONDS = 15.0
_BODY_LIMIT = 256_000


class Client:
    """Opened by its first request."""

    def __init__(self, seconds: float = _SECONDS, longest: int = _BODY_LIMIT) -> None:
        self._seconds = seconds
        self._longest = longest
        self._session: aiohttp.ClientSession | None = None

    async def send(self, post: Post) -> Answer:
        """Raises TryAgain where no answer has come."""
        try:
            async with self._opened().request(
                post.method,
                post.url,
                json=post.json,
                data=post.form,
                headers=post.headers,
                allow_redirects=False,
            ) as response:
                headers = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status, headers, _value(await self._body(response)))
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as failure:
            # The address of some platforms holds a token: no text of a failure is logged.
            raise TryAgain(type(failure).__name__) from None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        """As much as is read of it: the rest of a longer one is of no use."""
        body = b""
        while len(body) < self._longest:
            chunk = await response.content.read(self._longest - len(body))
            if not chunk:
                break
            body += chunk
        return body

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=self._seconds),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,
            )
        return self._session


def _value(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
