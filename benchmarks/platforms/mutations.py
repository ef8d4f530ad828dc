"""The platforms' calls, as they document them, in which anything may be something else."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

CONTRACT = Path(__file__).resolve().parents[2] / "tests" / "contract"

# Where a call names a person, a place or an event.
_IDS = re.compile(
    r"(ts|event_ts|action_ts|mid|id|message_id|update_id|from|from_user_id|wa_id|user_id|user"
    r"|channel|channel_id|From|MessageSid|SmsSid|SmsMessageSid|WaId)"
)
# What is ours in it stays: calls for others are acknowledged, and nothing is done.
_OURS = re.compile(
    r"(104725108374412|106540352242922|102290129340398|6000000001|U0LAN0Z89|C0LAN2Q65)"
)
_ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**70,
    1e308,
    float("nan"),
    "",
    " ",
    "0",
    "null",
    "\x00",
    "\u202e\u200b",
    "/restart",
    "STOP",
    "2",
    "é" * 5000,
    "👩‍💻" * 300,
    "\n" * 400,
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    [],
    {},
    [[[[[[[[]]]]]]]],
    {"a": {"b": {"c": None}}},
    ["x"] * 300,
)
_LONE_SURROGATE = "\ud800"
_DEEP = b'{"event":' * 3000 + b"1" + b"}" * 3000


def documented(platform: str) -> list[Any]:
    """Every call of tests/contract/: JSON values, or Twilio's forms."""
    folder = CONTRACT / platform
    forms = [_form(file) for file in sorted(folder.glob("*.txt"))]
    return forms + [json.loads(f.read_text("utf-8")) for f in sorted(folder.glob("*.json"))]


def mutated(call: Any, chance: random.Random) -> Any:
    """Often of somebody else and another event, so that it is not what was heard before; with up to
    four changes.
    """
    value = copy.deepcopy(call)
    if chance.random() < 0.7:
        _rename(value, chance)
    for _ in range(chance.randint(0, 4)):
        _change(value, chance, (*_ODD, _LONE_SURROGATE))
    return value


def mutated_form(form: dict[str, str], chance: random.Random) -> dict[str, str]:
    """The same of a form, in which everything is text."""
    value: dict[str, Any] = dict(form)
    if chance.random() < 0.7:
        _rename(value, chance)
    for _ in range(chance.randint(0, 4)):
        _change(value, chance, _ODD)
    return {name: text if isinstance(text, str) else str(text) for name, text in value.items()}


def garbled(body: bytes, chance: random.Random) -> bytes:
    """One call in eight is not even what it says it is."""
    kind = chance.randrange(40)
    if kind == 0:
        return body[: chance.randrange(len(body) + 1)]
    if kind == 1:
        place = chance.randrange(len(body))
        return body[:place] + bytes([chance.randrange(256)]) + body[place + 1 :]
    if kind == 2:
        return chance.randbytes(chance.randrange(200))
    if kind == 3:
        return body + b"\x00"
    return _DEEP if kind == 4 else body


def _form(file: Path) -> dict[str, str]:
    body = "&".join(file.read_text("ascii").splitlines())
    return dict(parse_qsl(body, keep_blank_values=True, strict_parsing=True))


def _rename(value: Any, chance: random.Random) -> None:
    """The same new name wherever there was the same old one."""
    renamed: dict[Any, Any] = {}
    for container, key in list(_places(value)):
        old = container[key]
        is_id = isinstance(old, (str, int)) and not isinstance(old, bool)
        if is_id and _IDS.fullmatch(str(key)) and not _OURS.search(str(old)):
            if old not in renamed:
                renamed[old] = type(old)(_other(str(old), chance))
            container[key] = renamed[old]


def _other(name: str, chance: random.Random) -> str:
    """As long as it was, and of digits where those were."""
    return re.sub(r"\d{3}", lambda _: str(chance.randint(100, 999)), name)


def _change(value: Any, chance: random.Random, odd: tuple[Any, ...]) -> None:
    places = list(_places(value))
    if not places:
        return
    container, key = chance.choice(places)
    what = chance.randrange(4)
    if what == 0:
        del container[key]
    elif what == 1:
        other_container, other_key = chance.choice(places)
        container[key] = copy.deepcopy(other_container[other_key])
    else:
        container[key] = copy.deepcopy(chance.choice(odd))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    keys = list(value) if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], (dict, list)):
            yield from _places(value[key])
