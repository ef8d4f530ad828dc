"""Refusals, whys and questions, in the words of both languages, and what is none of them."""

from __future__ import annotations

import time

import pytest

from bot.handoff.form.asides import asks_a_price, asks_why, drops, is_for_the_bot, withholds


@pytest.mark.parametrize(
    "text",
    ["finalement non", "je veux plus être rappelé", "non merci", "j'ai plus besoin d'un appel", "pas la peine",
     "ne m'appelez pas", "je ne veux plus qu’on m’appelle", "non finalement c'est beau", "no thanks",
     "I don't want a call any more", "don't call me", "no thank you I'm good", "actually no"],
)  # fmt: skip
def test_what_ends_it(text: str) -> None:
    assert drops(text, "callback")


@pytest.mark.parametrize(
    "text",
    ["non", "Dana", "je veux un appel", "ne m'appelez pas avant 10 h", "je veux pas payer plus", "no",
     "don't call me before 10", "I want a call", "don't call after 5", "appelez-moi pas trop tôt"],
)  # fmt: skip
def test_what_does_not(text: str) -> None:
    assert not drops(text, "callback")


def test_a_message_is_not_ended_by_who_wants_no_call() -> None:
    for text in ("I don't want a call", "je ne veux pas d’appel"):
        assert not drops(text, "message")
    for text in ("I don't want to leave a message", "je veux plus laisser de message"):
        assert drops(text, "message")


@pytest.mark.parametrize(
    "text",
    ["j'veux pas donner mon numéro", "je préfère ne pas le donner", "c’est privé", "pas de vos affaires",
     "j'ai pas de téléphone", "je donne pas mon numéro", "je refuse de donner mon nom",
     "I'd rather not give my number", "I won't tell you", "I don't have a phone", "none of your business"],
)  # fmt: skip
def test_what_is_withheld(text: str) -> None:
    assert withholds(text)
    assert not withholds("Dana")


@pytest.mark.parametrize(
    "text",
    ["pourquoi", "Pourquoi ?", "pourquoi vous voulez savoir ça", "pourquoi voulez-vous mon nom",
     "pourquoi vous avez besoin de mon numéro?", "c'est pour quoi faire?", "à quoi ça sert ?",
     "qui va voir ça?", "mais pourquoi tu me demandes ça", "pourquoi je dois donner mon numéro",
     "why?", "why do you need it", "why do you need my name?", "what for", "what do you need it for?",
     "Why are you asking", "yes, but who sees it?", "why do I have to give my number"],
)  # fmt: skip
def test_whys(text: str) -> None:
    assert asks_why(text)


@pytest.mark.parametrize(
    "text",
    ["why is my bill higher this month?", "why was I charged", "why is it so expensive", "Dana",
     "why do you need a purchase order?", "pourquoi mon prix a augmenté", "pourquoi je dois payer deux fois"],
)  # fmt: skip
def test_a_why_about_something_else_is_none(text: str) -> None:
    assert not asks_why(text)


@pytest.mark.parametrize(
    "text",
    [
        "wait how much is 3 maya first",
        "3 maya",
        "c'est combien pour 2 postes",
        "5 revit de plus",
        "a quote",
    ],
)
def test_prices(text: str) -> None:
    assert asks_a_price(text)


@pytest.mark.parametrize(
    "text",
    ["what products can I add", "est-ce que je peux enlever un poste", "can I remove a seat?", "in English please",
     "en français svp", "attendez, comment on ajoute un poste", "is it refundable"],
)  # fmt: skip
def test_questions(text: str) -> None:
    assert is_for_the_bot(text)


@pytest.mark.parametrize("text", ["Dana", "Maya", "Maya Tremblay", "demain", "514 555-0199", "oui"])
def test_answers(text: str) -> None:
    assert not asks_a_price(text)
    assert not is_for_the_bot(text)


def test_no_text_takes_long() -> None:
    began = time.perf_counter()
    for text in (
        "pourquoi vous " * 70,
        "do not " * 140,
        "why do you need to " * 50,
        "et mais " * 125,
    ):
        drops(text, "callback"), withholds(text), asks_why(text), is_for_the_bot(text)
    assert time.perf_counter() - began < 0.5
