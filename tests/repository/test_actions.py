"""One custom action a file, named like it, and all of them in the domain."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "actions").glob("action_*.py")) + sorted(
    (ROOT / "actions").glob("validate_*.py")
)


def names(path: Path) -> list[str]:
    """What the `name` methods of a file's classes return."""
    return [
        statement.value.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name == "name"
        for statement in node.body
        if isinstance(statement, ast.Return) and isinstance(statement.value, ast.Constant)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_the_action_it_is_named_after(path: Path) -> None:
    assert names(path) == [path.stem]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_class_is_named_like_the_file(path: Path) -> None:
    actions = [
        node.name
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and any("Action" in ast.dump(b) for b in node.bases)
    ]
    assert actions == ["".join(part.capitalize() for part in path.stem.split("_"))]


def test_actions_are_nowhere_else() -> None:
    others = set((ROOT / "actions").rglob("*.py")) - set(FILES)
    assert [str(path) for path in others if names(path)] == []


def test_the_domain_lists_exactly_these(domain: dict[str, Any]) -> None:
    assert sorted(domain["actions"]) == sorted(path.stem for path in FILES)


def test_every_form_is_validated(domain: dict[str, Any]) -> None:
    for form in domain["forms"]:
        assert f"validate_{form}" in domain["actions"]


def test_every_response_that_an_action_says_exists(domain: dict[str, Any]) -> None:
    said = {
        (path.name, found)
        for path in (ROOT / "actions").rglob("*.py")
        for found in re.findall(r'"(utter_[a-z_]+)"', path.read_text("utf-8"))
    }
    assert {found for found in said if found[1] not in domain["responses"]} == set()


def test_every_slot_that_an_action_sets_exists(domain: dict[str, Any]) -> None:
    known = {*domain["slots"], "requested_slot"}
    set_here = {
        found
        for path in (ROOT / "actions").rglob("*.py")
        for found in re.findall(r'(?:SlotSet|get_slot)\("([a-z_]+)"', path.read_text("utf-8"))
    }
    assert set_here - known == set()


def test_rules_run_nothing_that_does_not_exist(
    rules: list[dict[str, Any]], domain: dict[str, Any]
) -> None:
    known = {*domain["actions"], *domain["responses"], *domain["forms"], "action_deactivate_loop"}
    run = {step["action"] for rule in rules for step in rule["steps"] if "action" in step}
    assert run - known == set()
