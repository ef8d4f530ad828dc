"""`python -m bot run`: everything, until Ctrl-C."""

from __future__ import annotations

import os

from bot.clock import environment_clock
from bot.desk.command import demo_agent, opened
from bot.model import ready_model
from bot.progress import say
from bot.run.note import STATE, noted
from bot.run.signals import ending_as_interrupt
from bot.run.stack import DATABASE, Stack, fixed_ports, stack
from bot.run.supervisor import running


def run() -> int:
    with ending_as_interrupt():
        ports = fixed_ports(os.environ)
        ours = stack(ports, STATE, ready_model(say), os.environ.get("PRORATA_NOW"))
        try:
            with running(ours, say) as supervisor, noted(ours.bot.url, ours.token):
                _tell_demo_agent(ours)
                say(f"running at {ours.page} - in the terminal: make chat - stop with Ctrl-C")
                supervisor.wait()
        except KeyboardInterrupt:
            say("stopped")
    return 0


def _tell_demo_agent(ours: Stack) -> None:
    """Once: the password is stored nowhere."""
    made = demo_agent(opened(ours.state / DATABASE), environment_clock())
    if made is not None:
        login, password = made
        say(f"the desk for agents is at {ours.page}desk - sign in as {login} with {password}")
