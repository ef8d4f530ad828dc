from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.hanging.phases import Phase, Said
from benchmarks.hanging.provider import Provider
from benchmarks.hanging.quotes import Asked, crowd
from benchmarks.hanging.report import missed, page
from benchmarks.hanging.trial import Trial, customers, serving
from tests.actions.loopback import answer, listening

MONTREAL = replace(crowd(1)[0], seats=3)


def _turn(response: str, text: str, language: str = "en", **more: Any) -> dict[str, Any]:
    return {"language": language, "messages": [{"response": response, "text": text, **more}]}


def _quoted(**changes: Any) -> dict[str, Any]:
    quote = {
        "due_now": "887.67",
        "currency": "CAD",
        "seats": 3,
        "product": "AutoCAD",
        "subscription": "sub_demo_1",
    }
    return _turn("utter_quote", "$887.67 CAD due now", quote={**quote, **changes})


REFUSED = _turn("utter_no_quote_unavailable_for", "I can’t get a price. Try again in 1 minute.")


@pytest.mark.parametrize(
    ("turn", "verdict"),
    [
        (_quoted(), "right"),
        (_quoted(due_now="887.68"), "wrong"),
        (_quoted(currency="USD"), "wrong"),
        (_quoted(subscription="sub_demo_4"), "wrong"),
        (_turn("utter_quote", "$887.67 CAD due now"), "wrong"),
        (_turn("utter_quote", "$7.67", quote=_quoted()["messages"][0]["quote"]), "wrong"),
        (REFUSED, "honest"),
        (_turn("utter_trouble", "Something isn’t working."), "honest"),
        (_turn("utter_no_quote_unavailable", "Perhaps $887.67."), "wrong"),
        (_turn("utter_no_quote_unavailable", "Pas de prix.", "fr"), "wrong"),
        (_turn("utter_no_quote_expired", "That subscription has expired."), "wrong"),
        ({"language": "en", "messages": []}, "wrong"),
        ({"error": "TimeoutError"}, "wrong"),
    ],
)
def test_an_answer_is_right_or_honest_or_wrong(turn: dict[str, Any], verdict: str) -> None:
    assert MONTREAL.verdict(turn) == verdict


def test_a_crowd_is_of_all_accounts_in_both_languages_with_an_amount_each() -> None:
    asked = crowd(200)
    kinds = {(one.wanted.account, one.language) for one in asked}
    assert len(kinds) == 8
    assert len({(one.wanted, one.language, one.amount) for one in asked}) == 200


@pytest.mark.parametrize("hangs", [False, True])
def test_what_comes_is_passed_on_unless_it_hangs(hangs: bool) -> None:
    async def asked(provider: Provider) -> bytes:
        async with provider.serving():
            provider.hangs = hangs
            port = int(provider.url.rpartition(":")[2])
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET /v1/products HTTP/1.1\r\n\r\n")
            try:
                return await asyncio.wait_for(reader.readline(), 0.2 if hangs else 5)
            except asyncio.TimeoutError:
                return b""
            finally:
                writer.close()

    with listening(answer(200, {"data": []})) as real:
        provider = Provider(int(real.url.rpartition(":")[2]))
        said = asyncio.run(asked(provider))
    assert (said, len(real.received)) == ((b"", 0) if hangs else (b"HTTP/1.1 200 X\r\n", 1))


@pytest.fixture
def trial() -> Callable[..., Trial]:
    """`trial(0.3)`: with others who waited so long while it hung, and a tenth of a second else."""

    def make(slow: float, told: dict[str, Any] = REFUSED, calmed: str = "utter_calm") -> Trial:
        def phase(took: float, turn: dict[str, Any], name: str = "utter_calm") -> Phase:
            return Phase([Said(_turn(name, "…"), took, took)], [(MONTREAL, Said(turn, 1.0, 1.0))])

        normal, hanging = phase(0.1, _quoted()), phase(slow, told, calmed)
        return Trial(normal, hanging, 9.0, phase(0.1, _quoted()))

    return make


def test_the_page_says_what_was_measured(trial: Callable[..., Trial]) -> None:
    written = page(date(2026, 11, 22), {"processor": "2 cores"}, {"all at once": [trial(0.15)]})
    assert "| others: p95 | 100 ms | 150 ms: 1.50 × | 2 × |" in written
    assert "| prices: right, honest, wrong | 1, 0, 0 | 0, 1, 0 | none wrong |" in written
    assert "`utter_no_quote_unavailable_for` 1" in written
    assert "All bars are reached." in written


def test_the_page_says_which_bars_are_missed(trial: Callable[..., Trial]) -> None:
    assert missed([trial(0.21)]) == ["p95 of the others"]
    assert missed([trial(0.1, calmed="utter_trouble")]) == ["others not answered"]
    assert missed([trial(0.1, _quoted(due_now="1.00"))]) == ["wrong"]
    assert missed([trial(0.1, _quoted())]) == ["an amount while it hung"]
    runs = {"all at once": [trial(0.21)]}
    assert "Not reached: p95 of the others (all at once)." in page(
        date(2026, 11, 22), {"processor": "2 cores"}, runs
    )


@pytest.mark.slow
def test_while_twenty_prices_hang_all_others_are_answered(model: Path, tmp_path: Path) -> None:
    async def both(ours: Any, provider: Provider) -> tuple[Phase, Phase]:
        async with customers(ours, provider) as them:
            asked: list[Asked] = crowd(20)
            normal = await them.phase(asked, within=0, seconds=0, a_second=0)
            provider.hangs = True
            return normal, await them.phase(asked, within=0, seconds=1, a_second=8)

    with serving(tmp_path / "state", model) as (ours, provider):
        normal, hanging = asyncio.run(both(ours, provider))
    assert normal.verdicts == {"right": 20}
    assert hanging.verdicts == {"honest": 20}
    assert provider.swallowed
    assert (len(hanging.others), hanging.unanswered) == (8, 0)
    first = min(said.ended for _, said in hanging.crowd)
    assert max(said.ended for said in hanging.others) < first
