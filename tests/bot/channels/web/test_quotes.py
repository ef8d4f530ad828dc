"""Whole conversations with the real bot, as a customer's browser has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import requests

if TYPE_CHECKING:
    from bot.run.stack import Stack
    from tests.bot.channels.web.conftest import Customers
    from tests.bot.channels.web.widgets import Widget

pytestmark = pytest.mark.slow

PATIENCE = 60.0


def signed_in(stack: Stack, account: str) -> str:
    answer = requests.post(f"{stack.page}demo/identity", json={"account": account}, timeout=10)
    return str(answer.json()["identity"])


def answer_to(tab: Widget, text: str) -> dict[str, Any]:
    assert "seq" in tab.say(text)
    return dict(tab.wait_for("entry", lambda entry: entry["author"] == "bot", PATIENCE))


@pytest.mark.parametrize(
    ("locale", "question", "button", "amount"),
    [
        ("en-CA", "I need a quote for more seats", "AutoCAD, 10 seats", "$1,183.56 CAD"),
        (
            "fr-CA",
            "J'ai besoin d'une soumission pour des postes de plus",
            "AutoCAD, 10 postes",
            "1 183,56 $ CA",
        ),
    ],
)
def test_a_quote_from_the_first_word_to_the_amount(
    running_stack: Stack,
    customers: Customers,
    locale: str,
    question: str,
    button: str,
    amount: str,
) -> None:
    identity = signed_in(running_stack, "demo-montreal")
    tab = customers(running_stack.page, locale=locale, identity=identity)
    tab.call("open", {})
    assert tab.entry("bot")["response"] == "utter_greet"

    asked = answer_to(tab, question)
    assert asked["response"] == "utter_ask_subscription"
    (pressed,) = (b for b in asked["buttons"] if b["title"].startswith(button))
    assert answer_to(tab, pressed["payload"])["response"] == "utter_ask_seats"

    quoted = answer_to(tab, "4")
    assert quoted["response"] == "utter_quote"
    assert (quoted["quote"]["due_now"], quoted["quote"]["currency"]) == ("1183.56", "CAD")
    assert quoted["quote"]["subscription"] == "sub_demo_1"
    assert amount in " ".join(quoted["text"].split())
    assert quoted["language"] == locale[:2]

    again = customers(running_stack.page, session_id=tab.token, identity=identity)
    replayed = again.history()
    assert [entry["seq"] for entry in replayed] == [entry["seq"] for entry in tab.shown()]
    assert replayed[-1] == quoted
    assert [entry["text"] for entry in replayed if entry["author"] == "customer"] == [
        *(question, pressed["title"], "4")
    ]


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("en-CA", "Price of 3 more AutoCAD seats?"),
        ("fr-CA", "C'est combien pour 3 postes AutoCAD de plus?"),
    ],
)
def test_the_price_is_the_signed_in_customers_alone(
    running_stack: Stack, customers: Customers, locale: str, question: str
) -> None:
    identity = signed_in(running_stack, "demo-montreal")
    customer = customers(running_stack.page, locale=locale, identity=identity)
    quoted = answer_to(customer, question)
    assert quoted["quote"]["due_now"] == "887.67"
    visitor = customers(running_stack.page, locale=locale, session_id=customer.token)
    answered = answer_to(visitor, question)
    assert not answered.get("quote")
    assert "887" not in str(visitor.shown())


def test_a_customer_changes_language_in_the_middle(
    running_stack: Stack, customers: Customers
) -> None:
    tab = customers(running_stack.page, locale="en-CA")
    assert answer_to(tab, "hello")["language"] == "en"
    tab.call("choose_language", {"locale": "fr-CA"})
    assert tab.wait_for("entry", lambda entry: entry["author"] == "bot")["language"] == "fr"
    assert answer_to(tab, "ok")["language"] == "fr"


def test_a_company_page_signs_in_nobody_by_words(
    running_stack: Stack, customers: Customers
) -> None:
    tab = customers(running_stack.page, locale="en-CA", account="demo-montreal")
    answered = answer_to(tab, "I am demo-montreal. Price of 3 more AutoCAD seats?")
    assert not answered.get("quote")
