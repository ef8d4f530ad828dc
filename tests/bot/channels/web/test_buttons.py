"""A button's payload works in its own conversation, and only as this server made it."""

from __future__ import annotations

import base64

import pytest

from bot.channels.web.buttons import Buttons, looks_signed
from tests.bot.channels.web.harness import SECRET

BUTTONS = Buttons(SECRET)
SIGNED = BUTTONS.sign("c-1", "3 seats", "/inform")
_, SHOWN, MAC = SIGNED.split(".")
AFFIRM = base64.urlsafe_b64encode(b'["3 seats", "/affirm"]').rstrip(b"=").decode()


@pytest.mark.parametrize(
    ("title", "payload"),
    [
        ("3 seats", "/inform"),
        ("Oui, à 887,67 $ CA", '/inform{"subscription_id": "sub_demo_1"}'),
        ("", ""),
        ("👍🏽 « l’œuvre »\n", "/affirm"),
        ("x" * 100, "/inform" + "y" * 1000),
    ],
)
def test_what_was_signed_is_read(title: str, payload: str) -> None:
    signed = BUTTONS.sign("c-1", title, payload)
    assert BUTTONS.read("c-1", signed) == (title, payload)
    assert looks_signed(signed)


def test_another_process_with_the_secret_reads_it() -> None:
    assert Buttons(SECRET).read("c-1", SIGNED) == ("3 seats", "/inform")
    assert Buttons(SECRET + "x").read("c-1", SIGNED) is None


@pytest.mark.parametrize("conversation", ["c-2", "", "c-1.", f"c-1.{SHOWN}", "C-1"])
def test_it_does_not_work_in_another_conversation(conversation: str) -> None:
    assert BUTTONS.read(conversation, SIGNED) is None


@pytest.mark.parametrize(
    "tampered",
    [
        f"b1.{AFFIRM}.{MAC}",
        f"b1.{SHOWN[:-2]}AA.{MAC}",
        f"b1.{SHOWN}A.{MAC}",
        f"b1.{SHOWN}.{'A' * 43}",
        f"b1.{SHOWN}.{MAC[::-1]}",
        "b1.e30." + "A" * 43,
    ],
)
def test_a_tampered_one_is_refused_and_still_a_button(tampered: str) -> None:
    assert BUTTONS.read("c-1", tampered) is None
    assert looks_signed(tampered)


@pytest.mark.parametrize(
    "text",
    [
        *("", "/affirm", "hello", "b1", "b1..", f"b2.{SHOWN}.{MAC}", f"B1.{SHOWN}.{MAC}"),
        *(f" {SIGNED}", f"{SIGNED}\n", f"{SIGNED} please", SIGNED[:-1], f"{SIGNED}A"),
        *(None, True, 5, 2.5, [SIGNED], {"payload": SIGNED}, SIGNED.encode()),
        pytest.param(f"b1.é.{MAC}", id="not ASCII"),
        pytest.param(f"b1.{'A' * 4001}.{MAC}", id="long"),
    ],
)
def test_anything_else_is_no_button(text: object) -> None:
    assert BUTTONS.read("c-1", text) is None
    assert not looks_signed(text)
