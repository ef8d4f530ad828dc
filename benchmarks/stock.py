"""The other side: what `rasa init` gives, in the installed version, with the sample and our answers.

Pipeline and policies are the ones that Rasa fills into its template's empty config.yml (DIET and
TED of 100 epochs among them); credentials and endpoints are the template's: the REST channel,
conversations in memory.
"""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from benchmarks import sample, understand
from benchmarks.stock_domain import domain, rules, stories
from benchmarks.subject import Service, Subject
from bot.run.ports import HOST, free_ports

_TEMPLATE = ("config.yml", "credentials.yml", "endpoints.yml")
_MODEL = "stock"


def make(root: Path, drawn: sample.Sample, folder: Path) -> Subject:
    folder.mkdir(parents=True)
    for name in _TEMPLATE:
        shutil.copy(_package() / "cli" / "initial_project" / name, folder / name)
    sample.write(drawn, folder / "data" / "nlu")
    ours = yaml.safe_load((root / "domain.yml").read_text("utf-8"))
    ruled = rules(_our_rules(root), sorted({intent for _, intent in drawn}))
    _write(folder / "data" / "rules.yml", {"version": "3.1", "rules": ruled})
    _write(folder / "data" / "stories.yml", {"version": "3.1", "stories": stories(ruled)})
    _write(folder / "domain.yml", domain(ours, ruled))
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false"}
    return Subject(
        "stock Rasa",
        (*_rasa(), "train", "--force", "--fixed-model-name", _MODEL),
        (sys.executable, understand.__file__, "stock", f"models/{_MODEL}.tar.gz"),
        folder,
        environment,
        lambda: _service(folder, environment),
    )


def _service(folder: Path, environment: dict[str, str]) -> Service:
    (port,) = free_ports(1)
    url = f"http://{HOST}:{port}"
    return Service(
        (*_rasa(), "run", "--interface", HOST, "--port", str(port), "--model", "models"),
        folder,
        environment,
        f"{url}/",
        f"{url}/webhooks/rest/webhook",
        {},
        _body,
        read_messages,
    )


def _body(conversation: str, text: str) -> dict[str, Any]:
    return {"sender": conversation, "message": text}


def read_messages(messages: Any) -> list[str]:
    """What the REST channel's list of messages says."""
    return [message["text"] for message in messages if message.get("text")]


def _package() -> Path:
    """Where Rasa is installed, found without the seconds that importing it takes."""
    spec = find_spec("rasa")
    if spec is None or spec.origin is None:
        raise RuntimeError("rasa is not installed: make install")
    return Path(spec.origin).parent


def _rasa() -> tuple[str, ...]:
    return (sys.executable, "-m", "rasa")


def _our_rules(root: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted((root / "data" / "rules").glob("*.yml")):
        found += yaml.safe_load(path.read_text("utf-8"))["rules"]
    return found


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
