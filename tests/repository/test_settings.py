"""Every environment variable that is read is in `.env.example` and in docs/operations.md."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = re.compile(r"(?:PRORATA|BILLING|STRIPE|CHARGEBEE|RECURLY)_[A-Z_]+")


def read_by_code() -> set[str]:
    """Names of variables as whole string constants, wherever code reads or passes them."""
    return {
        node.value
        for package in ("bot", "actions", "billing")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and OURS.fullmatch(node.value)
    }


def read_by_configuration() -> set[str]:
    return {
        name
        for file in ("endpoints.yml", "config.yml")
        for name in re.findall(r"\$\{([A-Z_]+)\}", (ROOT / file).read_text("utf-8"))
    }


NAMES = sorted(read_by_code() | read_by_configuration())


def test_there_are_some() -> None:
    assert {"PRORATA_PORT", "BILLING_KEY", "PRORATA_DATABASE", "PRORATA_NOW"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_in_the_example(name: str) -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    assert re.search(rf"^(?:# )?{name}=", text, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_documented(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "operations.md").read_text("utf-8")


def test_nothing_else_is_named_there() -> None:
    """A variable that nothing reads any more misleads."""
    for file in (".env.example", "docs/operations.md"):
        named = set(OURS.findall((ROOT / file).read_text("utf-8")))
        assert {name for name in named if name not in NAMES} == set(), file


def test_the_example_holds_no_secret() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    values = dict(re.findall(r"^([A-Z_]+)=(.*)$", text, re.MULTILINE))
    secrets = {name: value for name, value in values.items() if name.endswith(("TOKEN", "KEY"))}
    assert set(secrets.values()) == {""}


def test_the_environment_is_read_in_few_places() -> None:
    """Settings and the processes' own starts; everything else is given what it needs."""
    allowed = {
        "actions/settings.py",
        "billing/__main__.py",
        "billing/serve.py",
        "billing/settings.py",
        "bot/blas.py",
        "bot/chat/command.py",
        "bot/cli.py",
        "bot/clock.py",
        "bot/quiet.py",
        "bot/run/command.py",
        "bot/run/stack.py",
        "bot/settings.py",
    }
    reading = {
        path.relative_to(ROOT).as_posix()
        for package in ("bot", "actions", "billing")
        for path in (ROOT / package).rglob("*.py")
        if re.search(r"os\.(environ|getenv)", path.read_text("utf-8"))
    }
    assert reading - allowed == set()
