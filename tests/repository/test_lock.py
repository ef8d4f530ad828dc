"""The lock file: exact, hashed, without addresses, and what pyproject.toml asks for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

# Python 3.10 has no tomllib; tomli comes with the development tools.
import tomli
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "requirements.lock").read_text("utf-8")
ENTRY = re.compile(r"^([a-z0-9][\w.-]*)==(\S+)(?: ;[^\\\n]*)?(?: \\)?$", re.MULTILINE)


def entries() -> dict[str, tuple[str, int]]:
    """Version and number of hashes by package."""
    found = list(ENTRY.finditer(TEXT))
    ends = [match.start() for match in found[1:]] + [len(TEXT)]
    return {
        canonicalize_name(match[1]): (match[2], TEXT[match.end() : end].count("--hash=sha256:"))
        for match, end in zip(found, ends, strict=True)
    }


def project() -> dict[str, Any]:
    return dict(tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"])


def asked_for() -> list[str]:
    optional = project().get("optional-dependencies", {})
    return [*project()["dependencies"], *(name for group in optional.values() for name in group)]


def test_every_package_is_exact_and_hashed() -> None:
    assert len(entries()) > 100
    assert {name: count for name, (_, count) in entries().items() if count < 1} == {}
    lines = [line for line in TEXT.splitlines() if line and not line.startswith((" ", "#"))]
    assert [line for line in lines if not ENTRY.match(line)] == []


def test_it_names_no_address() -> None:
    assert re.findall(r"https?://\S+|file:\S+|--(?:extra-)?index-url\s+\S+ *$", TEXT, re.M) == []


@pytest.mark.parametrize("wanted", asked_for())
def test_it_has_what_the_project_asks_for(wanted: str) -> None:
    requirement = Requirement(wanted)
    version, _ = entries()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version, prereleases=True)


def test_the_python_version_is_the_same_everywhere() -> None:
    version = (ROOT / ".python-version").read_text().strip()
    assert project()["requires-python"] == f">={version},<3.{int(version.split('.')[1]) + 1}"
