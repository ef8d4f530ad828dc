"""The widget's folder, and Node where there is one."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WIDGET = Path(__file__).parents[3] / "bot" / "widget"


@pytest.fixture(scope="session")
def widget() -> Path:
    return WIDGET


@pytest.fixture(scope="session")
def sources() -> dict[str, str]:
    """What is written by hand, by path below src/."""
    source = WIDGET / "src"
    return {
        path.relative_to(source).as_posix(): path.read_text("utf-8")
        for path in sorted(source.rglob("*.js"))
        if path.name != "strings.js"
    }


@pytest.fixture(scope="session")
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("needs Node")
    return found


@pytest.fixture(scope="session")
def evaluate(node: str) -> Callable[[str], Any]:
    """The JSON value of a JavaScript module's `result`; its imports are below src/."""

    def run(script: str) -> Any:
        script += "\nconsole.log(JSON.stringify(result));"
        arguments = [node, "--input-type=module", "--eval", script]
        made = subprocess.run(
            arguments, cwd=WIDGET / "src", capture_output=True, text=True, check=True
        )
        return json.loads(made.stdout)

    return run
