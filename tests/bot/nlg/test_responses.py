from typing import Any

import pytest

from bot.nlg.responses import Button, InvalidResponse, Response, read_response


def test_a_text_with_buttons() -> None:
    variations = [{"text": "Hello!", "buttons": [{"title": "A", "payload": "/a"}]}]
    response = read_response("utter_x", variations)
    assert response == Response("utter_x", "Hello!", None, (Button("A", "/a"),))
    assert response.titles == ("A",)


def test_a_counted_unit() -> None:
    variations = [{"text": "{n} seat", "metadata": {"plural": "{n} seats"}}]
    assert read_response("utter_unit_seat", variations).plural == "{n} seats"


@pytest.mark.parametrize(
    ("variations", "problem"),
    [
        ([], "exactly one variation"),
        ([{"text": "A"}, {"text": "B"}], "exactly one variation"),
        ({"text": "A"}, "exactly one variation"),
        ([{"custom": {"a": 1}}], "needs a text"),
        (["A"], "needs a text"),
        ([{"text": "A", "condition": [{"type": "slot", "name": "x", "value": 1}]}], "condition"),
        ([{"text": "A", "channel": "slack"}], "channel"),
        ([{"text": "A", "image": "https://example.com/a.png"}], "image"),
        ([{"text": "A", "metadata": {"plural": 2}}], "plural"),
        ([{"text": "A", "metadata": {"note": "x"}}], "metadata"),
        ([{"text": "a seat", "metadata": {"plural": "{n} seats"}}], "counted unit"),
        ([{"text": "{n} seat", "metadata": {"plural": "{n} {name}"}}], "counted unit"),
        ([{"text": "A", "buttons": [{"title": "B"}]}], "button"),
        ([{"text": "A", "buttons": [{"title": "", "payload": "/b"}]}], "button"),
        ([{"text": "A", "buttons": [{"title": "B", "payload": "/b", "url": "x"}]}], "button"),
        ([{"text": "A", "buttons": ["B"]}], "button"),
    ],
)
def test_what_could_not_always_be_said(variations: Any, problem: str) -> None:
    with pytest.raises(InvalidResponse, match=f"utter_x: .*{problem}"):
        read_response("utter_x", variations)
