"""For how long a subscription runs, and the periods that say nothing of it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "term"),
    [
        ("3 revit seats, monthly subscription, renews dec 15 2026", "monthly", "month"),
        ("5 postes autocad, abonnement au mois", "au mois", "month"),
        ("facturation au mois", "au mois", "month"),
        ("it's monthly not yearly", "monthly", "month"),
        ("c'est mensuel mon affaire pas annuel", "mensuel", "month"),
        ("not yearly, monthly", "monthly", "month"),
        ("pas annuel, mensuel", "mensuel", "month"),
        ("we're on a monthly plan", "monthly", "month"),
        ("on est en mensuel", "mensuel", "month"),
        ("we pay month to month", "month to month", "month"),
        ("our subscription is billed per month", "per month", "month"),
        ("abonnement par mois", "par mois", "month"),
        ("notre forfait est facturé à tous les mois", "à tous les mois", "month"),
        ("c't'au mois mon affaire", "au mois", "month"),
        ("my sub is montly", "montly", "month"),
        ("the monthly one", "monthly", "month"),
        ("and monthly?", "monthly", "month"),
        ("et au mois?", "au mois", "month"),
        ("3 monthly seats", "monthly", "month"),
        ("monthly", "monthly", "month"),
        ("au mois", "au mois", "month"),
        ("it's yearly then", "yearly", "year"),
        ("annual then", "annual", "year"),
        ("annuel alors", "annuel", "year"),
        ("c'est à l'année", "à l'année", "year"),
        ("5 annual AutoCAD subscriptions", "annual", "year"),
        ("abonnement d'un an", "d'un an", "year"),
        ("abonnement de 3 ans", "3 ans", "years"),
        ("it's a 3 year subscription", "3 year", "years"),
        ("a three-year term", "three-year", "years"),
        ("5 seats of revit for 3 years", "3 years", "years"),
        ("engagement sur deux ans", "deux ans", "years"),
        ("multi-year deal", "multi-year", "years"),
        ("forfait pluriannuel", "pluriannuel", "years"),
    ],
)
def test_named(read, text, words, term):
    assert read("term", text) == [(words, term, None)]


@pytest.mark.parametrize(
    "text",
    [
        "per month?",
        "is that per month?",
        "is it monthly?",
        "monthly?",
        "par mois?",
        "c'est mensuel?",
        "c'est par mois ou par année?",
        "how much is the subscription per month?",
        "combien l'abonnement par mois",
        "the monthly cost",
        "prix mensuel",
        "rapport mensuel",
        "monthly seat usage report",
        "can I pay monthly?",
        "it's not a monthly plan",
        "au mois de mars",
        "le mois prochain",
        "in 3 months",
        "3 months left",
        "dans 3 mois",
        "next month",
        "for a year",
        "our subscription is 3 years old",
        "we've been customers for 3 years",
        "our subscription expires in 3 years",
    ],
)
def test_not_named(read, text):
    assert read("term", text) == []


@pytest.mark.parametrize("text", ["3 monthly seats", "5 postes annuels", "4 postes pour 3 ans"])
def test_seats_are_counted_all_the_same(read, text):
    assert [value for _, value, _ in read("seats", text)] == [int(text[0])]
