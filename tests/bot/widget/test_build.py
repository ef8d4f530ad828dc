"""dist/ is what src/ and the catalogues make, and small enough for a slow network."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

from bot.widget.strings import widget_strings

ROOT = Path(__file__).parents[3]
LARGEST = 45_000


@pytest.fixture
def bundle(widget: Path) -> str:
    return (widget / "dist" / "widget.js").read_text("utf-8")


def test_the_bundle_loads_one_more_file_and_knows_its_name(widget: Path, bundle: str) -> None:
    others = [path.name for path in (widget / "dist").iterdir() if path.name != "widget.js"]
    assert len(others) == 1
    assert f'"{others[0]}"' in bundle


def test_it_is_small(widget: Path) -> None:
    files = (widget / "dist").iterdir()
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= LARGEST


def test_its_texts_are_those_of_the_catalogues(bundle: str) -> None:
    strings = widget_strings(ROOT / "domain.yml", ROOT / "locales")
    texts = [
        form
        for locale in strings.values()
        for text in locale.values()
        for form in ([text] if isinstance(text, str) else text)
    ]
    assert [text for text in texts if text not in bundle] == []


def test_the_same_sources_give_the_same_bytes(widget: Path, node: str, tmp_path: Path) -> None:
    if not (widget / "node_modules").is_dir():
        pytest.skip("needs bot/widget/node_modules (make widget)")
    subprocess.run([node, "build.js", str(tmp_path)], cwd=widget, check=True)
    assert contents(tmp_path) == contents(widget / "dist")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
