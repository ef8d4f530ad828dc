"""Takes stored entries to Chatwoot (bot/outbound/outbox.py): what was said with the bot as a note,
then the customer's words as they come.

A step that was begun by a process that ended, or that got no answer, may have been taken: before it
is repeated, Chatwoot is asked. It refuses no repetition by itself.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial

from bot.handoff.agents import agent_of
from bot.handoff.chatwoot.api import Words
from bot.handoff.chatwoot.chats import OpenChats
from bot.handoff.chatwoot.line import Line
from bot.handoff.chatwoot.notes import Notes
from bot.handoff.chatwoot.who import labels
from bot.handoff.desks import is_elsewhere
from bot.handoff.hold import NotPossible, State
from bot.handoff.notices import LATE, Notices
from bot.handoff.switchboard import Switchboard
from bot.outbound.outbox import Step
from bot.store.chatwoot import Chat, Chats
from bot.store.transcript import Entry, Transcript

_PEOPLE: tuple[State, ...] = ("waiting", "held")
_OVER = "utter_queue_over"
_PAGE = 50
# Of one stay with the bot; the last of a longer one.
_MOST_BEFORE = 500

Deed = Callable[[str, int, Chat], Awaitable[None]]
"""Done under a key, in a chat of a number."""


class ChatwootCarrier:
    def __init__(
        self,
        chats: Chats,
        opened: OpenChats,
        line: Line,
        notes: Notes,
        transcript: Transcript,
        switchboard: Switchboard,
        notices: Notices,
    ) -> None:
        self._chats = chats
        self._opened = opened
        self._line = line
        self._notes = notes
        self._transcript = transcript
        self._switchboard = switchboard
        self._notices = notices

    def steps(self, entry: Entry) -> Sequence[Step]:
        return [
            partial(self._opened.do, entry.conversation, partial(deed, f"prorata-{entry.seq}-{n}"))
            for n, deed in enumerate(self._deeds(entry))
        ]

    async def late(self, entry: Entry) -> None:
        """The customer is told once, not for each of their messages."""
        later = self._transcript.after(entry.conversation, entry.seq, _PAGE)
        if any(told.body.get("response") == LATE for told in later):
            return
        is_waiting = self._switchboard.hold_of(entry.conversation).state == "waiting"
        notice = self._notices.late(may_leave=is_waiting)
        with suppress(NotPossible):  # the bot answers again
            await self._switchboard.tell(entry.conversation, notice, to=_PEOPLE)

    async def gone(self, conversation: str) -> None:
        """Chatwoot does not block us: a line that never comes back is late for ever."""

    def _deeds(self, entry: Entry) -> Iterator[Deed]:
        """What belongs to an entry is read from what was stored before it, so that it is the same
        whenever it is asked.
        """
        before = self._holder_before(entry)
        after = entry.body.get("holder", before) if entry.author == "notice" else before
        if after in _PEOPLE and before not in _PEOPLE:
            yield from self._hand_over(entry)
        elif before in _PEOPLE and after not in _PEOPLE:
            yield from self._hand_back(entry)
        elif before in _PEOPLE and entry.author == "customer":
            yield partial(self._write, self._notes.heard(entry), note=False)
        elif before in _PEOPLE and entry.author != "notice" and not is_elsewhere(agent_of(entry)):
            yield partial(self._write, self._notes.said(entry), note=True)

    def _hand_over(self, entry: Entry) -> Iterator[Deed]:
        said = self._said_with_the_bot(entry)
        for piece in self._notes.said_before(said):
            yield partial(self._write, piece, note=True)
        if said:
            hold = self._switchboard.hold_of(entry.conversation)
            yield partial(self._write, self._notes.summary(hold, said), note=True)
            yield partial(self._label, said)
        yield self._reopen

    def _hand_back(self, entry: Entry) -> Iterator[Deed]:
        response = entry.body["response"]
        note = self._notes.leaving(response)
        if note is not None:
            yield partial(self._write, note, note=True)
        if response != _OVER:  # whoever is free later may still step in
            yield self._resolve

    async def _write(self, text: str, key: str, number: int, chat: Chat, *, note: bool) -> None:
        if chat.trying == key and await self._is_there(number, chat.seen, key):
            return
        self._chats.note(chat.conversation, trying=key)
        await self._line.write(number, Words(key, text, note))

    async def _is_there(self, number: int, seen: int, key: str) -> bool:
        return any([message.key == key async for message in self._line.messages(number, seen)])

    async def _label(self, said: list[Entry], key: str, number: int, chat: Chat) -> None:
        hold = self._switchboard.hold_of(chat.conversation)
        await self._line.add_labels(number, labels(hold, said))

    async def _reopen(self, key: str, number: int, chat: Chat) -> None:
        """Unless the customer is not waiting any more by the time that this gets through."""
        is_wanted = self._switchboard.hold_of(chat.conversation).is_with_people
        if chat.status != "open" and is_wanted:
            await self._line.set_status(number, "open")
            self._chats.note(chat.conversation, status="open")

    async def _resolve(self, key: str, number: int, chat: Chat) -> None:
        if chat.status != "resolved":
            await self._line.set_status(number, "resolved")
            self._chats.note(chat.conversation, status="resolved")

    def _holder_before(self, entry: Entry) -> str:
        for earlier in self._backwards(entry):
            if "holder" in earlier.body:
                return str(earlier.body["holder"])
        return "bot"

    def _said_with_the_bot(self, entry: Entry) -> list[Entry]:
        """Since people left, or from the beginning."""
        said: list[Entry] = []
        for earlier in self._backwards(entry):
            if "holder" in earlier.body or len(said) == _MOST_BEFORE:
                break
            said.insert(0, earlier)
        return said

    def _backwards(self, entry: Entry) -> Iterator[Entry]:
        before = entry.seq
        while page := self._transcript.since(entry.conversation, 0, _PAGE, before):
            yield from reversed(page)
            before = page[0].seq
