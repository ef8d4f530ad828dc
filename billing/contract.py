"""The contract, `openapi.yaml`, as it is served: in its own words, and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Contract:
    yaml_text: str
    json_text: str


@cache
def load_contract() -> Contract:
    """Read once a process: YAML is slow to parse, and the file does not change."""
    text = Path(__file__).with_name("openapi.yaml").read_text(encoding="utf-8")
    return Contract(yaml_text=text, json_text=json.dumps(yaml.safe_load(text)))
