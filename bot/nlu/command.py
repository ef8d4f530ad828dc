"""`python -m bot parse --jsonl`: the NLU alone."""

from __future__ import annotations

import sys

from bot.chat.jsonl import answer_lines
from bot.model import ready_model
from bot.nlu.parse import Parser
from bot.progress import say
from bot.quiet import quieten


def parse_jsonl() -> int:
    quieten()
    parser = Parser(ready_model(say))
    answer_lines(
        sys.stdin.buffer,
        sys.stdout,
        lambda asked: parser.parse(asked.get("text"), asked.get("locale")),
    )
    return 0
