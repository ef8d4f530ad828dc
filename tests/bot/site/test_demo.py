"""The demo page's sign-in: for demo accounts, and only where it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import requests

from bot.channels.web.identity import Identity, Verifier
from tests.bot.channels.web.harness import IDENTITY, serving

if TYPE_CHECKING:
    from bot.channels.web.channel import Sentence
    from tests.bot.channels.web.harness import Web
    from tests.bot.loop import Loop


def ask(web: Web, **body: object) -> requests.Response:
    return requests.post(f"{web.url}/demo/identity", timeout=10, **body)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("account", "name"), [("demo-montreal", "Camille Tremblay"), ("demo-lyon", "Louis Girard")]
)
def test_a_demo_account_is_signed_in_for_minutes(web: Web, account: str, name: str) -> None:
    answer = ask(web, json={"account": account})
    assert (answer.status_code, answer.json()["name"]) == (200, name)
    verifier = Verifier(IDENTITY.key, IDENTITY.issuer, IDENTITY.audience, web.time)
    expires = web.time.now.timestamp() + 300
    assert verifier.verify(answer.json()["identity"]) == Identity(account, expires, name)
    assert web.tab(identity=answer.json()["identity"])


@pytest.mark.parametrize(
    "account", ["", "demo-boston", "DEMO-LYON", "demo-lyon ", None, 5, True, [], ["demo-lyon"], {}]
)
def test_no_other_account_is(web: Web, account: object) -> None:
    answer = ask(web, json={"account": account})
    assert (answer.status_code, answer.json()) == (404, {"error": "unknown-account"})


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{", b"[]", b"null", b"5", b'"demo-lyon"', b"account=demo-lyon", b"\xff\xfe"),
        pytest.param(b"[" * 50_000, id="an abyss"),
    ],
)
def test_garbage_is_no_account(web: Web, data: bytes) -> None:
    assert ask(web, data=data).status_code == 404


@pytest.mark.parametrize("content_type", ["text/plain; charset=utf-16", "a; charset=no-such", "é"])
def test_nor_is_it_in_another_encoding(web: Web, content_type: str) -> None:
    headers = {"Content-Type": content_type.encode()}
    assert ask(web, data=b"{}x", headers=headers).status_code == 404


def test_a_body_that_is_too_long_is_refused(web: Web) -> None:
    assert ask(web, data=b" " * 64_001).status_code == 413


def test_it_is_asked_by_post_alone(web: Web) -> None:
    assert requests.get(f"{web.url}/demo/identity", timeout=10).status_code == 405


@pytest.mark.parametrize("without", [{"demo": False}, {"identity": None}])
def test_where_it_is_not_set_there_is_none(
    loop: Loop, sentence: Sentence, without: dict[str, object]
) -> None:
    with serving(loop, sentence, **without) as web:
        assert ask(web, json={"account": "demo-lyon"}).status_code == 404
