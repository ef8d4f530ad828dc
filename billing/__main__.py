"""`python -m billing prorate --jsonl` and `python -m billing serve`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 2 when it could not start."""
    options = _parser().parse_args(argv)
    if options.command == "prorate":
        return prorate_lines()
    # Imported here so that `prorate` starts without a web server and a database layer.
    from billing.serve import run

    return run(host=options.host, port=options.port, now=options.now)


def prorate_lines() -> int:
    """Answer every line of standard input on standard output, each as soon as it is read."""
    from billing.jsonl import answers

    try:
        for answer in answers(sys.stdin.buffer):
            sys.stdout.write(answer + "\n")
            sys.stdout.flush()
    except BrokenPipeError:  # the reader has what it wanted; the exit must not flush into it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def port(text: str) -> int:
    """A TCP port, 0 for any free one. Raises ValueError, which argparse turns into usage."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError("not a TCP port")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m billing", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    prorate = commands.add_parser("prorate", help="prorate a JSON object a line")
    prorate.add_argument("--jsonl", action="store_true", required=True)
    serve = commands.add_parser("serve", help="serve the HTTP API")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=port, default=8085)
    serve.add_argument("--now", metavar="ISO", help="freeze the clock at an aware instant")
    return parser


if __name__ == "__main__":
    sys.exit(main())
