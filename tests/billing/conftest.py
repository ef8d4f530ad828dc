"""A real server on a free loopback port, and a client that holds every answer to the contract."""

from __future__ import annotations

import asyncio
import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import requests
import yaml
from aiohttp import web
from jsonschema import RefResolver
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from sqlalchemy.engine import Connection, Engine

import billing
from billing.app import create_app
from billing.database import open_database
from billing.demo import seed
from billing.settings import Settings

KEY = "a-service-key-for-tests"
NOW = datetime(2026, 9, 1, 16, 0, tzinfo=timezone.utc)
CONTRACT_FILE = Path(billing.__file__).with_name("openapi.yaml")
CONTRACT: dict[str, Any] = yaml.safe_load(CONTRACT_FILE.read_text(encoding="utf-8"))
PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


@pytest.fixture(autouse=True)
def root_logger() -> Iterator[None]:
    """The service sends every log of its process to the standard error that it finds."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level


def check_against_contract(method: str, path: str, response: requests.Response) -> None:
    """Path, status, content type, headers and body must be what the contract says.

    What it does not describe (an unknown path, another method) must still be a problem.
    """
    operation = _operation(method, path)
    if operation is None:
        assert response.status_code in (401, 404, 405)
        content, headers = PROBLEM, {}
    else:
        assert str(response.status_code) in operation["responses"], response.text
        documented = _resolve(operation["responses"][str(response.status_code)])
        content, headers = documented["content"], documented.get("headers", {})
    content_type = response.headers["Content-Type"].partition(";")[0]
    assert content_type in content
    assert set(headers) <= set(response.headers)
    assert response.headers["X-Request-Id"]
    if content_type != "application/yaml":
        OAS30Validator(
            content[content_type]["schema"],
            resolver=RefResolver.from_schema(CONTRACT),
            format_checker=oas30_format_checker,
        ).validate(response.json())


def _operation(method: str, path: str) -> dict[str, Any] | None:
    asked = path.split("/")
    for template, operations in CONTRACT["paths"].items():
        parts = template.split("/")
        if len(parts) == len(asked) and all(
            part.startswith("{") or part == given for part, given in zip(parts, asked, strict=True)
        ):
            found: dict[str, Any] | None = operations.get(method.lower())
            return found
    return None


def _resolve(node: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    resolved: dict[str, Any] = CONTRACT
    for part in node["$ref"].removeprefix("#/").split("/"):
        resolved = resolved[part]
    return resolved


@dataclass
class Api:
    """The HTTP API as one account sees it; every answer is checked against the contract."""

    base_url: str
    account: str | None = "demo-montreal"
    headers: dict[str, str] = field(default_factory=lambda: {"Authorization": f"Bearer {KEY}"})

    def send(
        self, method: str, path: str, headers: dict[str, str] | None = None, **options: Any
    ) -> requests.Response:
        account = {"X-Account-Id": self.account} if self.account else {}
        response = requests.request(
            method,
            self.base_url + path,
            headers={**self.headers, **account, **(headers or {})},
            timeout=10,
            **options,
        )
        check_against_contract(method, path, response)
        return response

    def get(self, path: str, **options: Any) -> requests.Response:
        return self.send("GET", path, **options)

    def quote(self, idempotency_key: str = "key-00000001", **body: Any) -> requests.Response:
        asked = {"subscription_id": "sub_demo_1", "seats_to_add": 3, **body}
        headers = {"Idempotency-Key": idempotency_key}
        return self.send("POST", "/v1/proration-quotes", headers, json=asked)

    def estimate(self, **body: Any) -> requests.Response:
        asked = {
            "product_id": "autocad",
            "seats_to_add": 3,
            "renewal_date": "2027-01-15",
            "currency": "CAD",
            **body,
        }
        return self.send("POST", "/v1/proration-estimates", json=asked)

    def as_account(self, account: str | None) -> Api:
        return Api(self.base_url, account, self.headers)


@dataclass
class SettableClock:
    """A clock that a test turns."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def running(app: web.Application) -> Iterator[str]:
    """Serve `app` from a thread of its own; the value is its base URL."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def start() -> tuple[web.AppRunner, int]:
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, shutdown_timeout=1).start()
        return runner, runner.addresses[0][1]

    runner, port = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A seeded database to copy: quicker than the waits for the disk that seeding takes."""
    path = tmp_path_factory.mktemp("demo") / "billing.db"
    engine = open_database(f"sqlite:///{path}")
    seed(engine)
    engine.dispose()
    return path


@pytest.fixture
def settings(tmp_path: Path, demo_database: Path) -> Settings:
    path = shutil.copy(demo_database, tmp_path / "billing.db")
    return Settings(key=KEY, database_url=f"sqlite:///{path}", quote_lifetime=timedelta(minutes=15))


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """The demo database, without a server."""
    engine = open_database(settings.database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def db(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        yield connection


@pytest.fixture
def start(settings: Settings, clock: SettableClock) -> Iterator[Callable[..., Api]]:
    """Start a server, with `create_app`'s options; it is stopped after the test."""
    with ExitStack() as stack:
        yield lambda **options: Api(
            stack.enter_context(running(create_app(settings, clock, **options)))
        )


@pytest.fixture
def api(start: Callable[..., Api]) -> Api:
    return start()
