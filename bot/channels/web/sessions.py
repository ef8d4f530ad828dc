"""Which conversation a widget may have: what its tokens allow, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.web.identity import Identity
from bot.channels.web.tokens import SessionTokens
from bot.store.conversations import Conversation, Conversations, new_id

CHANNEL = "web"


@dataclass(frozen=True)
class Session:
    conversation: Conversation
    token: str
    resumed: bool


class Sessions:
    def __init__(self, tokens: SessionTokens, conversations: Conversations) -> None:
        self._tokens = tokens
        self._conversations = conversations

    def begin(self, token: object, identity: Identity | None) -> Session:
        """The token's conversation; a fresh one where the token does not give the right to it."""
        resumed = self._tokens.conversation_of(token)
        found = self._conversations.of(resumed) if resumed else None
        account = identity.account if identity else None
        if found is None or found.ended or found.account not in (None, account):
            return self._session(Conversation(new_id()), resumed=False)
        return self._session(found, resumed=True)

    def is_open_to(self, conversation: str, account: str | None) -> bool:
        """Is it going on, and this customer's, or nobody's?"""
        found = self._conversations.of(conversation)
        return not found.ended and found.account in (None, account)

    def use(self, conversation: str, account: str | None) -> bool:
        """True where the conversation was nobody's, and is this account's now."""
        return self._conversations.begin(conversation, CHANNEL, account)

    def end(self, conversation: str) -> None:
        self._conversations.end(conversation)

    def delivered(self, conversation: str, seq: int) -> None:
        self._conversations.deliver(conversation, seq)

    def _session(self, conversation: Conversation, *, resumed: bool) -> Session:
        return Session(conversation, self._tokens.issue(conversation.id), resumed)
