"""The whole path: a chat, the company's page, our page, the chat again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.channels.messaging.rates import A_PERSON
from tests.bot.channels.messaging.people import People, chatting
from tests.bot.channels.messaging.sign_ins import DONE, token_in
from tests.bot.loop import Loop
from tests.fakes.telegram import USERNAME


@pytest.fixture
def people(loop: Loop) -> Iterator[People]:
    with chatting(loop) as people:
        yield people


def test_a_customer_signs_in(people: People) -> None:
    people.write("Anna", "a price?")
    visited, account = people.heard()
    assert account is None
    assert people.fake.seen_by("Anna")[-1].links[0][0] == "Se connecter"
    code = people.code_of("Anna")
    people.write("Anna", "and now?")
    assert people.heard() == (visited, None)
    assert people.write("Anna", code) == DONE
    people.write("Anna", "my price?")
    assert people.heard() == (visited, "demo-lyon")
    assert people.owner_of(visited) == "demo-lyon"


def test_who_is_signed_in_is_offered_no_link(people: People) -> None:
    people.sign_in("Anna")
    people.write("Anna", "my price?")
    assert people.fake.seen_by("Anna")[-1].links == ()


def test_neither_code_nor_link_is_in_the_transcript(people: People) -> None:
    people.write("Anna", "a price?")
    code, link = people.code_of("Anna"), people.link_of("Anna")
    people.write("Anna", "000 000" if code != "000\xa0000" else "111 111")
    people.write("Anna", code)
    texts = [str(entry.body) + str(entry.told) for entry in people.chat.said()]
    assert sum("••• •••" in text for text in texts) == 2
    for secret in (code, code.replace("\xa0", ""), "000 000", link, token_in(link)):
        assert not any(secret in text for text in texts)
    assert [entry.body["text"] for entry in people.chat.bot.heard] == ["a price?"]


def test_nor_is_a_code_with_words_around_it(people: People) -> None:
    people.write("Anna", "a price?")
    code = people.code_of("Anna")
    assert people.write("Anna", f"{code} merci !") == DONE
    assert not any(code in text for text in heard_of(people))


def test_nor_one_that_comes_too_fast(people: People) -> None:
    people.write("Anna", "a price?")
    code = people.code_of("Anna")
    for number in range(A_PERSON.burst - 1):
        people.write("Anna", f"text {number}")
    people.write("Anna", code)
    assert people.heard()[1] is None
    assert heard_of(people)[-1] == "••• •••"
    people.chat.time.pass_by(60)
    assert people.write("Anna", code) == DONE


def heard_of(people: People) -> list[str]:
    return [entry.body["text"] for entry in people.chat.said() if entry.author == "customer"]


def test_the_code_sent_twice_by_the_platform_is_answered_once(people: People) -> None:
    people.write("Anna", "a price?")
    hook = people.fake.message("Anna", people.code_of("Anna"))
    assert people.call(hook, "Anna") == DONE
    assert people.call(hook, "Anna") == ""


def test_a_wrong_code_sent_twice_counts_once(people: People) -> None:
    people.write("Anna", "a price?")
    code = people.code_of("Anna")
    wrong = "000 000" if code != "000\xa0000" else "111 111"
    hook = people.fake.message("Anna", wrong)
    answers = [people.call(hook, "Anna") for _ in range(8)]
    assert answers == ["utter_sign_in_code_wrong"] + [""] * 7
    assert people.write("Anna", code) == DONE


def test_a_restart_in_between_changes_nothing(people: People) -> None:
    people.write("Anna", "a price?")
    people.chat.restart()
    code = people.code_of("Anna")
    people.chat.restart()
    assert people.write("Anna", code) == DONE
    people.chat.restart()
    people.write("Anna", "my price?")
    assert people.heard()[1] == "demo-lyon"


# --- somebody else ---


def test_a_link_that_is_sent_to_a_victim_gives_nothing_away(people: People) -> None:
    """Mallory sends the link of Mallory's chat to a customer, who signs in, and types the code."""
    people.write("Mallory", "a price?")
    code = people.code_of("Mallory", "demo-montreal")
    people.write("Victim", code)
    people.write("Victim", "my price?")
    assert people.heard()[1] is None
    for guess in ("000 001", "000 002", "000 003", "000 004", "000 005", "000 006"):
        if guess != code.replace("\xa0", " "):
            people.write("Mallory", guess)
    people.write("Mallory", "my price?")
    assert people.heard()[1] is None


def test_in_a_group_nobody_is_offered_a_link(people: People) -> None:
    hook = people.fake.in_group("Anna", f"@{USERNAME} a price?")
    assert people.call(hook, "Équipe")
    assert people.fake.seen_by("Équipe")[-1].links == ()


def test_nor_is_anybody_signed_in_there(people: People) -> None:
    people.sign_in("Anna")
    people.call(people.fake.in_group("Anna", f"@{USERNAME} my price?"), "Équipe")
    conversation, account = people.heard()
    assert account is None
    people.write("Anna", "my price?")
    assert people.heard()[1] == "demo-lyon"
    assert people.heard()[0] != conversation
