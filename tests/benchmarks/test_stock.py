from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks import sample, stock
from benchmarks.subject import Subject

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    drawn = sample.draw(ROOT / "data" / "nlu", 2, seed=1)
    return stock.make(ROOT, drawn, tmp_path_factory.mktemp("bench") / "stock")


def _read(subject: Subject, name: str) -> Any:
    return yaml.safe_load((subject.folder / name).read_text("utf-8"))


def test_the_configuration_is_the_templates(subject: Subject) -> None:
    config = _read(subject, "config.yml")
    # Empty: Rasa fills in its defaults.
    assert (config["pipeline"], config["policies"]) == (None, None)
    assert "rest" in _read(subject, "credentials.yml")


def test_every_rule_of_the_real_data_can_be_said(subject: Subject) -> None:
    domain, ruled = _read(subject, "domain.yml"), _read(subject, "data/rules.yml")["rules"]
    assert {rule["steps"][1]["action"] for rule in ruled} <= set(domain["responses"])
    assert {rule["steps"][0]["intent"] for rule in ruled} == set(domain["intents"])
    assert "{" not in str([r["text"] for of in domain["responses"].values() for r in of])


def test_every_intent_of_the_sample_has_an_answer(subject: Subject) -> None:
    sampled = {path.stem for path in (subject.folder / "data" / "nlu").glob("*/*.yml")}
    assert sampled <= set(_read(subject, "domain.yml")["intents"])


def test_the_server_is_on_loopback_with_the_rest_channel(subject: Subject) -> None:
    service = subject.service()
    assert "127.0.0.1" in service.command
    assert service.messages.endswith("/webhooks/rest/webhook")
    assert service.body("c", "hi") == {"sender": "c", "message": "hi"}


def test_what_is_said_is_read() -> None:
    said = [{"recipient_id": "c", "text": "hello"}, {"recipient_id": "c", "image": "x"}]
    assert stock.read_messages(said) == ["hello"]
    assert stock.read_messages([]) == []
