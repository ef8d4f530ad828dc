from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import ours, sample
from benchmarks.subject import Unanswered

ROOT = Path(__file__).parents[2]


def test_everything_is_copied_but_the_examples_are_the_samples(tmp_path: Path) -> None:
    drawn = sample.draw(ROOT / "data" / "nlu", 2, seed=1)
    subject = ours.make(ROOT, drawn, tmp_path / "ours")
    for part in ("config.yml", "domain.yml", "data/rules/quote.yml", "bot/cli.py"):
        assert (subject.folder / part).read_bytes() == (ROOT / part).read_bytes()
    assert sample.draw(subject.folder / "data" / "nlu", 9, seed=1) == drawn


def test_each_start_has_conversations_of_its_own(tmp_path: Path) -> None:
    subject = ours.make(ROOT, {("en", "greet"): ("hi",)}, tmp_path / "ours")
    (subject.folder / "models").mkdir()
    (subject.folder / "models" / "prorata-0.tar.gz").touch()
    subject.service()
    database = subject.folder / "state" / "conversations.db"
    database.parent.mkdir(exist_ok=True)
    database.touch()
    service = subject.service()
    assert not database.exists()
    assert service.environment["PRORATA_DATABASE"] == str(database)
    assert service.messages.startswith("http://127.0.0.1:")
    assert [companion.command[1:] for companion in service.companions] == [("-m", "actions")]


def test_what_is_said_is_read() -> None:
    turn = {
        "messages": [{"response": "utter_greet", "text": "Hello"}, {"response": "x", "text": ""}]
    }
    assert ours.read_turn(turn) == ["Hello"]


def test_an_apology_is_no_answer() -> None:
    with pytest.raises(Unanswered):
        ours.read_turn({"messages": [{"response": "utter_trouble", "text": "Sorry"}]})
