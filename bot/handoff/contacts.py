"""What every response may say of whom to contact, by the region of the customer's locale."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from bot.channels.inbound import LONGEST_MESSAGE

# Where the region is not known the number is given with where it works, which the text says.
_WITHOUT_REGION = "US"


def standing_values(locale: str | None) -> dict[str, Any]:
    """Values by placeholder name (bot/nlg/values.py)."""
    return {
        "sales_contact": _sales(locale, "utter_sales_contact"),
        "sales_line": _sales(locale, "utter_sales_line"),
        "longest_message": {"type": "number", "number": str(LONGEST_MESSAGE)},
    }


def _sales(locale: str | None, response: str) -> dict[str, Any]:
    region = (locale or "").partition("_")[2] or _WITHOUT_REGION
    phone = _regions().get(region, {}).get("sales_phone")
    if phone is None:
        return {"type": "response", "name": f"{response}_local", "values": {}}
    return {
        "type": "response",
        "name": response,
        "values": {"sales_phone": {"type": "phone", "number": phone}},
    }


@cache
def _regions() -> dict[str, dict[str, Any]]:
    text = files("bot.handoff").joinpath("contacts.yml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text)["regions"])
