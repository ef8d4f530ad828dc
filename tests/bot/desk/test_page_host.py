"""Times, amounts, texts, the locale and the address."""

from __future__ import annotations

import json

import pytest

from tests.bot.desk.page_modules import evaluate


@pytest.mark.parametrize(
    ("seconds", "expected"), [(-5, "0:00"), (7, "0:07"), (187.9, "3:07"), (3787, "1:03:07")]
)
def test_waiting_is_counted_in_minutes(seconds: float, expected: str) -> None:
    script = f"import {{ elapsed }} from 'page/host/formats.js'; const result = elapsed({seconds});"
    assert evaluate(script) == expected


def test_dates_and_amounts_are_the_locales() -> None:
    result = evaluate(
        """import { calendarDay, clock, moment, money } from 'page/host/formats.js';
        const at = moment('2026-11-25T19:05:00Z');
        const result = [
          clock(at, 'fr-CA'), clock(at, 'fr-CA', 'America/Vancouver'), clock(at, 'en-GB'),
          moment(at.getTime() / 1000).getTime() === at.getTime(), moment('soon'), moment(null),
          calendarDay('2027-03-01', 'fr-CA'), calendarDay('2027-03-01', 'en-CA'),
          money('1183.56', 'CAD', 'en-CA'), money('1183.56', 'EUR', 'fr-FR'), money('?', 'CAD', 'en-CA'),
        ].map((value) => typeof value === 'string' ? value.replace(/[\\u00a0\\u202f]/g, ' ') : value);"""
    )
    assert result == [
        *("14 h 05", "11 h 05", "14:05"),
        *(True, None, None),
        *("1er mars 2027", "March 1, 2027"),
        *("$1,183.56 CAD", "1 183,56 €", "? CAD"),
    ]


def test_texts_are_counted_and_filled_in() -> None:
    result = evaluate(
        """import { textsOf } from 'page/host/texts.js';
        const t = textsOf({ one: ['{n} poste', '{n} postes'], two: '{name} écrit' }, 'fr-CA');
        const result = [t('one', { n: 0 }), t('one', { n: 2 }), t('two', { name: '{n}' }),
          t('three'), t.has('two'), t.has('toString')];"""
    )
    assert result == ["0 poste", "2 postes", "{n} écrit", "three", True, False]


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        ([None, "fr_FR", "en-CA"], "fr-FR"),
        (["fr-BE"], "fr-CA"),
        (["en"], "en-CA"),
        (["de-DE", "fr"], "fr-CA"),
        ([], "en-CA"),
    ],
)
def test_the_locale_is_the_first_that_the_desk_speaks(
    candidates: list[str | None], expected: str
) -> None:
    script = f"""import {{ negotiate }} from 'page/host/locale.js';
        const result = negotiate({json.dumps(candidates)});"""
    assert evaluate(script) == expected


def test_the_address_says_what_is_open() -> None:
    result = evaluate(
        """import { addressOf, placeOf } from 'page/host/route.js';
        const result = ['', '#tickets', addressOf('a/b:ç'), '#c/%', '#c/'].map(placeOf);"""
    )
    nothing = {"tab": "conversations", "id": None}
    assert result == [
        nothing,
        {"tab": "tickets", "id": None},
        {"tab": "conversations", "id": "a/b:ç"},
        nothing,
        nothing,
    ]
