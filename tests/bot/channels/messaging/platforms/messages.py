"""Any message that a platform may be asked to show."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bot.channels.messaging.platform import Capabilities, Choice, Link, Message
from bot.outbound.splitting import split

_WORDS = st.sampled_from(
    [
        "seats",
        "postes",
        "à",
        "1\u202f234,56\u00a0$",
        "🙂",
        "👩‍💻",
        "*fin*",
        "_",
        "œuvre",
        "\n",
        "> ",
    ]
)
_TEXTS = st.builds(
    lambda words, times: " ".join(words * times)[:5000].strip(),
    st.lists(_WORDS, min_size=1, max_size=12),
    st.integers(1, 200),
).filter(bool)
_URLS = st.sampled_from(
    [
        "https://www.example.com/sign-in?chat=" + "k" * 43,
        "https://www.example.com",
        "http://127.0.0.1:5080/sign-in",
        "tel:+1-855-937-3067",
        "tel:+33-1-23-45-67-89;ext=12",
        "tel:+1",
        "mailto:help@example.com",
    ]
)


def messages(can: Capabilities) -> Any:
    """As bot/channels/messaging/rendering.py makes them."""
    titles = st.text("abc é🙂’?", min_size=1, max_size=can.choice_title).filter(str.strip)
    return st.builds(
        _message,
        st.just(can),
        _TEXTS,
        st.lists(titles.map(str.strip), max_size=min(can.choices, 12)),
        st.lists(st.builds(Link, st.sampled_from(["Sign in", "a" * 21, "1 855 937-3067"]), _URLS)),
        st.none() | st.just({"due_now": "10.00"}),
        st.sampled_from([None, "en", "fr"]),
    )


def _message(
    can: Capabilities,
    text: str,
    titles: list[str],
    links: list[Link],
    quote: Any,
    language: str | None,
) -> Message:
    choices = (Choice(title, f"1.{place}.{'k' * 22}") for place, title in enumerate(titles))
    return Message(
        "a:1",
        split(text, can.text, can.length),
        tuple(choices),
        tuple(links) if can.links else (),
        quote,
        language,
    )
