"""The terminal's side of the terminal channel."""

from __future__ import annotations

from typing import Any

import requests

# The server refuses messages that are longer than a fraction of this; no need to send more.
_SENT_AT_MOST = 4000


class BotClient:
    """Talks to one bot server over loopback with its token."""

    def __init__(self, url: str, token: str) -> None:
        self._messages = f"{url}/webhooks/terminal/messages"
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Authorization"] = f"Bearer {token}"

    def send(
        self,
        conversation: str,
        text: Any,
        locale: str | None = None,
        account: str | None = None,
    ) -> dict[str, Any]:
        """The turn as the channel describes it; `{"error": code}` where there is none."""
        body = {
            "conversation": conversation,
            "text": text[:_SENT_AT_MOST] if isinstance(text, str) else text,
            "locale": locale,
            "account": account,
        }
        try:
            answer = self._session.post(self._messages, json=body, timeout=60)
            turn = answer.json()
        except (requests.RequestException, ValueError):
            return {"conversation": conversation, "error": "bot-unavailable"}
        return turn if isinstance(turn, dict) else {"error": "bot-unavailable"}
