"""A conversation in the terminal: scripted input, a server that answers, and what is shown."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console

from bot.chat.client import BotClient
from bot.chat.interactive import converse

if TYPE_CHECKING:
    from tests.bot.conftest import Answering, Asked

Talk = Callable[..., tuple[str, list[dict[str, Any]]]]

_COLOURS = re.compile(r"\x1b\[[\d;]*m")
_LINK = re.compile(r"\x1b]8;(?:id=\d+;tel:\+18559373067|;)\x1b\\")

BUTTONS = [
    {"title": "Get a price", "payload": "/request_quote"},
    {"title": "Talk to a person", "payload": "/request_human"},
]
QUOTE = {
    "product": "AutoCAD",
    "seats": 3,
    "due_now": "887.67",
    "currency": "CAD",
    "proration": {"remaining": 108, "total": 365, "unit": "day"},
    "renewal": {"date": "2027-03-10", "amount": "8000.00"},
}


@pytest.fixture
def talk(answering: Answering, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """`talk(typed, *turns)`: what the terminal shows, and what was sent to the bot."""

    def run(typed: str, *turns: Any) -> tuple[str, list[dict[str, Any]]]:
        sent: list[dict[str, Any]] = []
        left = list(turns)

        def answer(request: Asked) -> tuple[int, Any]:
            sent.append(request.body)
            return 200, left.pop(0) if left else {"messages": []}

        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        console = Console(
            file=io.StringIO(), width=100, force_terminal=True, color_system="standard"
        )
        converse(BotClient(answering(answer), "a-token"), console, "fr-CA", "demo-montreal")
        return _COLOURS.sub("", console.file.getvalue()), sent  # type: ignore[attr-defined]

    return run


def said(text: str, **more: Any) -> dict[str, Any]:
    return {"messages": [{"response": "utter_greet", "text": text, **more}]}


def test_what_is_typed_is_sent_and_the_answer_shown(talk: Talk) -> None:
    shown, sent = talk("bonjour\ncombien\n", said("Bonjour !"), said("Combien de postes ?"))
    assert [body["text"] for body in sent] == ["bonjour", "combien"]
    assert {(body["locale"], body["account"]) for body in sent} == {("fr-CA", "demo-montreal")}
    assert len({body["conversation"] for body in sent}) == 1
    assert shown.index("Bonjour !") < shown.index("Combien de postes ?")


def test_each_conversation_has_an_id_of_its_own(talk: Talk) -> None:
    first, second = talk("a\n")[1], talk("a\n")[1]
    assert first[0]["conversation"] != second[0]["conversation"]


@pytest.mark.parametrize("leave", ["exit", " QUIT ", "/exit", "/quit"])
def test_a_word_leaves(talk: Talk, leave: str) -> None:
    assert [body["text"] for body in talk(f"hello\n{leave}\nnever\n")[1]] == ["hello"]


def test_the_end_of_input_leaves(talk: Talk) -> None:
    assert talk("")[1] == []


def test_buttons_are_numbers(talk: Talk) -> None:
    shown, sent = talk("hello\n2\n", said("Hello!", buttons=BUTTONS))
    assert "1 Get a price" in shown and "2 Talk to a person" in shown
    assert [body["text"] for body in sent] == ["hello", "Talk to a person"]


def test_buttons_are_numbered_through_all_messages_of_a_turn(talk: Talk) -> None:
    turn = {
        "messages": [
            {"text": "one", "buttons": BUTTONS[:1]},
            {"text": "two", "buttons": BUTTONS[1:]},
        ]
    }
    assert talk("hello\n2\n", turn)[1][1]["text"] == "Talk to a person"


@pytest.mark.parametrize("typed", ["0", "3", "12", "2 seats", "-1", "²"])
def test_other_numbers_are_words(talk: Talk, typed: str) -> None:
    assert talk(f"hello\n{typed}\n", said("Hello!", buttons=BUTTONS))[1][1]["text"] == typed


def test_buttons_of_an_earlier_turn_are_numbers_no_more(talk: Talk) -> None:
    _, sent = talk("hello\nmore\n2\n", said("Hello!", buttons=BUTTONS), said("How many seats?"))
    assert sent[2]["text"] == "2"


def test_a_quote_is_a_table(talk: Talk) -> None:
    shown, _ = talk("hello\n", said("887,67 $ à payer", quote=QUOTE))
    for value in ("AutoCAD", "887.67 CAD", "108/365 day", "2027-03-10  8000.00 CAD"):
        assert value in shown


def test_a_phone_number_is_a_link(talk: Talk) -> None:
    link = {"text": "1 855 937-3067", "url": "tel:+18559373067"}
    shown, _ = talk("hello\n", said("Call 1 855 937-3067 today", links=[link]))
    assert _LINK.search(shown)
    assert "Call 1 855 937-3067 today" in _LINK.sub("", shown)


@pytest.mark.parametrize(
    "text", ["[bold]not markup[/bold]", "[/red]", "ends with \\", "[link=x]y", "•  « l’été »\n2."]
)
def test_text_is_never_markup(talk: Talk, text: str) -> None:
    assert text in talk("hello\n", said(text, buttons=[{"title": text, "payload": "/x"}]))[0]


def test_an_error_is_shown_and_the_conversation_goes_on(talk: Talk) -> None:
    shown, sent = talk("one\ntwo\n", {"error": "invalid-request"}, said("Hello!"))
    assert "invalid-request" in shown and "Hello!" in shown
    assert len(sent) == 2
