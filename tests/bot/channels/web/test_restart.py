"""The bot's process is killed in the middle of many conversations, and starts again."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from bot.run.stack import Stack, any_ports, stack
from bot.run.supervisor import Supervisor, running
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.channels.web.conftest import Customers
    from tests.bot.channels.web.widgets import Widget
    from tests.bot.loop import Loop

pytestmark = pytest.mark.slow

SAID = (
    "hello",
    "Can I add seats at any time?",
    "What is proration?",
    "How do I see who uses our seats?",
    "thank you",
)
CONVERSATIONS = 16
PATIENCE = 60.0


@pytest.fixture(scope="module")
def ours(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Stack:
    return stack(any_ports(), tmp_path_factory.mktemp("restart"), model, NOW)


@pytest.fixture(scope="module")
def supervisor(ours: Stack) -> Iterator[Supervisor]:
    with running(ours, lambda text: None) as started:
        yield started


def kill(supervisor: Supervisor) -> None:
    process = supervisor._processes["bot"]
    process.send_signal(signal.SIGKILL)
    process.wait(10)


def start_again(supervisor: Supervisor, ours: Stack) -> None:
    supervisor._spawn(ours.bot)
    supervisor._await_ready(ours.bot)


def unanswered(ours: Stack) -> int:
    with sqlite3.connect(ours.state / "conversations.db") as database:
        return int(
            database.execute("SELECT count(*) FROM transcript WHERE NOT answered").fetchone()[0]
        )


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def said_by(author: str, entries: list[dict[str, Any]]) -> list[str]:
    return [entry["text"] for entry in entries if entry["author"] == author]


def undisturbed(ours: Stack, customers: Customers) -> list[str]:
    """What the bot says to all that, one after the other."""
    tab = customers(ours.page, locale="en-CA")
    for text in SAID:
        tab.say(text)
        tab.wait_for("typing", lambda typing: not typing["on"], PATIENCE)
    return said_by("bot", tab.shown())


def say_all(loop: Loop, tabs: list[Widget]) -> list[dict[str, Any]]:
    """All but the last of it in each conversation at once; the acknowledgements."""

    async def say() -> list[dict[str, Any]]:
        return await asyncio.gather(
            *(
                tab.client.call("user_uttered", {"message": text, "id": f"m-{number}"})
                for tab in tabs
                for number, text in enumerate(SAID[:-1])
            )
        )

    return list(loop.run(say()))


def seen_by(tab: Widget) -> dict[int, dict[str, Any]]:
    """Everything that a widget was given, whether replayed or as it came."""
    replayed = [
        entry for name, data in tab.received if name == "history" for entry in data["entries"]
    ]
    return {entry["seq"]: entry for entry in [*replayed, *tab.shown()]}


def test_what_was_acknowledged_is_answered_once_and_in_order(
    ours: Stack, supervisor: Supervisor, customers: Customers, loop: Loop
) -> None:
    expected = undisturbed(ours, customers)
    tabs = [customers(ours.page, locale="en-CA") for _ in range(CONVERSATIONS)]
    assert all("seq" in acknowledged for acknowledged in say_all(loop, tabs))
    kill(supervisor)
    assert unanswered(ours) > 0
    start_again(supervisor, ours)

    for tab in tabs:
        tab.wait_closed()
        before = {entry["seq"]: entry for name, entry in tab.received if name == "entry"}
        again = customers(ours.page, session_id=tab.token, seen=max(before, default=0))
        # The widget does not know whether its last words arrived; one more was never sent.
        again.say(SAID[-2], id=f"m-{len(SAID) - 2}")
        again.say(SAID[-1], id=f"m-{len(SAID) - 1}")
        wait_until(lambda: unanswered(ours) == 0)

        after = seen_by(again)
        assert not set(after) & set(before)
        whole = customers(ours.page, session_id=tab.token).history()
        assert [entry["seq"] for entry in whole] == sorted({**before, **after})
        assert said_by("customer", whole) == list(SAID)
        assert said_by("bot", whole) == expected


def test_what_was_never_acknowledged_is_sent_again_and_answered_once(
    ours: Stack, supervisor: Supervisor, customers: Customers
) -> None:
    expected = undisturbed(ours, customers)
    tab = customers(ours.page, locale="en-CA")
    for number, text in enumerate(SAID):
        tab.emit("user_uttered", {"message": text, "id": f"m-{number}"})
    kill(supervisor)
    start_again(supervisor, ours)
    again = customers(ours.page, session_id=tab.token)
    acknowledged = [again.say(text, id=f"m-{number}")["seq"] for number, text in enumerate(SAID)]
    assert acknowledged == sorted(acknowledged)
    wait_until(lambda: unanswered(ours) == 0)
    whole = customers(ours.page, session_id=tab.token).history()
    assert said_by("customer", whole) == list(SAID)
    assert said_by("bot", whole) == expected


def test_buttons_and_sessions_outlive_the_process(
    ours: Stack, supervisor: Supervisor, customers: Customers
) -> None:
    tab = customers(ours.page, locale="fr-CA")
    tab.call("open", {})
    button = tab.entry("bot")["buttons"][0]
    kill(supervisor)
    start_again(supervisor, ours)
    again = customers(ours.page, session_id=tab.token)
    assert "seq" in again.say(button["payload"])
    again.wait_for("entry", lambda entry: entry["author"] == "bot", PATIENCE)
    assert said_by("customer", again.shown()) == [button["title"]]
