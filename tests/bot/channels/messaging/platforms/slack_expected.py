"""What each of the recorded calls means; nobody expects an answer to those that are not here."""

from __future__ import annotations

from bot.channels.messaging.platform import Event

APP, ANNA, BEN = "A0PNCHHK2", "U2147483697", "U061F7AUR"
PRIVATE, GENERAL = "D024BE91L", "C0LAN2Q65"
ANNA_S = {"peer": f"{APP}:{PRIVATE}:{ANNA}", "address": {"channel": PRIVATE}}
THREAD = "1779459900.001400"
BEN_S = {
    "peer": f"{APP}:{GENERAL}:{BEN}:{THREAD}",
    "address": {"channel": GENERAL, "thread": THREAD},
    "private": False,
}

EXPECTED: dict[str, list[Event]] = {
    "message_im": [
        Event(
            "message",
            f"{PRIVATE}:1779459600.000100",
            text="C’est combien pour 3 postes de plus?",
            **ANNA_S,
        )
    ],
    "message_im_markup": [
        Event(
            "message",
            f"{PRIVATE}:1779459610.000200",
            text="3 < 5 & 7 > 2? See example.com/prices, call 514-555-0123 or ask in #sales",
            **ANNA_S,
        )
    ],
    # The same conversation, answered in the thread.
    "message_im_thread": [
        Event(
            "message",
            f"{PRIVATE}:1779459620.000300",
            ANNA_S["peer"],
            {"channel": PRIVATE, "thread": "1779459600.000100"},
            "And 5 more?",
        )
    ],
    "message_im_voice": [Event("media", f"{PRIVATE}:1779459700.000400", **ANNA_S)],
    "message_im_picture": [
        Event(
            "message",
            f"{PRIVATE}:1779459800.000500",
            text="Est-ce que ce montant est le bon?",
            **ANNA_S,
        )
    ],
    "message_me": [
        Event(
            "message",
            f"{PRIVATE}:1779459810.000600",
            text="wonders what 3 seats cost",
            **ANNA_S,
        )
    ],
    "message_changed": [
        Event(
            "edit",
            f"{PRIVATE}:1779459600.000100:1779459650.000000",
            text="C’est combien pour 4 postes de plus?",
            **ANNA_S,
        )
    ],
    "app_mention": [
        Event(
            "message",
            f"{GENERAL}:{THREAD}",
            text="how much for 3 more AutoCAD seats?",
            **BEN_S,
        )
    ],
    "app_mention_thread": [
        Event("message", f"{GENERAL}:1779459910.001500", text="and for 5, ?", **BEN_S)
    ],
    "app_mention_edited": [
        Event(
            "edit",
            f"{GENERAL}:{THREAD}:1779459920.000000",
            text="how much for 4 more AutoCAD seats?",
            **BEN_S,
        )
    ],
    "app_mention_bare": [
        Event(
            "start",
            f"{GENERAL}:1779459930.001700",
            f"{APP}:{GENERAL}:{BEN}:1779459930.001700",
            {"channel": GENERAL, "thread": "1779459930.001700"},
            private=False,
        )
    ],
    "message_thread_broadcast": [
        Event(
            "message",
            f"{GENERAL}:1779459960.002000",
            text="how much for 3 more AutoCAD seats?",
            **BEN_S,
        )
    ],
    "block_actions": [
        Event(
            "choice",
            f"{PRIVATE}:1779459601.001200:choice-0:1779459605.123456",
            text="AutoCAD, 10 postes",
            choice="17.0.Zm9vYmFyYmF6cXV1eDEyMw",
            **ANNA_S,
        )
    ],
    "block_actions_thread": [
        Event(
            "choice",
            f"{GENERAL}:1779459601.001200:choice-0:1779459605.123456",
            text="AutoCAD, 10 postes",
            choice="17.0.Zm9vYmFyYmF6cXV1eDEyMw",
            **BEN_S,
        )
    ],
}
# A message and the mention in it are one event; so are a change of it, and of the mention.
EXPECTED["message_channels_mention"] = EXPECTED["app_mention"]
EXPECTED["message_changed_mention"] = EXPECTED["app_mention_edited"]
