"""The adapter against a server generated from the contract: requests it accepts, answers it may give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from actions.quotes.embedded import EmbeddedProvider
from actions.quotes.exchange import Exchange
from actions.quotes.port import QuoteError
from tests.actions.quotes.conftest import client_of
from tests.contract import prism

PRISM = prism.command()

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PRISM is None, reason="needs Node and prism (.ci/run installs it)"),
]

KEY = "Bearer the-key-of-the-service"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with prism.serving(str(PRISM), tmp_path_factory.mktemp("prism") / "log") as url:
        yield url


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Answers whose values only fit the schema."""
    folder = tmp_path_factory.mktemp("prism")
    with prism.serving(str(PRISM), folder / "log", "--dynamic") as url:
        yield url


def provider(url: str, **headers: str) -> EmbeddedProvider:
    return EmbeddedProvider(Exchange(client_of(url, headers={"Authorization": KEY, **headers})))


def refused(url: str, **headers: str) -> QuoteError:
    with pytest.raises(QuoteError) as error:
        provider(url, **headers).quote("demo-montreal", "sub_demo_1", 5)
    return error.value


def test_its_examples_of_subscriptions_and_products_are_read(url: str) -> None:
    (subscription,) = provider(url).subscriptions("demo-montreal")
    assert (subscription.product_name, subscription.currency) == ("AutoCAD", "CAD")
    (product,) = provider(url).products()
    assert product.name == "AutoCAD"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "unauthenticated"),
        (429, "rate-limited"),
        (503, "upstream-unavailable"),
    ],
)
def test_each_status_of_the_contract_is_an_honest_code(url: str, status: int, code: str) -> None:
    error = refused(url, Prefer=f"code={status}")
    assert error.code in (code, "upstream-unavailable")


def test_it_finds_nothing_wrong_with_our_requests(url: str) -> None:
    """It answers 422 to a body or a header that the contract does not allow."""
    assert refused(url).code == "upstream-unavailable"  # its example does not add up
    with pytest.raises(QuoteError) as error:
        provider(url).estimate("autocad", 5, date(2027, 1, 15), "CAD")
    assert error.value.code == "upstream-unavailable"


def test_it_does_find_fault_with_a_request_that_the_contract_forbids(url: str) -> None:
    with pytest.raises(QuoteError) as error:
        provider(url).quote("demo-montreal", "sub_demo_1", 0)
    assert error.value.code != "upstream-unavailable"


@pytest.mark.parametrize("attempt", range(5))
def test_values_that_only_fit_the_schema_are_no_quote(made_up: str, attempt: int) -> None:
    assert refused(made_up).code == "upstream-unavailable"
