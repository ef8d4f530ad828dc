from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.widget.__main__ import STRINGS, main
from bot.widget.strings import Text, as_module, widget_strings

ROOT = Path(__file__).parents[3]
# In t('name'), or where a name is chosen first.
NAME = re.compile(r"'((?:\w+_)*\w+)'")


@pytest.fixture(scope="module")
def strings() -> dict[str, dict[str, Text]]:
    return widget_strings(ROOT / "domain.yml", ROOT / "locales")


def test_the_module_is_current(strings: dict[str, dict[str, Text]]) -> None:
    assert STRINGS.read_text("utf-8") == as_module(strings)


def test_the_command_writes_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("bot.widget.__main__.STRINGS", tmp_path / "strings.js")
    main()
    assert (tmp_path / "strings.js").read_bytes() == STRINGS.read_bytes()


def test_a_region_holds_what_differs(strings: dict[str, dict[str, Text]]) -> None:
    assert set(strings) == {"en", "fr", "en-CA", "en-GB", "fr-CA"}
    assert strings["en-CA"] == {}
    assert strings["en-GB"]["tax_excluded"] == "before tax"
    assert strings["fr"]["card_quote"] == "Devis"
    assert strings["fr-CA"]["card_quote"] == "Soumission"


def test_each_region_has_its_spacing(strings: dict[str, dict[str, Text]]) -> None:
    assert strings["fr"]["helpful"] == "Cette réponse vous est-elle utile\u202f?"
    assert strings["fr-CA"]["helpful"] == "Cette réponse vous est-elle utile?"


def test_a_counted_text_has_both_forms(strings: dict[str, dict[str, Text]]) -> None:
    assert strings["en"]["unit_seat"] == ["{n} seat", "{n} seats"]
    assert strings["fr"]["unit_day"] == ["{n} jour", "{n} jours"]


def test_every_text_is_used(strings: dict[str, dict[str, Text]], sources: dict[str, str]) -> None:
    used = {name for source in sources.values() for name in NAME.findall(source)}
    # The tax by its status, as the quote says it.
    known = {name for name in strings["en"] if not name.startswith("tax_")}
    assert known - used == set()


def test_every_text_that_is_asked_for_is_there(
    strings: dict[str, dict[str, Text]], sources: dict[str, str]
) -> None:
    asked = {
        name for source in sources.values() for name in re.findall(r"""\bt\(\s*'(\w+)'""", source)
    }
    assert asked - strings["en"].keys() == set()
