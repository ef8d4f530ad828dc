"""What WhatsApp tells later of a message that it took."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.channels.messaging.platform import Failure
from bot.channels.messaging.platforms.whatsapp_failures import REPORTED, failure_of

RECORDED = Path(__file__).parents[4] / "contract" / "whatsapp" / "status.json"


def status(**more: Any) -> dict[str, Any]:
    value = json.loads(RECORDED.read_text())["entry"][0]["changes"][0]["value"]
    return {**value["statuses"][0], REPORTED: "c-1:7", **more}


@pytest.mark.parametrize(
    ("errors", "failure"),
    [
        ([{"code": 131026}], Failure("c-1:7", "Graph 131026", gone=True)),
        (
            [{"code": 131047}],
            Failure("c-1:7", "Graph 131047: 24 hours since their last message are over"),
        ),
        ([{"code": 131049}, {"code": 131026}], Failure("c-1:7", "Graph 131049")),
        ([{"code": "x"}], Failure("c-1:7", "Graph None")),
        ([], Failure("c-1:7", "Graph None")),
    ],
)
def test_a_message_that_was_not_delivered(errors: list[Any], failure: Failure) -> None:
    assert failure_of(status(errors=errors)) == failure


@pytest.mark.parametrize("known", ["sent", "delivered", "read", "deleted"])
def test_how_far_a_message_has_come(known: str) -> None:
    assert failure_of(status(status=known)) is None


def test_a_message_of_somebody_elses_app() -> None:
    others = status()
    del others[REPORTED]
    assert failure_of(others) is None


@pytest.mark.parametrize("more", [{REPORTED: 7}, {REPORTED: ""}, {"errors": [None]}])
def test_what_cannot_be_read(more: dict[str, Any]) -> None:
    with pytest.raises((TypeError, KeyError)):
        failure_of(status(**more))
