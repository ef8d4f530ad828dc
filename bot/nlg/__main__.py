"""`python -m bot.nlg [extract] [update] [check]`: the steps of `make i18n`; all by default."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.nlg import po
from bot.nlg.check import find_problems
from bot.nlg.extraction import make_template
from bot.nlg.update import template_path, update_catalogues

_STEPS = ("extract", "update", "check")
_REPOSITORY = Path(__file__).parents[2]


def main(arguments: list[str] | None = None) -> int:
    """1 if the check found something, else 0."""
    parser = argparse.ArgumentParser(prog="python -m bot.nlg", description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="step", help=" ".join(_STEPS))
    parser.add_argument("--root", type=Path, default=_REPOSITORY, help="where domain.yml is")
    parsed = parser.parse_args(arguments)
    if unknown := set(parsed.steps) - set(_STEPS):
        parser.error(f"unknown step: {', '.join(sorted(unknown))}")
    steps = parsed.steps or _STEPS
    domain, locales = parsed.root / "domain.yml", parsed.root / "locales"
    if "extract" in steps:
        po.write(template_path(locales), make_template(domain))
    if "update" in steps:
        update_catalogues(locales, po.read(template_path(locales)))
    problems = find_problems(domain, locales) if "check" in steps else []
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
