"""Our addresses, as the platforms know them."""

from __future__ import annotations

from bot.channels.messaging.addresses import address, reports_address


def test_where_events_go() -> None:
    assert address("https://chat.example.com", "slack") == "https://chat.example.com/channels/slack"


def test_where_reports_go() -> None:
    there = reports_address("https://chat.example.com/channels/twilio_sms", "c&1:7")
    assert there == "https://chat.example.com/channels/twilio_sms?message=c%261%3A7"
