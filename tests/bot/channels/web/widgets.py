"""A widget as a test holds it: it waits for answers, and says what was shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.socket_client import TIMEOUT, SocketClient

if TYPE_CHECKING:
    from tests.bot.loop import Loop


class Widget:
    def __init__(self, loop: Loop, client: SocketClient) -> None:
        self._loop = loop
        self.client = client
        self.token: Any = None

    @property
    def received(self) -> list[tuple[str, Any]]:
        return self.client.received

    @property
    def is_open(self) -> bool:
        return self.client.is_open

    def join(self, **session: Any) -> dict[str, Any]:
        """Asks for a session as our own widget does."""
        self.emit("session_request", {"widget": 1, **session})
        confirmed = self.wait_for("session_confirm")
        self.token = confirmed["session_id"]
        return dict(confirmed)

    def say(self, text: Any, **more: Any) -> dict[str, Any]:
        """The acknowledgement."""
        return self.call("user_uttered", {"message": text, **more})

    def answer_to(self, text: str, **more: Any) -> dict[str, Any]:
        """The entry with the bot's answer."""
        assert "seq" in self.say(text, **more)
        return self.entry("bot")

    def entry(self, author: str) -> dict[str, Any]:
        return dict(self.wait_for("entry", lambda entry: entry["author"] == author))

    def history(self) -> list[dict[str, Any]]:
        return list(self.wait_for("history")["entries"])

    def shown(self, event: str = "entry") -> list[Any]:
        """What came by that event, once all that was sent before this has come."""
        self.settle()
        return [data for name, data in self.received if name == event]

    def settle(self) -> None:
        """Events come in order: after this answer nothing older is on its way."""
        self.call("no such event")

    def emit(self, event: Any, *data: Any) -> None:
        self._loop.run(self.client.emit(event, *data))

    def call(self, event: Any, *data: Any) -> Any:
        return self._loop.run(self.client.call(event, *data))

    def send(self, packet: str) -> None:
        self._loop.run(self.client.send(packet))

    def wait_for(
        self,
        event: str,
        predicate: Callable[[Any], bool] = lambda _: True,
        timeout: float = TIMEOUT,
    ) -> Any:
        return self._loop.run(self.client.wait_for(event, predicate, timeout))

    def wait_closed(self) -> int | None:
        return self._loop.run(self.client.wait_closed())

    def close(self) -> None:
        self._loop.run(self.client.close())
