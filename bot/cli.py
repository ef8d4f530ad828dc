"""`python -m bot run | serve | train | chat | parse | agents | channels`: reads the arguments, imports
what is needed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.clock import FROZEN_AT, environment_clock, frozen
from bot.model import TrainingError
from bot.progress import say
from bot.run.note import STATE
from bot.run.stack import StackError
from bot.settings import SettingsError

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.now is not None:
        try:
            frozen(given.now)
        except ValueError:
            parser.error("--now needs ISO 8601 with an offset: 2026-11-22T12:00:00-05:00")
        os.environ[FROZEN_AT] = given.now
    command: Command = given.command
    try:
        return command(given)
    except (StackError, SettingsError, TrainingError) as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        return 130


def _run(_: argparse.Namespace) -> int:
    from bot.run.command import run

    return run()


def _serve(given: argparse.Namespace) -> int:
    from bot.engine.process import serve

    return serve(given.model)


def _train(_: argparse.Namespace) -> int:
    from bot.model import ready_model

    say(f"model: {ready_model(say)}")
    return 0


def _chat(given: argparse.Namespace) -> int:
    from bot.chat.command import chat, chat_jsonl

    return chat_jsonl() if given.jsonl else chat(given.locale, given.account)


def _parse(_: argparse.Namespace) -> int:
    from bot.parse.command import parse_jsonl

    return parse_jsonl()


def _agents(given: argparse.Namespace) -> int:
    from bot.desk.command import agents

    database = os.environ.get("PRORATA_DATABASE")
    return agents(given, Path(database) if database else STATE / "conversations.db")


def _channels(_: argparse.Namespace) -> int:
    from bot.channels.messaging.check import check

    return check(os.environ, environment_clock(), lambda line: sys.stdout.write(f"{line}\n"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot")
    commands = parser.add_subparsers(required=True)

    def command(name: str, function: Command, summary: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=summary, description=summary)
        sub.set_defaults(command=function)
        sub.add_argument("--now", help="freeze every clock: ISO 8601 with an offset")
        return sub

    command("run", _run, "start billing, actions and bot; Ctrl-C stops them")
    serve = command("serve", _serve, "start the bot server alone")
    serve.add_argument("--model", type=Path, required=True)
    command("train", _train, "train the model of the current data, if there is none")
    chat = command("chat", _chat, "talk in the terminal; starts what it needs")
    chat.add_argument("--jsonl", action="store_true", help="one JSON object a line, for scripts")
    chat.add_argument("--locale", help="for example fr-CA")
    chat.add_argument("--account", help="a demo account to be signed in as (README.md)")
    parse = command("parse", _parse, "understand messages, without a conversation")
    parse.add_argument("--jsonl", action="store_true", required=True)
    channels = command("channels", _channels, "the messaging channels (docs/channels/README.md)")
    verbs = channels.add_subparsers(dest="verb", required=True)
    summary = "what is missing or wrong, here and at the platforms; writes to no customer"
    verbs.add_parser("check", help=summary, description=summary)
    _add_verbs(command("agents", _agents, "who may sign in to the desk (docs/handoff.md)"))
    return parser


def _add_verbs(agents: argparse.ArgumentParser) -> None:
    verbs = agents.add_subparsers(dest="verb", required=True)

    def verb(name: str, summary: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, help=summary, description=summary)

    add = verb("add", "a new one; the password is asked for")
    password = verb("password", "give one another password, and sign them out")
    for sub in (add, password, verb("disable", "lock one out"), verb("enable", "let one in again")):
        sub.add_argument("login")
    for sub in (add, password):
        sub.add_argument("--password-stdin", action="store_true", help="from standard input")
    add.add_argument("--name", required=True, help="as customers read it")
    add.add_argument("--languages", default="en,fr", help="those they answer in: en,fr")
    add.add_argument("--admin", action="store_true", help="may read the audit log")
    verb("list", "who there is, one a line")
