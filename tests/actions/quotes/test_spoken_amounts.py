"""Every amount of the vectors, said in every locale, read back to the cent: and it comes first."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.numbers import get_decimal_symbol

from actions.quotes.wording import comparison, response_of, values_of
from bot.nlg.catalogue import Catalogue
from bot.nlg.generator import LOCALES
from bot.nlg.responses import read_responses
from bot.nlg.texts import Texts
from bot.nlg.voice import Voice
from tests.actions.conftest import ROOT
from tests.actions.quotes.test_wording import ESTIMATE, LIVE, QUOTE

SPOKEN = ("en_US", "en_CA", "en_GB", "fr_CA", "fr_FR")
NUMBER = re.compile(r"\d[\d.,\s]*\d|\d")
VECTORS = json.loads((ROOT / "tests/billing/vectors.json").read_text(encoding="utf-8"))
AMOUNTS = {
    vector["id"]: (Decimal(vector["expected"]), vector["inputs"]["currency"])
    for vector in VECTORS
    if vector["kind"] == "amount" and Decimal(vector["expected"]) >= 0
}


@pytest.fixture(scope="module")
def texts() -> Texts:
    domain = yaml.safe_load(Path(ROOT / "domain.yml").read_text(encoding="utf-8"))
    return Texts(read_responses(domain["responses"]), Catalogue.load(LOCALES))


def said(texts: Texts, locale: str, response: str, values: dict[str, Any]) -> str:
    return Voice(texts, locale, lambda name: None).say(response, values).text


def numbers_in(text: str, locale: str) -> list[Decimal]:
    symbol = get_decimal_symbol(locale)
    kept = (re.sub(rf"[^\d{re.escape(symbol)}]", "", found) for found in NUMBER.findall(text))
    return [Decimal(number.replace(symbol, ".").rstrip(".")) for number in kept]


@pytest.mark.parametrize("locale", SPOKEN)
@pytest.mark.parametrize("quote", [QUOTE, LIVE, ESTIMATE], ids=response_of)
def test_the_amount_comes_first_and_is_exact(texts: Texts, quote: Any, locale: str) -> None:
    assert len(AMOUNTS) > 50
    for amount, currency in AMOUNTS.values():
        due = replace(quote, due_now=amount, currency=currency)
        text = said(texts, locale, response_of(due), values_of(due))
        assert numbers_in(text, locale)[0] == amount, text
        assert "{" not in text


@pytest.mark.parametrize("locale", SPOKEN)
@pytest.mark.parametrize("quote", [QUOTE, ESTIMATE], ids=response_of)
def test_two_amounts_side_by_side(texts: Texts, quote: Any, locale: str) -> None:
    five = replace(quote, seats=5, due_now=Decimal("1479.45"))
    name = "utter_estimate_compared" if quote.id is None else "utter_quote_compared"
    text = said(texts, locale, name, comparison(quote, five))
    three_seats, five_seats = (
        numbers_in(line, locale) for line in text.splitlines() if line.startswith("•")
    )
    assert (three_seats, five_seats) == (
        [Decimal(3), Decimal("887.67")],
        [Decimal(5), Decimal("1479.45")],
    )


@pytest.mark.parametrize("locale", SPOKEN)
@pytest.mark.parametrize("is_demo", [True, False])
def test_a_renewal_within_days_is_named(texts: Texts, is_demo: bool, locale: str) -> None:
    soon = replace(QUOTE, renews_soon=True, is_demo=is_demo)
    notice = said(texts, locale, "utter_quote", values_of(soon)).splitlines()[-1]
    assert "2027" in notice
