"""One price after the other, from all of Prorata."""

from __future__ import annotations

import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from benchmarks.quoting.between import Between
from benchmarks.quoting.report import Price
from bot.chat.client import BotClient
from bot.model import ready_model
from bot.progress import say
from bot.run.ports import HOST
from bot.run.stack import Stack, any_ports, stack
from bot.run.supervisor import running

_QUESTIONS = (
    ("demo-lyon", "fr-FR", "Combien pour {} postes de plus ?"),
    ("demo-london", "en-GB", "How much for {} more seats?"),
)
_WARM_UP = 40


def measure(count: int) -> list[Price]:
    with _serving() as (ours, between):
        prices = [_price(ours, between, number) for number in range(_WARM_UP + count)]
    return prices[_WARM_UP:]


@contextmanager
def _serving() -> Iterator[tuple[Stack, Between]]:
    ports = any_ports()
    between = Between(f"http://{HOST}:{ports['billing']}")
    with tempfile.TemporaryDirectory(prefix="prorata-bench-") as state:
        ours = stack(ports, Path(state), ready_model(say))
        ours = replace(ours, environment={**ours.environment, "BILLING_URL": between.url})
        with between.serving(), running(ours, say):
            yield ours, between


def _price(ours: Stack, between: Between, number: int) -> Price:
    account, locale, question = _QUESTIONS[number % len(_QUESTIONS)]
    client = BotClient(ours.bot.url, ours.token)
    between.seconds.clear()
    begun = time.perf_counter()
    turn = client.send(uuid.uuid4().hex, question.format(2 + number % 50), locale, account)
    taken = time.perf_counter() - begun
    if not any(message.get("quote") for message in turn.get("messages", ())):
        raise RuntimeError("there was no price")
    return Price(taken, tuple(between.seconds))
