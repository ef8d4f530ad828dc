"""A billing service of its own process, and trackers as the bot server sends them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.quotes.desk import quote_desk

ROOT = Path(__file__).parents[2]
NOW = "2026-11-22T12:00:00-05:00"
KEY = "a-service-key-for-tests"
TOKEN = "an-action-token-for-tests"


@pytest.fixture(scope="session")
def billing_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real service, its clock frozen at NOW."""
    database = tmp_path_factory.mktemp("billing") / "billing.db"
    process = subprocess.Popen(
        [sys.executable, "-m", "billing", "serve", "--port", "0", "--now", NOW],
        env={**os.environ, "BILLING_KEY": KEY, "BILLING_DATABASE": f"sqlite:///{database}"},
        cwd=ROOT,
        stderr=subprocess.PIPE,
    )
    assert process.stderr
    port = json.loads(process.stderr.readline())["port"]
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.communicate()


@pytest.fixture
def ask_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Let the actions ask the billing system at a URL."""

    def configure(url: str) -> None:
        monkeypatch.setenv("BILLING_URL", url)
        quote_desk.cache_clear()

    monkeypatch.setenv("BILLING_KEY", KEY)
    monkeypatch.setenv("PRORATA_ACTIONS_TOKEN", TOKEN)
    monkeypatch.setenv("PRORATA_NOW", NOW)
    monkeypatch.delenv("PRORATA_QUOTES", raising=False)
    yield configure
    quote_desk.cache_clear()


@pytest.fixture
def billing(billing_url: str, ask_at: Callable[[str], None]) -> None:
    """The actions ask the real service."""
    ask_at(billing_url)


@pytest.fixture
def dispatcher() -> CollectingDispatcher:
    return CollectingDispatcher()


Said = Callable[..., Tracker]


@pytest.fixture
def said() -> Said:
    """`said("request_quote", seats=3, account="demo-montreal", slots={…})`: the tracker of a
    conversation whose last message had this intent. An entity is a value or `(value, role)`, or a
    list of these.
    """

    def tracker(
        intent: str,
        account: str | None = None,
        slots: dict[str, Any] | None = None,
        events: list[dict[str, Any]] | None = None,
        message: dict[str, Any] | None = None,
        **entities: Any,
    ) -> Tracker:
        parse = {"intent": {"name": intent}, "entities": list(_entities(entities))}
        metadata = {"account": account} if account else {}
        user = {"event": "user", "metadata": metadata, "parse_data": parse}
        return Tracker(
            sender_id="a-conversation",
            slots={"locale": "en_CA", **(slots or {})},
            latest_message={**parse, **(message or {})},
            events=[*(events or []), user],
            paused=False,
            followup_action=None,
            active_loop={},
            latest_action_name=None,
        )

    return tracker


def _entities(named: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name, given in named.items():
        for one in given if isinstance(given, list) else [given]:
            value, role = one if isinstance(one, tuple) else (one, None)
            found = {"entity": name, "value": value, "start": 0, "end": 0}
            yield {**found, **({"role": role} if role else {})}
