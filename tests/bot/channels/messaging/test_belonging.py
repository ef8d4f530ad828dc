"""Whose conversation it is: nobody goes on with what was an account's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.bot.channels.messaging.people import People, chatting
from tests.bot.channels.messaging.sign_ins import DONE
from tests.bot.loop import Loop

ENDED = "utter_sign_in_ended"


@pytest.fixture
def people(loop: Loop) -> Iterator[People]:
    with chatting(loop) as people:
        yield people


def test_another_account_has_another_conversation(people: People) -> None:
    people.sign_in("Anna", "demo-lyon")
    people.write("Anna", "my price?")
    first = people.heard()
    people.chat.bot.response = "utter_no_quote_no_subscription"
    people.write("Anna", "another price?")
    assert people.write("Anna", people.code_of("Anna", "demo-boston")) == DONE
    people.write("Anna", "my price?")
    second = people.heard()
    assert (first[1], second[1]) == ("demo-lyon", "demo-boston")
    assert first[0] != second[0]
    assert (people.owner_of(first[0]), people.owner_of(second[0])) == ("demo-lyon", "demo-boston")
    assert [entry.body.get("response") for entry in people.entries(second[0])][:2] == [None, DONE]


def test_when_the_sign_in_ends_so_does_the_conversation(people: People) -> None:
    people.sign_in("Anna", seconds=1200)
    people.write("Anna", "my price?")
    before, _ = people.heard()
    people.chat.time.pass_by(1201)
    heard = len(people.chat.bot.heard)
    assert people.write("Anna", "and for 5?") == ENDED
    assert len(people.chat.bot.heard) == heard
    people.write("Anna", "and for 5?")
    after, account = people.heard()
    assert (after != before, account, people.owner_of(after)) == (True, None, None)
    assert people.owner_of(before) == "demo-lyon"
    assert (people.stored(before).ended, people.stored(after).ended) == (True, False)


def test_who_comes_back_later_is_simply_answered(people: People) -> None:
    people.sign_in("Anna", seconds=1200)
    before, _ = people.heard()
    people.chat.time.pass_by(3600)
    assert people.write("Anna", "hello") == "« hello »"
    assert people.heard()[0] != before


def test_an_old_button_is_no_answer_in_a_fresh_conversation(people: People) -> None:
    people.chat.bot.buttons = [{"title": "Mine", "payload": "/request_quote"}]
    people.sign_in("Anna", seconds=1200)
    people.write("Anna", "my price?")
    ((title, reference),) = people.fake.seen_by("Anna")[-1].choices
    people.chat.time.pass_by(1201)
    assert people.call(people.fake.press("Anna", title, reference), "Anna") == ENDED


def test_the_same_account_goes_on_where_it_is(people: People) -> None:
    people.sign_in("Anna", seconds=1200)
    people.write("Anna", "my price?")
    before = people.heard()
    people.chat.bot.response = "utter_no_quote_no_subscription"
    people.write("Anna", "another price?")
    people.write("Anna", people.code_of("Anna", "demo-lyon"))
    people.chat.time.pass_by(1201)
    people.write("Anna", "my price?")
    assert people.heard() == before


def test_a_word_ends_it_sooner(people: People) -> None:
    people.sign_in("Anna")
    people.write("Anna", "my price?")
    before, _ = people.heard()
    assert people.write("Anna", "Déconnexion") == "utter_signed_out"
    assert people.fake.seen_by("Anna")[-1].links[0][0] in ("Sign in", "Se connecter")
    people.write("Anna", "my price?")
    after, account = people.heard()
    assert (after != before, account) == (True, None)


def test_the_language_is_kept(people: People) -> None:
    """Of a platform that tells none: what was said before is all there is."""
    people.fake.languages["Anna"] = ""
    people.sign_in("Anna", seconds=1200)
    people.chat.time.pass_by(1201)
    people.write("Anna", "5")
    last = people.chat.said()[-1]
    assert (last.body["response"], last.language) == (ENDED, "fr")
    people.write("Anna", "5")
    assert people.chat.bot.heard[-1].told["locale"] == "fr"


# --- with people ---


def run(people: People, what: Callable[[], Any]) -> None:
    people.chat.loop.run(what())
    people.chat.quiet()


def test_an_agent_sees_a_customer_through(people: People) -> None:
    people.sign_in("Anna", seconds=1200)
    people.write("Anna", "my price?")
    before, _ = people.heard()
    agents = people.chat.agents
    run(people, lambda: agents.claim(before, 7))
    people.chat.time.pass_by(1201)
    for text in ("are you there?", "hello?"):
        assert people.write("Anna", text) == ""
        assert people.entries(before)[-1].body["text"] == text
    run(people, lambda: agents.say(before, 7, "Yes!", "m1"))
    assert people.fake.seen_by("Anna")[-1].text.endswith("Yes!")
    run(people, lambda: agents.close(before, 7))
    assert people.write("Anna", "5") == "utter_survey_thanks"
    assert people.write("Anna", "hello") == ENDED
    assert people.entries(before)[-1].body["text"] != "hello"


@pytest.mark.parametrize("ends", ["hand_back", "close"])
def test_when_the_agent_leaves_the_bot_goes_on_with_nothing_of_it(
    people: People, ends: str
) -> None:
    people.sign_in("Anna", seconds=1200)
    people.write("Anna", "my price?")
    before, _ = people.heard()
    agents, heard = people.chat.agents, len(people.chat.bot.heard)
    run(people, lambda: agents.claim(before, 7))
    people.chat.time.pass_by(1201)
    run(people, lambda: getattr(agents, ends)(before, 7))
    assert people.write("Anna", "what was the price again?") == ENDED
    assert len(people.chat.bot.heard) == heard
    people.write("Anna", "and for 5?")
    assert people.heard()[0] != before


def test_what_comes_again_is_not_heard_again_in_a_fresh_conversation(people: People) -> None:
    people.sign_in("Anna", seconds=1200)
    question = people.fake.message("Anna", "my price?")
    people.call(question, "Anna")
    people.chat.time.pass_by(3600)
    assert people.call(question, "Anna") == ""
    assert people.heard()[1] == "demo-lyon"


def test_nor_is_it_where_they_have_said_more_since(people: People) -> None:
    people.sign_in("Anna", seconds=1200)
    question = people.fake.message("Anna", "my price?")
    people.call(question, "Anna")
    before, _ = people.heard()
    people.chat.time.pass_by(3600)
    people.write("Anna", "hello again")
    assert people.heard()[0] != before
    people.chat.restart()
    assert people.call(question, "Anna") == ""
    assert [entry.body["text"] for entry in people.chat.bot.heard][-1] == "hello again"


def test_what_is_said_where_they_are_no_more_is_marked_as_not_sent(people: People) -> None:
    people.sign_in("Anna")
    with people.chat.bot.waiting():
        people.fake.write("Anna", "my price?")
        people.fake.write("Anna", "sign out")
    people.chat.quiet()
    before, _ = people.heard()
    refused = people.chat.ask(lambda: people.chat.cursors.refused(before))
    assert list(refused.values()) == ["they are in another conversation"]


def test_what_an_agent_asked_is_not_answered_the_next_day(people: People) -> None:
    people.sign_in("Anna", seconds=1200)
    people.write("Anna", "my price?")
    before, _ = people.heard()
    run(people, lambda: people.chat.agents.claim(before, 7))
    run(people, lambda: people.chat.agents.close(before, 7))
    people.chat.time.pass_by(86_400)
    assert people.write("Anna", "5") == "« 5 »"
    assert people.heard()[0] != before


def test_but_not_with_another_account(people: People) -> None:
    people.sign_in("Anna", "demo-lyon", seconds=1200)
    people.chat.bot.response = "utter_no_quote_no_subscription"
    people.write("Anna", "my price?")
    before, _ = people.heard()
    code = people.code_of("Anna", "demo-boston")
    run(people, lambda: people.chat.agents.claim(before, 7))
    assert people.write("Anna", code) == DONE
    people.chat.bot.response = "utter_echo"
    assert people.write("Anna", "my price?") == "« my price? »"
    assert people.heard()[1] == "demo-boston"
    assert people.heard()[0] != before
