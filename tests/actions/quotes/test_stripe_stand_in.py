"""The Stripe adapter against localstripe: foreign code that keeps state and errs in its own ways.

It ignores time, so no amount of it may ever be taken for one (it speaks of plans, not of prices).
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from actions.quotes.exchange import Exchange
from actions.quotes.port import QuoteError
from actions.quotes.stripe import StripeProvider, refusals
from bot.run.ports import free_ports
from tests.actions.quotes.conftest import client_of
from tests.actions.quotes.live_server import SETTING

pytestmark = pytest.mark.slow

# Its own command listens on every interface.
SERVE = (
    "from aiohttp import web; from localstripe.server import app;"
    "web.run_app(app, host='127.0.0.1', port={port}, print=None)"
)
KEY = {"Authorization": "Bearer sk_test_12345"}


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its URL. It keeps its state in the folder for temporary files."""
    (port,) = free_ports(1)
    url = f"http://127.0.0.1:{port}"
    folder: Path = tmp_path_factory.mktemp("localstripe")
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE.format(port=port)],
            env={**os.environ, "TMPDIR": str(folder)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _await(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(10)


def _await(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            requests.get(f"{url}/v1/customers", headers=KEY, timeout=2)
            return
        except requests.ConnectionError:
            continue
    raise RuntimeError("localstripe did not start")


def _made(url: str, path: str, **fields: str) -> dict[str, str]:
    answer = requests.post(f"{url}/v1/{path}", data=fields, headers=KEY, timeout=5)
    answer.raise_for_status()
    return dict(answer.json())


@pytest.fixture(scope="module")
def ten_seats(stand_in: str) -> tuple[str, str]:
    """A customer and their subscription of ten seats."""
    product = _made(stand_in, "products", name="AutoCAD", type="service")
    plan = _made(
        stand_in, "plans", id="seat", product=product["id"], amount="24000", currency="eur",
        interval="year", nickname="seat",
    )  # fmt: skip
    card = {"card[number]": "4242424242424242", "card[exp_month]": "12", "card[exp_year]": "2030"}
    method = _made(stand_in, "payment_methods", type="card", **card, **{"card[cvc]": "123"})
    customer = _made(stand_in, "customers", email="buyer@example.com")["id"]
    _made(stand_in, f"payment_methods/{method['id']}/attach", customer=customer)
    default = {"invoice_settings[default_payment_method]": method["id"]}
    _made(stand_in, f"customers/{customer}", **default)
    items = {"items[0][plan]": plan["id"], "items[0][quantity]": "10"}
    return customer, _made(stand_in, "subscriptions", customer=customer, **items)["id"]


Open = Callable[..., tuple[StripeProvider, Exchange]]


@pytest.fixture
def opened(stand_in: str) -> Open:
    def open_with(key: str = KEY["Authorization"]) -> tuple[StripeProvider, Exchange]:
        client = client_of(stand_in, headers={"Authorization": key}, refusals=refusals)
        return StripeProvider(Exchange(client), SETTING), Exchange(client)

    return open_with


def test_a_customer_that_does_not_exist_has_no_subscriptions(opened: Open) -> None:
    assert opened()[0].subscriptions("cus_nobody") == []


def test_subscriptions_in_another_shape_are_refused(
    opened: Open, ten_seats: tuple[str, str]
) -> None:
    customer, _ = ten_seats
    with pytest.raises(QuoteError) as refused:
        opened()[0].subscriptions(customer)
    assert refused.value.code == "upstream-unavailable"


def test_no_amount_is_taken_from_it(opened: Open, ten_seats: tuple[str, str]) -> None:
    with pytest.raises(QuoteError) as refused:
        opened()[0].quote(*ten_seats, 5)
    assert refused.value.code == "invalid-request"


def test_somebody_elses_subscription_is_like_none(opened: Open, ten_seats: tuple[str, str]) -> None:
    for unknown in ("sub_nobody", "../customers", ten_seats[1].upper()):
        with pytest.raises(QuoteError) as refused:
            opened()[0].quote("cus_nobody", unknown, 5)
        assert refused.value.code in ("subscription-not-found", "invalid-request")


def test_a_wrong_key_is_our_fault_not_the_customers(opened: Open) -> None:
    with pytest.raises(QuoteError) as refused:
        opened("Bearer nobody")[0].subscriptions("cus_1")
    assert refused.value.code == "unauthenticated"


def test_a_server_error_in_plain_text_is_no_answer(
    opened: Open, ten_seats: tuple[str, str]
) -> None:
    """It has never heard of a parameter that Stripe documents."""
    customer, subscription = ten_seats
    form = {"customer": customer, "subscription": subscription, "preview_mode": "next"}
    with pytest.raises(QuoteError) as refused:
        opened()[1].post("/v1/invoices/create_preview", form=form, preview=True)
    assert refused.value.code == "upstream-unavailable"
