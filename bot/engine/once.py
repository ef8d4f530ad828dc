"""Two questions in the middle of a form are two answers, and the form's own question once."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel


class Once(OutputChannel):
    """Holds what is said until `flush`; of messages that read the same only the last goes out."""

    def __init__(self, channel: OutputChannel) -> None:
        self._channel = channel
        self._held: list[tuple[str, dict[str, Any]]] = []

    def name(self) -> str:
        return self._channel.name()

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self._held.append((recipient_id, message))

    async def flush(self) -> None:
        held, self._held = self._held, []
        read = [(message.get("text"), message.get("buttons")) for _, message in held]
        for position, (recipient_id, message) in enumerate(held):
            if read[position] not in read[position + 1 :]:
                await self._channel.send_response(recipient_id, message)
