"""People who write, and the platform that takes their words to us until they are acknowledged.

One person's messages are taken to us in their order. A call that was not acknowledged is made again,
with pauses of seconds where real platforms have seconds to hours (Twilio: where its address says so);
one in twenty that was is made again as well, as platforms do now and then.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread

import requests

from tests.fakes.platform import FakePlatform, Hook
from tests.fakes.slack import FakeSlack
from tests.fakes.telegram import FakeTelegram

_AGAIN_AFTER = (0.3, 1.0)
_COPIED = 0.05
# Seconds; after that a platform has given up.
_PATIENCE = 1800.0


@dataclass
class Sent:
    """`acknowledged` is the seconds that took, from the first call; None where nothing was."""

    text: str
    begun: float = 0.0
    acknowledged: float | None = None


class Person:
    """`statuses` are the webhook's answers; None where there was no answer. `copies` counts calls
    that were made once more after an acknowledgement.
    """

    def __init__(
        self,
        fake: FakePlatform,
        name: str,
        language: str,
        texts: Sequence[str],
        seed: int,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.fake, self.name, self.language = fake, name, language
        self.sent: list[Sent] = []
        self.statuses: Counter[int | None] = Counter()
        self.copies = 0
        self._sleep = sleep
        self._texts = list(texts)
        self._chance = random.Random(seed)
        self._chance.shuffle(self._texts)
        self._waiting: SimpleQueue[Sent | None] = SimpleQueue()
        self._thread = Thread(target=self._deliver_all, daemon=True)
        self._thread.start()
        if isinstance(fake, FakeTelegram):
            fake.languages[name] = language

    def say(self) -> None:
        """The next of their texts, whatever has become of the last."""
        sent = Sent(self._texts[len(self.sent)])
        self.sent.append(sent)
        self._waiting.put(sent)

    def finish(self) -> None:
        """Returns when the platform has nothing left to call us for."""
        self._waiting.put(None)
        self._thread.join()

    def _deliver_all(self) -> None:
        while (sent := self._waiting.get()) is not None:
            self._deliver(sent)

    def _deliver(self, sent: Sent) -> None:
        hook = self.fake.message(self.name, sent.text)
        sent.begun = time.monotonic()
        while not self._call(hook):
            if time.monotonic() - sent.begun > _PATIENCE:
                return
            self._sleep(self._chance.uniform(*_AGAIN_AFTER))
            hook = self._again(hook)
        sent.acknowledged = time.monotonic() - sent.begun
        if self._chance.random() < _COPIED:
            self.copies += 1
            self._call(self._again(hook))

    def _call(self, hook: Hook) -> bool:
        try:
            status = self.fake.call(hook).status_code
        except requests.RequestException:
            status = None
        self.statuses[status] += 1
        return status == 200

    def _again(self, hook: Hook) -> Hook:
        """Slack signs each call anew, and says that it was made before."""
        return self.fake.again(hook) if isinstance(self.fake, FakeSlack) else hook
