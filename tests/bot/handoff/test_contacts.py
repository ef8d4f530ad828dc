"""Whom each region is told to contact."""

from __future__ import annotations

import pytest

from bot.channels.inbound import LONGEST_MESSAGE
from bot.handoff.contacts import standing_values
from bot.language.conversation import LOCALES

TOLL_FREE = {
    "type": "response",
    "name": "utter_sales_contact",
    "values": {"sales_phone": {"type": "phone", "number": "+18559373067"}},
}
LOCAL_SITE = {"type": "response", "name": "utter_sales_contact_local", "values": {}}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_toll_free_number_is_for_north_america_alone(locale: str) -> None:
    here = locale.endswith(("_CA", "_US"))
    assert standing_values(locale)["sales_contact"] == (TOLL_FREE if here else LOCAL_SITE)


@pytest.mark.parametrize("locale", [None, "", "fr", "en"])
def test_where_the_region_is_open_the_number_is_given(locale: str | None) -> None:
    """The response says where it works."""
    assert standing_values(locale)["sales_contact"] == TOLL_FREE


@pytest.mark.parametrize("locale", ["fr_BE", "de_DE", "en_AU"])
def test_an_unknown_region_gets_no_number(locale: str) -> None:
    assert standing_values(locale)["sales_contact"] == LOCAL_SITE


def test_the_limit_that_is_told_is_the_one_that_holds() -> None:
    assert standing_values(None)["longest_message"] == {
        "type": "number",
        "number": str(LONGEST_MESSAGE),
    }
