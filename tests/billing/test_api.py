"""Every operation through a real server; each answer is held to the contract by the client."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.billing.conftest import Api, SettableClock


def refusal(response: Any) -> tuple[int, str, str | None]:
    problem = response.json()
    assert problem["status"] == response.status_code
    return problem["status"], problem["code"], problem.get("param")


def test_the_catalogue_needs_no_account(api: Api) -> None:
    products = api.as_account(None).get("/v1/products").json()["data"]
    assert {product["name"] for product in products} >= {"AutoCAD", "Revit", "Maya"}


@pytest.mark.parametrize(
    ("account", "ids"),
    [
        ("demo-montreal", ["sub_demo_2", "sub_demo_1"]),
        ("demo-lyon", ["sub_demo_3"]),
        ("nobody", []),
    ],
)
def test_subscriptions_of_an_account(api: Api, account: str, ids: list[str]) -> None:
    listed = api.as_account(account).get("/v1/subscriptions").json()["data"]
    assert [subscription["id"] for subscription in listed] == ids


@pytest.mark.parametrize(
    "path", ["/v1/subscriptions", "/v1/subscriptions/sub_demo_1", "/v1/proration-quotes/q_1"]
)
@pytest.mark.parametrize("account", [None, "x" * 65, "a b"])
def test_an_account_is_required(api: Api, path: str, account: str | None) -> None:
    response = api.as_account(account).get(path)
    assert refusal(response) == (400, "invalid-request", "X-Account-Id")


@pytest.mark.parametrize("subscription_id", ["sub_demo_3", "sub_demo_99", "%00", "é", "x" * 200])
def test_an_unknown_or_foreign_subscription_is_not_found(api: Api, subscription_id: str) -> None:
    response = api.get(f"/v1/subscriptions/{subscription_id}")
    assert refusal(response) == (404, "subscription-not-found", "subscription_id")


def test_foreign_and_unknown_look_the_same(api: Api) -> None:
    foreign, unknown = (
        api.get(f"/v1/subscriptions/{name}", headers={"X-Request-Id": "r"}).json()
        for name in ("sub_demo_3", "sub_demo_99")
    )
    assert {**foreign, "instance": ""} == {**unknown, "instance": ""}


def test_a_quote_is_made_and_found_again(api: Api) -> None:
    made = api.quote()
    assert made.status_code == 201
    found = api.get(made.headers["Location"])
    assert (found.status_code, found.json()) == (200, made.json())


def test_a_quote_belongs_to_its_account(api: Api) -> None:
    location = api.quote().headers["Location"]
    response = api.as_account("demo-lyon").get(location)
    assert refusal(response) == (404, "quote-not-found", "quote_id")
    response = api.as_account("demo-lyon").quote()
    assert refusal(response) == (404, "subscription-not-found", "subscription_id")


def test_a_quote_expires(api: Api, clock: SettableClock) -> None:
    location = api.quote().headers["Location"]
    clock.now += timedelta(minutes=15)
    assert refusal(api.get(location)) == (410, "quote-expired", "quote_id")


def test_a_retry_gets_the_same_quote(api: Api, clock: SettableClock) -> None:
    first = api.quote()
    clock.now += timedelta(days=40)
    again = api.quote(locale="en", effective_at=None)
    assert (again.status_code, again.text) == (201, first.text)
    assert again.headers["Location"] == first.headers["Location"]
    assert refusal(api.quote(seats_to_add=4)) == (422, "idempotency-key-reused", "Idempotency-Key")


def test_duplicates_at_once_get_one_quote(api: Api) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: api.quote(), range(16)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1


@pytest.mark.parametrize("key", ["", "short", "x" * 65, "with some spaces"])
def test_an_idempotency_key_is_required(api: Api, key: str) -> None:
    assert refusal(api.quote(idempotency_key=key)) == (400, "invalid-request", "Idempotency-Key")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"seats_to_add": 0}, (422, "invalid-quantity", "seats_to_add")),
        ({"seats_to_add": 10_001}, (422, "invalid-quantity", "seats_to_add")),
        ({"seats_to_add": 1.5}, (422, "invalid-quantity", "seats_to_add")),
        ({"seats_to_add": "three"}, (400, "invalid-request", "seats_to_add")),
        ({"subscription_id": None}, (400, "invalid-request", "subscription_id")),
        ({"colour": "red"}, (400, "invalid-request", "colour")),
        ({"promotion_code": "NOSUCH"}, (422, "invalid-request", "promotion_code")),
        ({"promotion_code": "DEMOPAST"}, (422, "invalid-request", "promotion_code")),
        (
            {"effective_at": "2026-01-14T12:00:00-05:00"},
            (422, "effective-out-of-term", "effective_at"),
        ),
        (
            {"effective_at": "2027-01-15T00:00:00-05:00"},
            (409, "nothing-to-prorate", "effective_at"),
        ),
    ],
)
def test_quotes_that_are_refused(
    api: Api, body: dict[str, Any], expected: tuple[int, str, str]
) -> None:
    assert refusal(api.quote(**body)) == expected


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (7, "subscription-in-trial"),
        (8, "subscription-expired"),
        (9, "subscription-not-active"),
        (10, "subscription-not-active"),
        (11, "not-self-service"),
        (12, "subscription-not-active"),
    ],
)
def test_subscriptions_that_take_no_seats(api: Api, number: int, code: str) -> None:
    response = api.as_account("demo-odd").quote(subscription_id=f"sub_demo_{number}")
    assert refusal(response) == (409, code, None)


def test_a_renewal_in_three_days_is_flagged(api: Api) -> None:
    quote = api.as_account("demo-odd").quote(subscription_id="sub_demo_13").json()
    assert quote["proration"]["remaining"] == 3
    assert "renews_soon" in quote["flags"]


def test_an_estimate_needs_no_account(api: Api) -> None:
    estimate = api.as_account(None).estimate(currency="EUR", timezone="Europe/Paris")
    assert estimate.status_code == 200
    assert "estimate_only" in estimate.json()["flags"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"product_id": "sketchpad"}, (404, "product-not-found", "product_id")),
        ({"currency": "JPY"}, (409, "currency-mismatch", "currency")),
        ({"currency": "$"}, (400, "invalid-request", "currency")),
        ({"renewal_date": "2026-09-01"}, (409, "nothing-to-prorate", "renewal_date")),
        ({"renewal_date": "2026-08-31"}, (422, "effective-out-of-term", "renewal_date")),
        ({"renewal_date": "2027-09-02"}, (422, "effective-out-of-term", "renewal_date")),
        ({"renewal_date": "soon"}, (400, "invalid-request", "renewal_date")),
        ({"seats_to_add": 0}, (422, "invalid-quantity", "seats_to_add")),
        ({"timezone": "Mars/Olympus"}, (400, "invalid-request", "timezone")),
    ],
)
def test_estimates_that_are_refused(
    api: Api, body: dict[str, Any], expected: tuple[int, str, str]
) -> None:
    assert refusal(api.estimate(**body)) == expected


@pytest.mark.parametrize("path", ["/v1/proration-quotes", "/v1/proration-estimates"])
@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'{"seats_to_add": NaN}'])
def test_bodies_that_are_no_json_object(api: Api, path: str, body: bytes) -> None:
    headers = {"Content-Type": "application/json", "Idempotency-Key": "key-00000001"}
    assert refusal(api.send("POST", path, headers, data=body))[:2] == (400, "invalid-request")


def test_a_body_must_say_that_it_is_json(api: Api) -> None:
    response = api.send("POST", "/v1/proration-estimates", data=b"{}")
    assert refusal(response) == (400, "invalid-request", "Content-Type")
