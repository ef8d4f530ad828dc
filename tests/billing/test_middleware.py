from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from billing.logs import JsonFormatter
from billing.settings import Settings

if TYPE_CHECKING:
    from tests.billing.conftest import Api


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer "},
        {"Authorization": "a-service-key-for-tests"},
        {"Authorization": "Bearer a-service-key-for-test"},
        {"Authorization": "Basic a-service-key-for-tests"},
        {"Authorization": "Bearer clé".encode().decode("latin-1")},
    ],
)
@pytest.mark.parametrize("path", ["/v1/products", "/v1/subscriptions/sub_demo_1", "/nowhere"])
def test_the_key_is_required(api: Api, headers: dict[str, str], path: str) -> None:
    api.headers = headers
    response = api.get(path)
    assert (response.status_code, response.json()["code"]) == (401, "unauthenticated")
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_health_needs_no_key(api: Api) -> None:
    api.headers = {}
    assert api.get("/v1/healthz").json() == {"status": "ok", "mode": "demo"}


def test_the_callers_request_id_comes_back(api: Api) -> None:
    response = api.get("/nowhere", headers={"X-Request-Id": "trace.1-a_B"})
    assert response.headers["X-Request-Id"] == response.json()["request_id"] == "trace.1-a_B"


@pytest.mark.parametrize("given", ["", "x" * 65, "two words", '{"event":1}'])
def test_a_request_id_that_cannot_be_logged_is_replaced(api: Api, given: str) -> None:
    response = api.get("/v1/healthz", headers={"X-Request-Id": given})
    assert len(response.headers["X-Request-Id"]) == 32


def test_the_frameworks_refusals_are_problems(api: Api) -> None:
    assert api.get("/nowhere").status_code == 404
    response = api.send("PUT", "/v1/products")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET,HEAD")
    too_large = {"Content-Type": "application/json", "Idempotency-Key": "key-00000001"}
    response = api.send("POST", "/v1/proration-quotes", too_large, data=b" " * 20_000)
    assert (response.status_code, response.json()["code"]) == (413, "invalid-request")


def test_a_broken_database_answers_503_and_is_logged_without_the_request(
    start: Callable[..., Api], settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    api = start()
    with create_engine(settings.database_url).begin() as db:
        db.execute(text("DROP TABLE quotes"))
    with caplog.at_level(logging.INFO, "billing"):
        response = api.quote(idempotency_key="a-secret-idempotency-key")
    assert (response.status_code, response.json()["code"]) == (503, "upstream-unavailable")
    lines = [JsonFormatter().format(record) for record in caplog.records]
    failed, request = (json.loads(line) for line in lines)
    assert failed["request_id"] == request["request_id"] == response.headers["X-Request-Id"]
    assert "no such table" in failed["traceback"]
    assert (request["event"], request["method"], request["route"], request["status"]) == (
        "request",
        "POST",
        "/v1/proration-quotes",
        503,
    )
    for private in ("secret", "a-service-key", "demo-montreal", "sub_demo"):
        assert private not in "".join(lines)


def test_paths_are_logged_as_patterns(api: Api, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "billing"):
        api.get("/v1/subscriptions/sub_demo_1")
    (line,) = (JsonFormatter().format(record) for record in caplog.records)
    assert json.loads(line)["route"] == "/v1/subscriptions/{subscription_id}"
