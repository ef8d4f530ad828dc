"""One bot's NLU alone, on one message at a time: `python understand.py stock|prorata MODEL`.

Reads a JSON list of texts from standard input, writes each text's milliseconds as a JSON list.
Runs in the bot's own folder, so that it measures the code that is served.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Parse = Callable[[str], Any]
_WARM_UP = 5


def stock(model: str) -> Parse:
    import asyncio

    from rasa.core.agent import Agent

    agent = Agent.load(model)
    loop = asyncio.new_event_loop()
    return lambda text: loop.run_until_complete(agent.parse_message(text))


def prorata(model: str) -> Parse:
    from bot.blas import tune
    from bot.quiet import quieten

    tune(threads=1)
    quieten()
    from bot.parse.parser import Parser

    return Parser(Path(model)).parse


def milliseconds(parse: Parse, texts: list[str]) -> list[float]:
    """After a few messages to warm up."""
    for text in texts[:_WARM_UP]:
        parse(text)
    times = []
    for text in texts:
        started = time.perf_counter()
        parse(text)
        times.append(1000 * (time.perf_counter() - started))
    return times


if __name__ == "__main__":
    _, kind, path = sys.argv
    parse = {"stock": stock, "prorata": prorata}[kind](path)
    # Rasa prints what it loads; the figures are the last line.
    print(json.dumps(milliseconds(parse, json.load(sys.stdin))))
