"""A call is verified before anything else, stored, and acknowledged after that."""

from __future__ import annotations

import gzip
import json
import logging
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest
import requests
import sqlalchemy as sa

from bot import metrics
from bot.channels.messaging import webhook
from bot.channels.messaging.addresses import address
from tests.bot.channels.messaging.harness import Chat
from tests.bot.channels.messaging.toy import SECRET, FakeToy
from tests.fakes.platform import Hook

SIGNED = {"X-Toy-Secret": SECRET}


@contextmanager
def statements(chat: Chat) -> Iterator[list[str]]:
    done: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        done.append(statement)

    sa.event.listen(chat.engine, "before_cursor_execute", note)
    yield done
    sa.event.remove(chat.engine, "before_cursor_execute", note)


def refused(reason: str) -> float:
    return metrics.REFUSED.labels(reason)._value.get()


def test_where_it_is() -> None:
    assert address("https://chat.example.com", "slack") == "https://chat.example.com/channels/slack"


def test_it_is_stored_before_it_is_acknowledged(chat: Chat, toy: FakeToy) -> None:
    with chat.bot.waiting():
        response = toy.write("Anna", "hello")
        assert (response.status_code, response.text) == (200, "ok")
        assert [entry.body["text"] for entry in chat.said()] == ["hello"]


@pytest.mark.parametrize("secret", ["", "another", "é", "explode", f"{SECRET},{SECRET}"])
def test_what_is_not_verified_costs_nothing(
    chat: Chat, toy: FakeToy, secret: str, caplog: pytest.LogCaptureFixture
) -> None:
    hook, before = toy.message("Anna", "hello"), refused("webhook")
    with statements(chat) as done, caplog.at_level(logging.INFO):
        response = toy.call(Hook(hook.body, {"X-Toy-Secret": secret.encode()}))  # type: ignore[dict-item]
    assert (response.status_code, response.text) == (401, "")
    assert done == []
    assert refused("webhook") == before + 1
    assert "hello" not in caplog.text


def test_a_header_that_comes_twice_is_not_the_one(chat: Chat, toy: FakeToy) -> None:
    body = toy.message("Anna", "hello").body
    head = (
        "POST /channels/toy HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        f"Content-Length: {len(body)}\r\n" + f"X-Toy-Secret: {SECRET}\r\n" * 2 + "\r\n"
    )
    with socket.create_connection(("127.0.0.1", chat.port)) as connection:
        connection.sendall(head.encode() + body)
        assert connection.recv(100).startswith(b"HTTP/1.1 401")


def test_a_question_is_answered(chat: Chat) -> None:
    response = requests.get(
        chat.fakes["toy"].webhook, params={"echo": "é <b>"}, headers=SIGNED, timeout=10
    )
    assert (response.status_code, response.text) == (200, "é <b>")
    assert response.headers["Content-Type"].startswith("text/plain")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_question_without_the_secret_is_none(chat: Chat) -> None:
    assert requests.get(chat.fakes["toy"].webhook, timeout=10).status_code == 401


@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_none(chat: Chat, toy: FakeToy, method: str) -> None:
    hook = toy.message("Anna", "hello")
    assert toy.call(Hook(hook.body, hook.headers, method=method)).status_code == 405
    assert chat.said() == []


def test_another_channel_is_none(chat: Chat, toy: FakeToy) -> None:
    toy.webhook = toy.webhook.replace("/toy", "/slack")
    assert toy.write("Anna", "hello").status_code == 404


@pytest.mark.parametrize("body", [b"", b"{}", b"[1]", b"\xff", b"[" * 100_000, b'[{"kind": 1}]'])
def test_what_cannot_be_read_is_acknowledged(chat: Chat, toy: FakeToy, body: bytes) -> None:
    """It would be no better the next time, and a platform turns off what it cannot deliver to."""
    before = refused("unreadable")
    assert toy.call(Hook(body, SIGNED)).status_code == 200
    assert refused("unreadable") == before + (body != b"{}")
    assert chat.said() == []


def test_an_event_that_makes_no_sense_does_not_keep_the_others(chat: Chat, toy: FakeToy) -> None:
    odd = {**toy.event("Anna", text="one"), "id": 5}
    assert toy.call(toy.events(odd, toy.event("Anna", text="two"))).status_code == 200
    chat.quiet()
    assert [said.text for said in toy.seen_by("Anna")] == ["« two »"]


def test_what_an_event_asks_for_is_the_answer(chat: Chat, toy: FakeToy) -> None:
    receipt = {"body": '{"method": "answer"}', "content_type": "application/json"}
    first, last = toy.event("Anna", text="one", receipt=receipt), toy.event("Anna", text="two")
    response = toy.call(toy.events(first, last))
    assert response.json() == {"method": "answer"}
    assert response.headers["Content-Type"].startswith("application/json")


def test_what_cannot_be_stored_is_not_acknowledged(chat: Chat, toy: FakeToy) -> None:
    hook = toy.message("Anna", "hello")
    with chat.broken_store():
        response = toy.call(hook)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert toy.call(hook).status_code == 200
    chat.quiet()
    assert [said.text for said in toy.seen_by("Anna")] == ["« hello »"]


def test_a_large_batch_is_taken(chat: Chat, toy: FakeToy) -> None:
    events = [toy.event(f"person {number}", text="x" * 900) for number in range(80)]
    assert len(json.dumps(events)) > 64_000
    assert toy.call(toy.events(*events)).status_code == 200
    people = [entry.author for entry in chat.said()]
    assert people.count("customer") == 80


def test_what_was_stored_before_the_store_failed_is_answered(chat: Chat, toy: FakeToy) -> None:
    events = [toy.event("Anna", text=text) for text in ("one", "two")]
    failures: list[str] = []

    def fail(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        if statement.startswith("INSERT INTO transcript") and "two" in str(parameters):
            failures.append(statement)
            raise sa.exc.OperationalError("", {}, Exception("disk full"))

    sa.event.listen(chat.engine, "before_cursor_execute", fail)
    assert toy.call(toy.events(*events)).status_code == 503
    sa.event.remove(chat.engine, "before_cursor_execute", fail)
    chat.quiet()
    assert [said.text for said in toy.seen_by("Anna")] == ["« one »"]
    assert toy.call(toy.events(*events)).status_code == 200
    chat.quiet()
    assert [said.text for said in toy.seen_by("Anna")] == ["« one »", "« two »"]
    assert failures


def test_what_is_larger_than_any_platform_sends_is_not(chat: Chat, toy: FakeToy) -> None:
    assert toy.call(Hook(b"x" * 3_200_000, SIGNED)).status_code == 413


def test_what_does_not_arrive_is_not_waited_for(
    chat: Chat, toy: FakeToy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "_READING_SECONDS", 0.05)
    with socket.create_connection(("127.0.0.1", chat.port), timeout=10) as half:
        head = f"POST /channels/{toy.name} HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n"
        half.sendall(head.encode() + b"{")
        assert half.recv(64).startswith(b"HTTP/1.1 408")


def test_what_is_packed_is_not_unpacked(chat: Chat, toy: FakeToy) -> None:
    """A small body would take a thousand times its size, from anybody."""
    bomb = Hook(gzip.compress(b" " * 4 * 1024 * 1024), {"Content-Encoding": "gzip"})
    assert toy.call(bomb).status_code == 401  # and not 413: it was never so large


def test_calls_at_once_are_answered_in_the_order_in_which_they_were_heard(
    chat: Chat, toy: FakeToy
) -> None:
    """A long call is still being read when the next one has been."""
    others = [toy.event(f"person {number}", text="x") for number in range(100)]
    long = toy.events(toy.event("Anna", text="first"), *others)
    call = Thread(target=toy.call, args=(long,))
    call.start()
    chat.until(lambda: any(e.body["text"] == "first" for e in chat.transcript.unanswered()))
    toy.write("Anna", "second")
    call.join()
    chat.quiet()
    assert [said.text for said in toy.seen_by("Anna")] == ["« first »", "« second »"]


def test_calls_at_once_are_each_heard_once(chat: Chat, toy: FakeToy) -> None:
    """The platform is impatient, and calls again before the first call has returned."""
    hooks = [toy.message("Anna", f"text {number}", f"m-{number}") for number in range(4)] * 3
    with ThreadPoolExecutor(8) as pool:
        assert {response.status_code for response in pool.map(toy.call, hooks)} == {200}
    chat.quiet()
    said = sorted(said.text for said in toy.seen_by("Anna"))
    assert said == [f"« text {number} »" for number in range(4)]
