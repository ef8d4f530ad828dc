"""A conversation in the terminal: colours, buttons as numbers, the quote as a small table."""

from __future__ import annotations

import uuid
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.chat.client import BotClient

_LEAVE = ("exit", "quit", "/quit", "/exit")


def converse(client: BotClient, console: Console, locale: str | None, account: str | None) -> None:
    """Until end of input or `exit`. One conversation, with an id of its own."""
    conversation = f"terminal-{uuid.uuid4().hex}"
    buttons: list[dict[str, str]] = []
    console.print("[dim]Write in English or French; a number presses a button; exit leaves.[/dim]")
    while True:
        try:
            typed = console.input("[bold cyan]> [/bold cyan]")
        except (EOFError, KeyboardInterrupt):
            return
        if typed.strip().lower() in _LEAVE:
            return
        turn = client.send(conversation, _meant(typed, buttons), locale, account)
        buttons = _show(console, turn)


def _meant(typed: str, buttons: list[dict[str, str]]) -> str:
    number = typed.strip()
    if number.isdecimal() and 0 < int(number) <= len(buttons):
        return buttons[int(number) - 1]["title"]
    return typed


def _show(console: Console, turn: dict[str, Any]) -> list[dict[str, str]]:
    """Prints one turn and returns its buttons, numbered through all its messages."""
    if "error" in turn:
        console.print(f"[red]{escape(str(turn['error']))}[/red]")
        return []
    buttons: list[dict[str, str]] = []
    for message in turn["messages"]:
        console.print(f"[green]{_linked(message)}[/green]")
        if message.get("quote"):
            console.print(_table(message["quote"]))
        for button in message.get("buttons", []):
            buttons.append(button)
            console.print(f"  [yellow]{len(buttons)}[/yellow] {escape(button['title'])}")
    return buttons


def _linked(message: dict[str, Any]) -> str:
    """Telephone numbers and addresses become links where the terminal shows links."""
    text = escape(message["text"])
    for link in message.get("links", []):
        shown = escape(link["text"])
        text = text.replace(shown, f"[link={link['url']}]{shown}[/link]", 1)
    return text


def _table(quote: dict[str, Any]) -> Table:
    table = Table(show_header=False)
    rows = {
        "product": quote["product"],
        "+ seats": quote["seats"],
        "due now": f"{quote['due_now']} {quote['currency']}",
        "renewal": f"{quote['renewal']['date']}  {quote['renewal']['amount']} {quote['currency']}",
    }
    if quote["proration"]:  # a live billing system does not say how it got there
        rows["prorated"] = "{remaining}/{total} {unit}".format(**quote["proration"])
    for name, value in rows.items():
        table.add_row(f"[dim]{name}[/dim]", escape(str(value)))
    return table
