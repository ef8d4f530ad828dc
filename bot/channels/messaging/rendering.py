"""A stored entry as a platform can show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.channels.messaging.numbered import as_lines
from bot.channels.messaging.platform import Capabilities, Choice, Link, Message
from bot.channels.messaging.references import References
from bot.outbound.splitting import split
from bot.store.transcript import Entry

Button = dict[str, str]
"""`title` and `payload`."""

# Controls and halves of characters, which no platform takes.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def message_of(
    entry: Entry,
    can: Capabilities,
    references: References,
    more_links: Sequence[Link] = (),
) -> Message | None:
    """None where there is nothing to show."""
    lines = numbered(entry, can)
    links = [*_links(entry), *more_links]
    are_buttons = can.links and _has_text(entry)
    text = _text(_said(entry), lines, [] if are_buttons else links)
    if not text:
        return None
    return Message(
        key=f"{entry.conversation}:{entry.seq}",
        texts=split(text, can.text, can.length),
        choices=() if lines else _choices(entry, references),
        links=tuple(links) if are_buttons else (),
        quote=entry.body.get("quote"),
        language=entry.language,
    )


def numbered(entry: Entry, can: Capabilities) -> Sequence[Button]:
    """The buttons that the entry shows as numbered lines: those of a text that there is not, too."""
    buttons: list[Button] = entry.body.get("buttons") or []
    return () if _fit(buttons, can) and _has_text(entry) else buttons


def link_line(link: Link) -> str:
    """A link where there is no button for it."""
    return link.url if link.text in link.url else f"{link.text}\n{link.url}"


def _has_text(entry: Entry) -> bool:
    return bool(_said(entry))


def _said(entry: Entry) -> str:
    return _UNREADABLE.sub("", entry.body.get("text") or "").strip()


def _choices(entry: Entry, references: References) -> tuple[Choice, ...]:
    return tuple(
        Choice(button["title"], references.to(entry, place))
        for place, button in enumerate(entry.body.get("buttons") or ())
    )


def _links(entry: Entry) -> list[Link]:
    return [Link(link["text"], link["url"]) for link in entry.body.get("links") or ()]


def _fit(buttons: Sequence[Button], can: Capabilities) -> bool:
    """A title that would be cut can mean something else."""
    return len(buttons) <= can.choices and all(
        can.length(button["title"]) <= can.choice_title for button in buttons
    )


def _text(text: str, numbered: Sequence[Button], links: Sequence[Link]) -> str:
    """What is no button becomes a line. The number of a phone, and the address of a mailbox, is in
    the text already, and is a link wherever such a thing can be one.
    """
    lines = [
        text,
        as_lines(button["title"] for button in numbered),
        *(
            link_line(link)
            for link in links
            if not link.url.startswith(("tel:", "mailto:")) and link.url not in text
        ),
    ]
    return "\n".join(line for line in lines if line)
