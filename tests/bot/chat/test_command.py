"""`python -m bot chat`: with the Prorata that runs, or with one of its own."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.chat.command import chat, chat_jsonl
from bot.run.note import STATE, noted

if TYPE_CHECKING:
    from bot.run.stack import Stack

pytestmark = pytest.mark.slow

NOW = "2026-11-22T12:00:00-05:00"


def test_chat_finds_the_prorata_that_runs(
    running_stack: Stack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRORATA_NOW", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO("Bonjour\nexit\n"))
    STATE.mkdir()
    with noted(running_stack.bot.url, running_stack.token):
        assert chat("fr-CA", None) == 0
    out, err = capsys.readouterr()
    assert "Bonjour" in out
    assert "starting" not in err


LINES = (
    {"conversation": "a", "text": "How much for 3 more AutoCAD seats?", "locale": "en-CA"},
    {"conversation": "b", "text": "Comment ajouter des postes ?", "locale": "fr-CA"},
    {"conversation": "a", "text": "March 10, 2027"},
    {"conversation": "c", "text": "\ud800\x00", "locale": "fr-FR"},
    {"conversation": "not a conversation", "text": "hello"},
    {"conversation": "d", "text": 5, "locale": ["fr"], "account": {"a": 1}},
    {"conversation": "e", "text": "How much for 3 more seats?", "account": "demo-lyon"},
)
GARBAGE = (b"\n", b"hello\n", b"\xff\xfe\n", b"[]\n", b"{" * 100_000 + b"\n")


def test_scripts_get_an_answer_for_every_line(
    model: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = b"".join([json.dumps(line).encode() + b"\n" for line in LINES] + list(GARBAGE))
    monkeypatch.setenv("PRORATA_NOW", NOW)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert chat_jsonl() == 0
    out, err = capsys.readouterr()
    turns = [json.loads(line) for line in out.splitlines()]
    assert len(turns) == len(LINES) + len(GARBAGE)
    said = [[m["response"] for m in turn.get("messages", [])] for turn in turns]
    assert said[:4] == [
        ["utter_ask_renewal_date"],
        ["utter_faq_how_to_add"],
        ["utter_estimate"],
        ["utter_empty"],
    ]
    assert (turns[0]["form"], turns[0]["language"]) == ("quote_form", "en")
    assert turns[1]["locale"] == "fr_CA"
    quote = turns[2]["messages"][0]["quote"]
    assert (quote["seats"], quote["currency"]) == (3, "CAD")
    assert turns[4] == {"error": "invalid-request"}
    assert said[5] == ["utter_empty"]
    assert turns[6]["messages"][0]["quote"]["currency"] == "EUR"
    assert turns[len(LINES) :] == [{"error": "invalid-request"}] * len(GARBAGE)
    assert [line for line in err.splitlines() if line.endswith("ready")] == [
        f"prorata: {name}: ready" for name in ("billing", "actions", "bot")
    ]
