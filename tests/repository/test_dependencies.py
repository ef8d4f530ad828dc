"""Dependencies point one way, over HTTP: bot → actions → billing, and none imports another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "actions", "billing")
# What has to outlive Rasa: plain Python at the centre.
CORE = (
    "bot/handoff",
    "bot/language",
    "bot/nlu/entities",
    "bot/nlg/formats",
    "bot/run",
    "bot/chat",
    "bot/settings.py",
    "bot/clock.py",
    "bot/channels/cards.py",
    "bot/channels/inbound.py",
    "actions/quotes",
    "billing",
)


def files(place: str) -> list[Path]:
    path = ROOT / place
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """The first part of every module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("package", PACKAGES)
def test_no_package_imports_another(package: str) -> None:
    others = {*PACKAGES, "tests", "benchmarks"} - {package}
    assert files(package)
    assert {str(p.relative_to(ROOT)): set(imported(p)) & others for p in files(package)} == {
        str(path.relative_to(ROOT)): set() for path in files(package)
    }


@pytest.mark.parametrize("place", CORE)
def test_the_centre_does_not_know_rasa(place: str) -> None:
    assert files(place)
    frameworks = {"rasa", "rasa_sdk", "sanic"}
    assert [str(path) for path in files(place) if frameworks & set(imported(path))] == []


def test_the_action_server_needs_no_rasa() -> None:
    """rasa-sdk alone: it can move to a current Python by itself."""
    assert [str(path) for path in files("actions") if "rasa" in set(imported(path))] == []


def test_nothing_prints() -> None:
    """Commands write data to standard output and say the rest on standard error."""
    printing = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for package in PACKAGES
        for path in files(package)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert printing == []
