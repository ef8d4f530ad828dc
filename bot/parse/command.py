"""`python -m bot parse --jsonl`: the NLU alone."""

from __future__ import annotations

import sys

from bot.blas import tune
from bot.chat.jsonl import answer_lines
from bot.model import ready_model
from bot.progress import say
from bot.quiet import quieten


def parse_jsonl() -> int:
    # One message at a time is understood: more threads would only fight over the cores.
    tune(threads=1)
    quieten()
    # Imported now: what Rasa says while it is imported would be printed otherwise.
    from bot.parse.parser import Parser

    parser = Parser(ready_model(say))
    answer_lines(
        sys.stdin.buffer,
        sys.stdout,
        lambda asked: parser.parse(asked.get("text"), asked.get("locale")),
    )
    return 0
