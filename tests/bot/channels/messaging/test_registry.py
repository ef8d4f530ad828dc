"""A platform has its settings whole, or has no route."""

from __future__ import annotations

import pytest

from bot.channels.messaging import registry
from bot.channels.messaging.platform import Capabilities
from bot.channels.messaging.registry import Misconfigured, configured, kit_of
from tests.bot.channels.messaging.toy import Kit

TWO = Kit(Capabilities(text=10), NAME="two", SETTINGS=("TWO_ID", "TWO_TOKEN"), DEFAULTS={})


@pytest.fixture(autouse=True)
def kits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "KITS", (Kit(Capabilities(text=10)), TWO))


def test_none_is_configured() -> None:
    assert configured({}) == {}
    assert configured({"TOY_SECRET": "", "OTHER": "x", "TOY_API": "https://x"}) == {}


def test_what_has_a_default_may_be_left_out() -> None:
    assert configured({"TOY_SECRET": "s", "OTHER": "x"}) == {
        "toy": {"TOY_SECRET": "s", "TOY_API": "https://toy.example.com"}
    }
    assert configured({"TOY_SECRET": "s", "TOY_API": "https://eu.example.com"})["toy"] == {
        "TOY_SECRET": "s",
        "TOY_API": "https://eu.example.com",
    }
    assert configured({"TOY_SECRET": "s", "TOY_API": ""})["toy"]["TOY_API"]


def test_one_that_is_half_configured_is_named() -> None:
    with pytest.raises(Misconfigured, match=r"TWO_TOKEN must be set, too, for the channel two"):
        configured({"TOY_SECRET": "s", "TWO_ID": "7"})


def test_a_kit_by_its_name() -> None:
    assert kit_of("two") is TWO


def test_each_platform_that_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name is its module's; its variables are its own, and begin like all of ours."""
    monkeypatch.undo()
    modules = {kit.NAME: kit for kit in registry.KITS}
    assert set(modules) == {
        *("messenger", "slack", "telegram", "twilio_sms", "twilio_whatsapp", "whatsapp")
    }
    for name, kit in modules.items():
        assert kit.__name__.rpartition(".")[2] == name
        assert all(each.startswith("PRORATA_") for each in (*kit.SETTINGS, *kit.DEFAULTS))
        assert not set(kit.SETTINGS) & set(kit.DEFAULTS)


def test_what_each_can_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for kit in registry.KITS:
        can = kit.CAPABILITIES
        assert can.length("Combien pour 3 postes de plus ?") <= can.text
        assert (can.choices == 0) == (can.choice_title == 0)
