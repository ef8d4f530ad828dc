"""`python -m bot.widget`: writes src/strings.js, a step of `make widget`."""

from __future__ import annotations

from pathlib import Path

from bot.widget.strings import as_module, widget_strings

_REPOSITORY = Path(__file__).parents[2]
STRINGS = Path(__file__).parent / "src" / "strings.js"


def main() -> None:
    strings = widget_strings(_REPOSITORY / "domain.yml", _REPOSITORY / "locales")
    STRINGS.write_text(as_module(strings), encoding="utf-8")


if __name__ == "__main__":
    main()
