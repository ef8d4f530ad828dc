"""One JSON object a line in, one a line out: for scripts and tests. Every line is answered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import IO, Any

from bot.chat.client import BotClient

Answer = Callable[[dict[str, Any]], dict[str, Any]]


def answer_lines(lines: Iterable[bytes], out: IO[str], answer: Answer) -> None:
    """UTF-8 with anything in it; what is no JSON object gets `{"error": "invalid-request"}`."""
    for line in lines:
        # Some editors and shells begin a file with a byte order mark.
        text = line.decode("utf-8", errors="replace").removeprefix("\ufeff")
        out.write(json.dumps(_answered(text, answer), ensure_ascii=True) + "\n")
        out.flush()


def conversation_answer(client: BotClient) -> Answer:
    def answer(asked: dict[str, Any]) -> dict[str, Any]:
        conversation = asked.get("conversation")
        return client.send(
            str(conversation) if isinstance(conversation, (str, int)) else "",
            asked.get("text"),
            asked.get("locale"),
            asked.get("account"),
        )

    return answer


def _answered(text: str, answer: Answer) -> dict[str, Any]:
    try:
        asked = json.loads(text)
    except (ValueError, RecursionError):
        return {"error": "invalid-request"}
    return answer(asked) if isinstance(asked, dict) else {"error": "invalid-request"}
