"""What no tracked file holds, and how long a file may be."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST, MEDIAN = 250, 100

# Put together here, so that this file does not hold them.
OPEN_ENDS = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|HA" + r"CK)\b")
# A path from the root of some machine; not of a URL, a route or a fraction.
FOLDERS = "home|root|tmp|Users|work|mnt|opt|var|usr|etc"
ABSOLUTE = re.compile(rf"(?<![\w.:/*~-])/(?:{FOLDERS})/(?!env bash|bin/env)[\w.]")
REGISTRIES = re.compile(
    r"py"
    + r"pi\.org|python"
    + r"hosted\.org|index-"
    + r"url[ =]+http|npm"
    + r"js\.|docker\."
    + r"io"
)


def holding(tracked: list[Path], pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_open_ends(tracked: list[Path]) -> None:
    assert holding(tracked, OPEN_ENDS) == []


def test_no_paths_of_one_machine(tracked: list[Path]) -> None:
    assert holding([path for path in tracked if path != Path(__file__)], ABSOLUTE) == []


def test_no_registry_is_named(tracked: list[Path]) -> None:
    """Where packages come from is the business of whoever installs them."""
    assert holding(tracked, REGISTRIES) == []


def test_a_file_is_one_idea(tracked: list[Path]) -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in tracked
        if path.suffix == ".py"
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    product = [n for name, n in lengths.items() if name.startswith(("bot", "actions", "billing"))]
    assert statistics.median(product) < MEDIAN


def test_nothing_that_is_made_is_tracked(tracked: list[Path]) -> None:
    made = {".db", ".sqlite", ".log", ".gz", ".mo", ".pyc", ".pem", ".key"}
    assert [str(path) for path in tracked if path.suffix in made or path.name == ".env"] == []


def test_tests_mirror_the_source(tracked: list[Path]) -> None:
    """A test of a module lies where the module lies: no test of a module that is gone."""
    orphans = []
    for path in tracked:
        place = path.relative_to(ROOT)
        if place.parts[0] != "tests" or not path.name.startswith("test_"):
            continue
        package = place.parts[1]
        if package in {"bot", "actions", "billing"}:
            source = ROOT.joinpath(*place.parts[1:-1])
            if not source.is_dir():
                orphans.append(str(place))
    assert orphans == []
