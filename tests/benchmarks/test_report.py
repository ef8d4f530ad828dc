from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

from benchmarks import report
from benchmarks.bars import ROWS
from benchmarks.figures import Figures
from benchmarks.plan import FULL, QUICK

_AT = datetime(2026, 11, 22, 17, 5, tzinfo=timezone.utc)
_COUNTS = {"examples": 810, "available": 9312, "intents": 27, "questions": 12}


def _line(table: str, label: str) -> list[str]:
    (line,) = (line for line in table.splitlines() if line.startswith(f"| {label}"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_line_has_both_numbers_their_ratio_and_the_bar(stock: Figures, ours: Figures) -> None:
    cells = _line(report.comparison([stock], [ours]), "eight customers")
    assert cells[1:] == ["40.0", "120.0", "3.00", "≥ 3", "reached"]


def test_a_bar_that_is_not_reached_says_so(stock: Figures, ours: Figures) -> None:
    slow = replace(ours, p50=10.2)
    cells = _line(report.comparison([stock], [slow]), "one customer, p50")
    assert cells[1:] == ["20.0", "10.2", "0.51", "≤ 0.5", "**not reached**"]
    assert report.missed([stock], [slow]) == ["one customer, p50, ms"]


def test_the_comparison_is_of_medians(stock: Figures, ours: Figures) -> None:
    rounds = [replace(ours, p50=value) for value in (8.0, 9.0, 99.0)]
    assert _line(report.comparison([stock], rounds), "one customer, p50")[2] == "9.0"


def test_a_row_without_a_bar_has_no_verdict(stock: Figures, ours: Figures) -> None:
    assert _line(report.comparison([stock], [ours]), "first answer")[4:] == ["", ""]


def test_every_round_has_a_column(stock: Figures, ours: Figures) -> None:
    second = replace(ours, memory=660.0)
    table = report.every_round({"stock Rasa": [stock], "Prorata": [ours, second]})
    assert table.splitlines()[0] == "|  | stock Rasa, 1 | Prorata, 1 | Prorata, 2 |"
    assert _line(table, "resident memory")[1:] == ["1000", "650", "660"]


def test_tables_are_whole(stock: Figures, ours: Figures) -> None:
    table = report.comparison([stock], [ours]).splitlines()
    assert len(table) == len(ROWS) + 2
    assert len({line.count("|") for line in table}) == 1


def test_the_document_says_when_where_and_how_much(stock: Figures, ours: Figures) -> None:
    rounds = {"stock Rasa": [stock], "Prorata": [ours]}
    text = report.document(rounds, FULL, _AT, {"memory": "24 GiB"}, _COUNTS)
    for expected in ("2026-11-22 17:05 UTC", "- memory: 24 GiB", "810", "9312", "a full run"):
        assert expected in text
    assert "Every bar is reached." in text


def test_the_document_names_what_is_missed(stock: Figures, ours: Figures) -> None:
    rounds = {"stock Rasa": [stock], "Prorata": [replace(ours, training=40.0, empty=1)]}
    text = report.document(rounds, QUICK, _AT, {}, _COUNTS)
    assert "**Not reached:** training, s; failed and empty answers (ours alone)." in text
