"""`python -m bot parse --jsonl` as a script uses it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.model import ROOT

pytestmark = pytest.mark.slow

NOW = "2026-11-22T12:00:00-05:00"

MESSAGES: tuple[dict[str, Any], ...] = (
    {"text": "How much for 3 more AutoCAD seats?"},
    {"text": "Combien pour 3 postes AutoCAD de plus ?"},
    {"text": "my renewal is March 10, 2027"},
    {"text": "le renouvellement est le 10 mars 2027", "locale": "fr-CA"},
    {"text": "/restart"},
    {"text": '/request_human{"seats": {"any": "JSON"}}'},
    {"text": ""},
    {"text": None},
    {"text": 5},
    {"text": "\ud800\x00"},
    {"text": "😀"},
    {"text": "a" * 20_000},
    {"text": "3/4/2027", "locale": 5},
    {"text": "3/4/2027", "locale": ["fr-CA"]},
    {"text": "3/4/2027", "locale": {"a": "b"}},
    {"text": "3/4/2027", "locale": "\ud800"},
    {},
)
GARBAGE = (b"\n", b"hello\n", b"\xff\xfe\x00\n", b"[]\n", b"[" * 100_000 + b"\n")


@pytest.fixture(scope="module")
def ended(model: Path) -> subprocess.CompletedProcess[str]:
    lines = [json.dumps(message).encode() + b"\n" for message in MESSAGES]
    return subprocess.run(
        [sys.executable, "-m", "bot", "parse", "--jsonl", "--now", NOW],
        input=b"".join([*lines, *GARBAGE]),
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        timeout=180,
    )


@pytest.fixture(scope="module")
def parses(ended: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_every_line_is_answered_and_nothing_else_written(ended: Any, parses: Any) -> None:
    assert ended.returncode == 0
    assert len(parses) == len(MESSAGES) + len(GARBAGE)
    assert parses[len(MESSAGES) :] == [{"error": "invalid-request"}] * len(GARBAGE)
    assert b"Traceback" not in ended.stderr


def test_a_parse_has_what_is_promised(parses: Any) -> None:
    for parse in parses[: len(MESSAGES)]:
        assert {
            "intent",
            "confidence",
            "ranking",
            "tier",
            "offered",
            "language",
            "entities",
        } <= set(parse)
        assert parse["tier"] in {"answer", "clarify", "rephrase"}
        assert parse["ranking"][0] == {"name": parse["intent"], "confidence": parse["confidence"]}
        confidences = [item["confidence"] for item in parse["ranking"]]
        assert confidences == sorted(confidences, reverse=True)
        assert parse["language"] in {"en", "fr"}


@pytest.mark.parametrize(("number", "language"), [(0, "en"), (1, "fr")])
def test_a_message_is_understood(parses: Any, number: int, language: str) -> None:
    parse = parses[number]
    assert (parse["intent"], parse["tier"], parse["language"]) == (
        "request_quote",
        "answer",
        language,
    )
    found = {entity["entity"]: entity["value"] for entity in parse["entities"]}
    assert found == {"seats": 3, "product": "AutoCAD"}


@pytest.mark.parametrize("number", [2, 3])
def test_a_date_is_normalised(parses: Any, number: int) -> None:
    found = [entity["value"] for entity in parses[number]["entities"]]
    assert found == ["2027-03-10"]


@pytest.mark.parametrize("number", [4, 5])
def test_a_typed_command_is_words(parses: Any, number: int) -> None:
    assert parses[number]["confidence"] < 1.0
    assert parses[number]["intent"] not in {"restart"}
    assert all(isinstance(e["value"], (str, int)) for e in parses[number]["entities"])


@pytest.mark.parametrize("number", [6, 7, 8, 9, 10, 11, 16])
def test_what_cannot_be_read_is_asked_for_again(parses: Any, number: int) -> None:
    assert (parses[number]["tier"], parses[number]["offered"]) == ("rephrase", [])
