"""What is sent to Telegram; the fake's rules are the documented ones."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging import utf16
from bot.channels.messaging.platform import Choice, Link, Message
from bot.channels.messaging.platforms import telegram
from bot.outbound.splitting import split
from tests.fakes.telegram_rules import refused

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)
TOKEN = "6000000001:AAE-a-token-that-nobody-may-see"
SETTINGS = {
    "PRORATA_TELEGRAM_TOKEN": TOKEN,
    "PRORATA_TELEGRAM_SECRET": "a-secret-that-nobody-may-see",
    "PRORATA_TELEGRAM_USERNAME": "prorata_bot",
    "PRORATA_TELEGRAM_API": "https://api.telegram.org",
}
REFERENCE = "1234567890123456789.12.Zm9vYmFyYmF6cXV1eGZvbw"
QUOTE = "1 234,56 $ à payer maintenant\nCalcul : 3 × 411,52 $\nAu renouvellement : 2 000 $"


SENDER = telegram.platform(SETTINGS, lambda: NOW).sender


def bodies(message: Message, to: dict[str, Any] | None = None) -> list[Any]:
    return [post.json for post in SENDER.posts(to or {"chat": 42}, message)]


def message(text: str, *titles: str, **more: Any) -> Message:
    texts = split(text, telegram.CAPABILITIES.text, telegram.CAPABILITIES.length)
    choices = tuple(Choice(title, f"7.{place}.ref") for place, title in enumerate(titles))
    return Message("c:7", texts, choices, **more)


def test_a_text_alone() -> None:
    (post,) = SENDER.posts({"chat": 42}, message("<b>3</b> *postes* @tous & plus"))
    assert post.url == f"https://api.telegram.org/bot{TOKEN}/sendMessage"
    assert post.json == {
        "chat_id": 42,
        "text": "<b>3</b> *postes* @tous & plus",
        "link_preview_options": {"is_disabled": True},
    }


def test_choices_are_buttons_of_the_last_message() -> None:
    first, last = bodies(message("a " * 3000, "Parler aux ventes", "Comment calculez-vous?"))
    assert "reply_markup" not in first
    assert last["reply_markup"] == {
        "inline_keyboard": [
            [{"text": "Parler aux ventes", "callback_data": "7.0.ref"}],
            [{"text": "Comment calculez-vous?", "callback_data": "7.1.ref"}],
        ]
    }


def test_short_choices_stand_beside_each_other() -> None:
    (body,) = bodies(message("Vraiment?", "Oui", "Non", "Plus tard"))
    rows = body["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in rows] == [["Oui", "Non"], ["Plus tard"]]


def test_links_are_buttons_unless_the_text_holds_them() -> None:
    links = (
        Link("Se connecter", "https://www.example.com/connexion?chat=abc"),
        Link("https://example.com/aide", "https://example.com/aide"),
        Link("1 800 555-0100", "tel:+18005550100"),
        Link("courriel", "mailto:ventes@example.com"),
    )
    text = "Voir https://example.com/aide, 1 800 555-0100 ou ventes@example.com"
    (body,) = bodies(message(text, links=links))
    sign_in = {"text": "Se connecter", "url": "https://www.example.com/connexion?chat=abc"}
    assert body["reply_markup"]["inline_keyboard"] == [[sign_in]]


def test_the_amount_of_a_quote_stands_out() -> None:
    (body,) = bodies(message("🎉 " + QUOTE, quote={"due_now": "1234.56"}))
    (bold,) = body["entities"]
    first = ("🎉 " + QUOTE).split("\n")[0]
    assert bold == {"type": "bold", "offset": 0, "length": len(first) + 1}  # an emoji is two
    assert "entities" not in bodies(message(QUOTE))[0]


def test_a_quote_of_one_line_is_plain() -> None:
    assert bodies(message("1 234,56 $", quote={"due_now": "1"}))[0].get("entities") in (None, [])


def test_a_topic_and_a_reply() -> None:
    to = {"chat": -1001, "thread": 77, "message": 900}
    first, second = bodies(message("a " * 3000), to)
    assert first["message_thread_id"] == second["message_thread_id"] == 77
    assert first["reply_parameters"] == {"message_id": 900, "allow_sending_without_reply": True}
    assert "reply_parameters" not in second
    typing = SENDER.typing(to)
    assert typing is not None
    assert typing.json == {"chat_id": -1001, "message_thread_id": 77, "action": "typing"}


WORDS = st.text(
    st.sampled_from("aàé ’«»\u202f\n👍👨‍👩‍👧\U0001f1e8\U0001f1e6.,!?<&*_@/#"),
    min_size=1,
    max_size=60,
)
TEXTS = st.builds(lambda words, times: "x" + words * times, WORDS, st.integers(1, 90))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    TEXTS,
    st.lists(
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).map(lambda t: "x" + t),
        max_size=12,
    ),
    st.lists(
        st.sampled_from(["https://example.com/é?a=b", "tel:+15145550100", "mailto:a@example.com"]),
        max_size=4,
    ),
    st.booleans(),
    st.sampled_from([{"chat": 42}, {"chat": -7, "thread": 3, "message": 4}]),
)
def test_telegram_takes_whatever_is_said(
    text: str, titles: list[str], urls: list[str], quote: bool, to: dict[str, Any]
) -> None:
    texts = split(text, telegram.CAPABILITIES.text, telegram.CAPABILITIES.length)
    choices = tuple(Choice(title, REFERENCE) for title in titles)
    links = tuple(Link("Ouvrir", url) for url in urls)
    said = Message("c:1", texts, choices, links, {"due_now": "1"} if quote else None)
    sent = bodies(said, to)
    assert [refused(json.loads(json.dumps(body))) for body in sent] == [None] * len(texts)
    assert tuple(body["text"] for body in sent) == texts


def test_the_capabilities_count_as_telegram_does() -> None:
    assert telegram.CAPABILITIES.length("👍") == utf16.length("👍") == 2
