"""The page's modules, run by Node where there is one."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[3] / "bot" / "desk" / "page"


def evaluate(script: str) -> Any:
    """The JSON value of a module's `result`; "page/" in its imports is the page's folder. The time
    zone is Toronto's.
    """
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs Node")
    script = (
        script.replace("'page/", f"'{_as_modules()}/") + "\nconsole.log(JSON.stringify(result));"
    )
    made = subprocess.run(
        [node, "--input-type=module", "--eval", script],
        capture_output=True,
        text=True,
        timeout=60,
        env={"TZ": "America/Toronto"},
    )
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


@functools.cache
def _as_modules() -> str:
    """Node reads a .js file as a module only where a package.json says that it is one."""
    folder = Path(tempfile.mkdtemp(prefix="desk-page-"))
    shutil.copytree(PAGE, folder / "page")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    return (folder / "page").as_uri()
