"""Dates in digits, in the order of the region."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "language", "locale", "expected"),
    [
        ("2026-09-30", "en", None, "2026-09-30"),
        ("20261201", "en", None, "2026-12-01"),
        ("2026/09/30", "fr", "fr_CA", "2026-09-30"),
        ("renouvellement : 2027-1-5", "fr", None, "2027-01-05"),
        ("03/04/2026", "en", None, "2026-03-04"),
        ("03/04/2026", "fr", None, "2026-04-03"),
        ("03/04/2026", "en", "en_US", "2026-03-04"),
        ("03/04/2026", "fr", "en-CA", "2026-03-04"),
        ("03/04/2026", "en", "en_GB", "2026-04-03"),
        ("03/04/2026", "en", "fr_CA", "2026-04-03"),
        ("03/04/2026", "fr", "fr-FR", "2026-04-03"),
        ("12/31/2026", "fr", "fr_FR", "2026-12-31"),
        ("31/12/2026", "en", "en_US", "2026-12-31"),
        ("3.11.26", "fr", None, "2026-11-03"),
        ("03-04-27", "en", "en_GB", "2027-04-03"),
        ("2026-31-12", "en", None, "2026-12-31"),
        ("03/04", "en", None, "2027-03-04"),
        ("avant le 03/04", "fr", None, "2027-04-03"),
        ("renews on 12/15", "en", None, "2026-12-15"),
        ("30/6", "fr", "fr_CA", "2027-06-30"),
        ("6/30", "en", "en_US", "2027-06-30"),
    ],
)
def test_a_day(read, text, language, locale, expected):
    assert [(value, role) for _, value, role in read("date", text, language, locale)] == [
        (expected, None)
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [("2026-13-40", "en"), ("31/02/2026", "fr"), ("30/02/26", "fr"), ("02/29/2027", "en")],
)
def test_no_such_day(read, text, language):
    assert read("date", text, language) == [(text, text, "invalid")]


@pytest.mark.parametrize(
    "text",
    ["514-555-0123", "24/7", "1/2", "3/4 of the team", "192.168.1.1", "v1.2.3", "577-12345678"],
)
def test_not_a_date(read, text):
    assert read("date", text) == []
