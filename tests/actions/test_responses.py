"""Whatever an action may say is there to be said."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

import actions
from actions.quotes.port import TaxStatus

ROOT = Path(actions.__file__).parents[1]
NAME = re.compile(r"utter_[a-z_]*[a-z]")

# Names that are put together: each with all it may end in.
ENDINGS = {
    "utter_tax": TaxStatus.__args__,  # type: ignore[attr-defined]
    "utter_about_tax": (*TaxStatus.__args__, "general"),  # type: ignore[attr-defined]
    "utter_subscription": ("running", "ended"),
    "utter_notice": ("none", "demo", "renews_soon", "demo_renews_soon"),
    "utter_date": ("invalid", "partial"),
    "utter_no_quote_busy": ("for",),
    "utter_no_quote_unavailable": ("for",),
}
UNITS = ("seat", "day", "remaining_day", "minute")


def test_every_response_that_an_action_names_exists() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "actions").rglob("*.py"))
    literal = {name for source in sources for name in NAME.findall(source)}
    composed = {f"{stem}_{end}" for stem, ends in ENDINGS.items() for end in ends}
    offers = {f"utter_offer_{intent}" for intent in ("request_quote", "request_human")}
    units = {f"utter_unit_{unit}" for unit in UNITS}
    stems = {*ENDINGS, "utter_offer", "utter_message"} - set(domain["responses"])
    named = (literal - stems) | composed
    assert len(named) > 30
    assert (named | offers | units) - set(domain["responses"]) == set()


def test_every_action_is_in_a_file_of_its_name_and_in_the_domain() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    files = {path.stem for path in (ROOT / "actions").glob("*.py")}
    assert {name for name in files if name.startswith(("action_", "validate_"))} == set(
        domain["actions"]
    )
