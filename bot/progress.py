"""What a command says of its own doing: on standard error, so that output stays data."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    sys.stderr.write(f"prorata: {text}\n")
    sys.stderr.flush()
