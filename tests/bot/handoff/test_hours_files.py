"""Files of opening hours that are not right."""

from __future__ import annotations

import pytest

from bot.handoff.hours import Hours

GOOD = 'zone: Europe/Paris, holidays: FR, week: {monday: ["09:00-12:00"]}'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("regions: {FR: {fr: {holidays: FR, week: {}}}}", r"regions\.FR\.fr\.zone: missing"),
        ("regions: {FR: {fr: {zone: Europe/Paris, week: {}}}}", r"FR\.fr\.holidays: missing"),
        ("regions: {FR: {fr: {zone: Europe/Lutetia, holidays: FR, week: {}}}}", "unknown time zone"),
        ("regions: {FR: {fr: {zone: ../../etc/passwd, holidays: FR, week: {}}}}", "unknown time"),
        ("regions: {FR: {fr: {zone: Europe/Paris, holidays: XX, week: {}}}}", "unknown country"),
        ("regions: {FR: {fr: {zone: Europe/Paris, holidays: CA-ZZ, week: {}}}}", "subdivision"),
        ("regions: {XX: {}}", r"regions\.XX: unknown country"),
        ("regions: {NO: {}}", r"regions\.False: unknown country"),
        ("regions: {FR: {de: {}}}", r"regions\.FR\.de: unknown language"),
        (f"regions: {{FR: {{fr: {{{GOOD}, hours: []}}}}}}", r"regions\.FR\.fr\.hours: unknown"),
        (f"regions: {{FR: {{fr: {{{GOOD}, closed: 24}}}}}}", r"closed: not a list"),
        (f"regions: {{FR: {{fr: {{{GOOD}, closed: [24 mai]}}}}}}", r"closed\.24 mai: not a date"),
        (
            f"regions: {{FR: {{fr: {{{GOOD}, closed: [2026-12-24], dates: {{2026-12-24: []}}}}}}}}",
            r"dates\.2026-12-24: given twice",
        ),
        ("regions: {}\nregions: {}", "regions: given twice"),
        ("regions: [", "not YAML"),
        ("[]", "hours: not a mapping"),
        ("", "hours: not a mapping"),
        ("{}", "regions: not a mapping"),
    ],
)  # fmt: skip
def test_a_malformed_file_names_the_place(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Hours.load(text)


@pytest.mark.parametrize(
    ("week", "problem"),
    [
        ('{monday: ["09:00-12:00", "11:59-13:00"]}', r"week\.monday: shifts overlap"),
        ('{monday: ["13:00-17:00", "09:00-13:30"]}', r"week\.monday: shifts overlap"),
        ('{monday: ["12:00-09:00"]}', r"week\.monday: ends before it starts"),
        ('{monday: ["09:00-09:00"]}', "ends before it starts"),
        ('{monday: ["22:00-02:00"]}', "past 24:00"),
        ('{monday: ["9-12"]}', "not a shift"),
        ('{monday: ["09:00-25:00"]}', "not a shift"),
        ('{monday: ["24:00-24:00"]}', "ends before"),
        ('{monday: ["09:00-10:00-11:00"]}', "not a shift"),
        ("{monday: 09:00-12:00}", r"week\.monday: not a list"),
        ("{monday: [540]}", "not a shift"),
        ("{lundi: []}", r"week\.lundi: unknown"),
        ("{monday: [], monday: []}", r"week\.monday: given twice"),
    ],
)
def test_malformed_weeks(week: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Hours.load(f"regions: {{FR: {{fr: {{zone: Europe/Paris, holidays: FR, week: {week}}}}}}}")
