"""Addresses, yes and no, in the words of both languages."""

from __future__ import annotations

import time

import pytest

from bot.handoff.form.said import is_cancel, read_email, says_no, says_yes


@pytest.mark.parametrize(
    "text",
    ["cancel my subscription", "stop the renewal", "annuler mon abonnement", "je veux annuler un poste",
     "non", "laisse", "Don Stop", ""],
)  # fmt: skip
def test_what_is_no_cancelling(text: str) -> None:
    assert not is_cancel(text)


@pytest.mark.parametrize(
    "text",
    ["yes", "Yes please", "OK!", "yep, that's right", "oui", "oui oui", "Ouais, c’est ça", "d’accord",
     "no problem", "pas de problème", "Oui, transmettez-le", "oui s’il vous plaît", "c’est exact",
     "ouin c’est ça", "ben oui", "ouais", "c’est beau", "correct", "ben oui là", "c’est parfait, merci",
     "well yes", "looks good", "yeah, all good"],
)  # fmt: skip
def test_yes(text: str) -> None:
    assert says_yes(text)
    assert not says_no(text)


@pytest.mark.parametrize("text", ["", "merci", "please", "yes no", "oui mais non", "yesterday"])
def test_no_yes(text: str) -> None:
    assert not says_yes(text)


@pytest.mark.parametrize("title", ["Yes, that’s right", "Oui, c’est le bon", "Oui, transmettez-le"])
def test_typed_titles_of_yes(title: str) -> None:
    assert says_yes(title)


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("zoe@example.com", "zoe@example.com"),
        ("C’est zoe.cote+prorata@mail.example.co.uk, merci.", "zoe.cote+prorata@mail.example.co.uk"),
        ("<zoe@example.com>", "zoe@example.com"),
        ("Zoe.O'Neil@Example.COM", "Zoe.O'Neil@Example.COM"),
        ("zoe..cote@example.com", None),
        ("zoe@-example.com", None),
        ("zoe@example.c", None),
        ("zoe@example.com@example.com", None),
        ("zoé@example.com", None),
        (f"{'z' * 65}@example.com", None),
        (f"zoe@{'example.' * 40}com", None),
    ],
)  # fmt: skip
def test_emails(text: str, email: str | None) -> None:
    assert read_email(text) == email


@pytest.mark.parametrize("text", ["ok " * 26 + "x", "oui j'accepte " * 5 + "x", "a.a@" * 250])
def test_no_text_takes_long(text: str) -> None:
    began = time.perf_counter()
    says_yes(text), is_cancel(text), says_no(text), read_email(text)
    assert time.perf_counter() - began < 0.5
