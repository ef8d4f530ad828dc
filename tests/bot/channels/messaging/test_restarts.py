"""The process ends between any two steps, and what was acknowledged is answered once all the same."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.channels.messaging.toy import FakeToy
from tests.bot.loop import Loop
from tests.fakes.platform import Fault

# As long as a request may take; nothing waits for it.
FOR_EVER = 30.0


def texts(toy: FakeToy, person: str = "Anna") -> list[str]:
    return [said.text for said in toy.seen_by(person)]


def test_between_storing_and_acknowledging(chat: Chat, toy: FakeToy) -> None:
    """The platform has no answer, and calls again."""
    hook = toy.message("Anna", "hello")
    with chat.bot.waiting():
        toy.call(hook)
        chat.stop()
    chat.start()
    toy.call(hook)
    chat.quiet()
    assert texts(toy) == ["« hello »"]


def test_between_acknowledging_and_answering(chat: Chat, toy: FakeToy) -> None:
    with chat.bot.waiting():
        for text in ("one", "two"):
            toy.write("Anna", text)
        chat.until(lambda: len(chat.bot.heard) == 1)
        chat.stop()
    chat.start()
    chat.quiet()
    assert texts(toy) == ["« one »", "« two »"]


def test_between_answering_and_sending(chat: Chat, toy: FakeToy) -> None:
    toy.faults = [Fault(seconds=FOR_EVER)]
    toy.write("Anna", "hello")
    chat.until(lambda: toy.faults == [])
    chat.restart()
    chat.quiet()
    assert texts(toy) == ["« hello »"]


def test_between_sending_and_noting_it(chat: Chat, toy: FakeToy) -> None:
    """The one step that can be repeated: with the same key, for platforms that know keys."""
    toy.faults = [Fault(seconds=FOR_EVER, after=True)]
    for text in ("one", "two"):
        toy.write("Anna", text)
    chat.until(lambda: len(toy.seen_by("Anna")) == 1)
    chat.restart()
    chat.quiet()
    assert texts(toy) == ["« one »", "« one »", "« two »"]
    assert toy.keys[0] == toy.keys[1] != toy.keys[2]


def test_in_the_middle_of_a_long_answer(chat: Chat, toy: FakeToy) -> None:
    toy.write("Anna", "some words " * 60)
    chat.until(lambda: len(toy.seen_by("Anna")) >= 2)
    chat.restart()
    chat.quiet()
    once = list(dict.fromkeys(zip(toy.keys, texts(toy), strict=True)))
    assert " ".join(text for _, text in once).split() == f"« {'some words ' * 60}»".split()
    assert len(toy.keys) - len(once) <= 1


def test_an_answer_of_yesterday_is_none(chat: Chat, toy: FakeToy) -> None:
    toy.faults = [Fault(seconds=FOR_EVER)]
    toy.write("Anna", "one")
    chat.until(lambda: toy.faults == [])
    chat.stop()
    chat.time.pass_by(24 * 3600 + 1)
    chat.start()
    toy.write("Anna", "two")
    chat.quiet()
    assert texts(toy) == ["« two »"]
    late = chat.said()[1]
    assert chat.ask(lambda: chat.cursors.refused(late.conversation)) == {late.seq: "too late"}


def test_while_the_platform_is_down(loop: Loop, toy: FakeToy, tmp_path: Path) -> None:
    """And with another file handle, as another process has it."""
    with serving(loop, toy, path=tmp_path / "chat.db") as chat:
        toy.faults = [Fault(seconds=FOR_EVER)]
        toy.write("Anna", "one")
        chat.until(lambda: toy.faults == [])
        chat.stop()
        with serving(loop, toy, path=tmp_path / "chat.db") as again:
            toy.write("Anna", "two")
            again.quiet()
            assert texts(toy) == ["« one »", "« two »"]
        chat.start()


def test_who_has_stopped_has_stopped(chat: Chat, toy: FakeToy) -> None:
    toy.write("Anna", "hello")
    chat.quiet()
    toy.call(toy.events(toy.event("Anna", kind="stop", text="STOP", id="m-9")))
    chat.quiet()
    chat.restart()
    chat.quiet()
    heard = chat.said()[0]
    chat.ask(lambda: chat.transcript.apologise(heard, [{"text": "Psst!"}], "en"))
    chat.sweep()
    chat.quiet()
    assert texts(toy) == ["« hello »", "utter_messages_stopped"]


DONE = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(["Anna", "Ben", "Chloé"])),
    st.tuples(st.just("repeat"), st.integers(0, 5)),
    st.tuples(st.just("fault"), st.sampled_from([503, 429, 0])),
    st.tuples(st.just("restart"), st.none()),
)


@settings(
    max_examples=15,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(DONE, max_size=14))
def test_whatever_happens_every_message_is_answered_once_and_in_order(
    loop: Loop, toy: FakeToy, done: list[tuple[str, str | int | None]]
) -> None:
    toy.said.clear()
    toy.keys.clear()
    with serving(loop, toy) as chat:
        written: dict[str, list[str]] = {}
        hooks = []
        for number, (what, whom) in enumerate(done):
            if what == "write":
                hooks.append(toy.message(str(whom), f"text {number}"))
                toy.call(hooks[-1])
                written.setdefault(str(whom), []).append(f"« text {number} »")
            elif what == "repeat" and hooks:
                toy.call(hooks[int(whom or 0) % len(hooks)])
            elif what == "fault":
                toy.faults.append(Fault(int(whom or 0), drops=whom == 0))
            elif what == "restart":
                chat.restart()
        chat.quiet()
        restarts = sum(what == "restart" for what, _ in done)
        assert len(toy.keys) - len(set(toy.keys)) <= 3 * restarts
        assert {person: list(dict.fromkeys(texts(toy, person))) for person in written} == written
