"""The connection to the action server: one kept session, a bearer token, a time limit.

Stands where Rasa expects an `EndpointConfig`, which opens a new connection for every call and
waits 300 s (rasa/utils/endpoints.py).
"""

from __future__ import annotations

import json as json_text
from typing import Any

import aiohttp
from rasa.utils.endpoints import ClientResponseError

# Longer than a quote's whole budget with its retries (actions/quotes), shorter than patience.
_TIME_LIMIT = aiohttp.ClientTimeout(total=15, connect=2)
_BODY_LIMIT = 1 << 20


class ActionClient:
    """`kwargs` and `url` are what `RemoteAction` reads of an endpoint."""

    kwargs = {"enable_selective_domain": True}

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        self._session: aiohttp.ClientSession | None = None

    async def request(self, *, json: Any, **_: Any) -> Any:
        """The decoded answer; ClientResponseError for any status from 400."""
        if self._session is None:
            # As many at once as there are turns: waiting for one that hangs is nobody's fault.
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),
                timeout=_TIME_LIMIT,
                headers=self._headers,
            )
        async with self._session.post(self.url, json=json, allow_redirects=False) as response:
            body = await _body(response)
            if response.status >= 400:
                raise ClientResponseError(response.status, response.reason or "", body)
            return json_text.loads(body)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


async def _body(response: aiohttp.ClientResponse) -> bytes:
    body = b""
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > _BODY_LIMIT:
            raise aiohttp.ClientPayloadError("the action server's answer is too long")
    return body
