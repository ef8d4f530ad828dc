"""The terminal's side of the terminal channel."""

from __future__ import annotations

from typing import Any

import requests

# The server refuses whatever is longer than a fraction of this; no need to send more.
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
        locale: Any = None,
        account: Any = None,
    ) -> dict[str, Any]:
        """The turn as the channel describes it; `{"error": code}` where there is none."""
        body = {
            "conversation": _sent(conversation),
            "text": _sent(text),
            "locale": _sent(locale),
            "account": _sent(account),
        }
        try:
            answer = self._session.post(self._messages, json=body, timeout=60)
            turn = answer.json()
        except (requests.RequestException, ValueError):
            turn = None
        if isinstance(turn, dict) and ("messages" in turn or "error" in turn):
            return turn
        return {"conversation": conversation, "error": "bot-unavailable"}


def _sent(value: Any) -> str | None:
    """What is no text is nothing to the server, and need not be JSON that can be sent."""
    return value[:_SENT_AT_MOST] if isinstance(value, str) else None
