"""What a page with a strict content security policy, and a reader of the code, may rely on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "bot" / "desk" / "page"
PUBLISHED = (
    ROOT / "bot" / "widget" / "node_modules" / "socket.io-client" / "dist" / "socket.io.esm.min.js"
)

MODULES = sorted(path for path in PAGE.rglob("*.js") if "vendor" not in path.parts)
SOURCES = {path.relative_to(PAGE).as_posix(): path.read_text("utf-8") for path in MODULES}
HTML = (PAGE / "desk.html").read_text("utf-8")

_UNSAFE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function|document\.write|DOMParser"
)
_IMPORT = re.compile(r"^import .*? from '([^']+)';$", re.MULTILINE)
# The server gives Socket.IO this name (docs/handoff.md).
_SERVED = PAGE / "socket.io.js"


def test_nothing_is_shown_but_as_text() -> None:
    assert [name for name, source in SOURCES.items() if _UNSAFE.search(source)] == []


def test_the_page_has_nothing_inline() -> None:
    assert re.search(r"<style|\sstyle=|\son[a-z]+=", HTML) is None
    assert re.findall(r"<script[^>]*>(.+?)</script>", HTML) == []


def test_what_the_page_loads_exists() -> None:
    loaded = re.findall(r'(?:href|src)="desk/([^"]+)"', HTML)
    assert loaded
    assert [name for name in loaded if not (PAGE / name).is_file()] == []


def test_every_style_sheet_is_loaded() -> None:
    sheets = {path.relative_to(PAGE).as_posix() for path in PAGE.rglob("*.css")}
    assert sheets == set(re.findall(r'rel="stylesheet" href="desk/([^"]+)"', HTML))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_what_a_module_imports_exists(path: Path) -> None:
    wanted = [(path.parent / name).resolve() for name in _IMPORT.findall(path.read_text("utf-8"))]
    assert [str(found) for found in wanted if not found.is_file() and found != _SERVED] == []


def test_every_module_is_used() -> None:
    used = {
        (PAGE / name).parent.joinpath(target).resolve()
        for name, source in SOURCES.items()
        for target in _IMPORT.findall(source)
    }
    assert [path.name for path in MODULES if path not in used] == ["main.js"]


def test_only_an_agents_choices_are_kept_in_the_browser() -> None:
    storing = {
        name
        for name, source in SOURCES.items()
        if re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie", source)
    }
    assert storing == {"host/preferences.js"}
    kept = {
        found
        for source in SOURCES.values()
        for found in re.findall(r"\b(?:recall|remember)\(\s*'(\w+)'", source)
    }
    assert kept == {"locale", "sound", "notices", "keys"}


def test_a_file_is_one_idea() -> None:
    lengths = sorted(len(source.splitlines()) for source in SOURCES.values())
    assert lengths[-1] <= 250
    assert lengths[len(lengths) // 2] < 100


def test_links_are_those_of_the_widget() -> None:
    widget = ROOT / "bot" / "widget" / "src" / "links.js"
    assert SOURCES["host/links.js"] == widget.read_text("utf-8")


def test_socket_io_says_whose_it_is() -> None:
    text = (PAGE / "vendor" / "socket.io.esm.min.js").read_text("utf-8")
    assert text.startswith("/*!\n * Socket.IO v4.8.4\n")
    assert "Released under the MIT License." in text[:200]


@pytest.mark.skipif(not PUBLISHED.exists(), reason="needs the widget's packages")
def test_socket_io_is_as_published() -> None:
    assert (PAGE / "vendor" / "socket.io.esm.min.js").read_bytes() == PUBLISHED.read_bytes()
