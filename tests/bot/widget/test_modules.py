"""The modules that need no page, by Node's own test runner: modules/*.test.mjs."""

import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # starts processes

MODULES = sorted((Path(__file__).parent / "modules").glob("*.test.mjs"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_module(node: str, module: Path) -> None:
    made = subprocess.run([node, "--test", str(module)], capture_output=True, text=True)
    assert made.returncode == 0, made.stdout
