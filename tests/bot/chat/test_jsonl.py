"""One line in, one line out, whatever the line holds."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.client import BotClient
from bot.chat.jsonl import answer_lines, conversation_answer

if TYPE_CHECKING:
    from tests.bot.conftest import Answering, Asked

INVALID = {"error": "invalid-request"}


def answered(*lines: bytes) -> list[dict[str, Any]]:
    """The answers, where the one that answers gives back what it was asked."""
    out = io.StringIO()
    answer_lines(lines, out, lambda asked: {"asked": asked})
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_gets_its_own_answer_in_order() -> None:
    lines = [json.dumps({"text": f"message {n}"}).encode() + b"\n" for n in range(5)]
    assert [answer["asked"]["text"] for answer in answered(*lines)] == [
        f"message {n}" for n in range(5)
    ]


@pytest.mark.parametrize(
    "line",
    [
        b"hello\n",
        b"\n",
        b"   \r\n",
        b"[]\n",
        b'"text"\n',
        b"5\n",
        b"null\n",
        b"{\n",
        b"{'text': 'hello'}\n",
        b"\xff\xfe\x00\n",
        b"\x00" * 10,
        pytest.param(b"[" * 1_000_000 + b"\n", id="an abyss"),
        pytest.param(b"x" * 5_000_000, id="a huge line"),
    ],
)
def test_a_line_that_is_no_object_is_told_so_and_the_next_is_read(line: bytes) -> None:
    assert answered(line, b'{"text": "hello"}\n') == [INVALID, {"asked": {"text": "hello"}}]


def test_bytes_that_are_no_utf_8_are_replaced() -> None:
    assert answered(b'{"text": "caf\xe9 \xf0\x9f"}') == [{"asked": {"text": "caf� �"}}]


def test_a_byte_order_mark_is_no_garbage() -> None:
    assert answered(b'\xef\xbb\xbf{"text": "hello"}\n') == [{"asked": {"text": "hello"}}]


def test_a_huge_message_is_answered() -> None:
    huge = "a" * 3_000_000
    assert answered(json.dumps({"text": huge}).encode()) == [{"asked": {"text": huge}}]


def test_the_output_is_ascii_and_one_line_whatever_is_said() -> None:
    out = io.StringIO()
    answer_lines([b"{}"], out, lambda _: {"text": "é\u2028\n\ud800"})
    assert out.getvalue().isascii()
    assert out.getvalue().count("\n") == 1
    assert json.loads(out.getvalue()) == {"text": "é\u2028\n\ud800"}


def test_every_answer_is_out_before_the_next_line_is_read() -> None:
    """A script may wait for an answer before it writes the next line."""
    out = io.StringIO()
    seen = []

    def lines() -> Any:
        for _ in range(3):
            yield b"{}\n"
            seen.append(out.getvalue().count("\n"))

    answer_lines(lines(), out, lambda _: {})
    assert seen == [1, 2, 3]


@given(st.lists(st.binary().map(lambda line: line.replace(b"\n", b"") + b"\n")))
def test_as_many_answers_as_lines(lines: list[bytes]) -> None:
    assert len(answered(*lines)) == len(lines)


@pytest.mark.parametrize(
    ("given_fields", "sent"),
    [
        ({"conversation": "c-1", "text": "hi"}, ("c-1", "hi", None, None)),
        ({"conversation": 7, "text": "hi", "locale": "fr-CA"}, ("7", "hi", "fr-CA", None)),
        ({"conversation": "c", "text": 5, "account": "demo-lyon"}, ("c", None, None, "demo-lyon")),
        ({}, ("", None, None, None)),
        ({"conversation": None, "text": "hi"}, ("", "hi", None, None)),
        ({"conversation": ["c"], "text": "hi", "locale": 5}, ("", "hi", None, None)),
    ],
)
def test_the_fields_of_a_line_go_to_the_bot(
    answering: Answering, given_fields: dict[str, Any], sent: tuple[Any, ...]
) -> None:
    asked: list[Any] = []

    def answer(request: Asked) -> tuple[int, Any]:
        asked.append(request.body)
        return 200, {"messages": []}

    client = BotClient(answering(answer), "a-token")
    assert conversation_answer(client)(given_fields) == {"messages": []}
    names = ("conversation", "text", "locale", "account")
    assert tuple(asked[0][name] for name in names) == sent
