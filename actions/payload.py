"""Entities as the values of a button's payload: `{"product": "Revit", "seats.target": 12}`.

The bot reads them back with their roles (bot/engine/buttons.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from actions.heard import Entity


def payload_of(intent: str, values: Mapping[str, Any]) -> str:
    return f"/{intent}{json.dumps(values)}" if values else f"/{intent}"


def values_in(entities: Iterable[Entity]) -> dict[str, Any]:
    """Of several with one name and role the last stays, which is the one that counts."""
    return {
        f"{entity.name}.{entity.role}" if entity.role else entity.name: entity.value
        for entity in entities
    }


def entities_of(values: Mapping[str, Any]) -> tuple[Entity, ...]:
    named = ((*name.partition("."), value) for name, value in values.items())
    return tuple(Entity(name, value, role or None) for name, _, role, value in named)
