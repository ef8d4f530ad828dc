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
        if found is None or found.ended or not _may_resume(found, identity):
            return self._session(Conversation(new_id()), resumed=False)
        return self._session(found, resumed=True)

    def is_open_to(self, conversation: str, identity: Identity | None) -> bool:
        """Is it this customer's, or nobody's?"""
        found = self._conversations.of(conversation)
        return not found.ended and _may_resume(found, identity)

    def is_over(self, conversation: str) -> bool:
        return self._conversations.of(conversation).ended

    def use(self, conversation: str, identity: Identity | None) -> None:
        """Something is said: the conversation exists from now on, and is the customer's."""
        self._conversations.begin(conversation, CHANNEL, identity.account if identity else None)

    def end(self, conversation: str) -> None:
        self._conversations.end(conversation)

    def delivered(self, conversation: str, seq: int) -> None:
        self._conversations.deliver(conversation, seq)

    def _session(self, conversation: Conversation, *, resumed: bool) -> Session:
        return Session(conversation, self._tokens.issue(conversation.id), resumed)


def _may_resume(conversation: Conversation, identity: Identity | None) -> bool:
    """What a signed-in customer was told is for that customer alone."""
    if conversation.account is None:
        return True
    return identity is not None and identity.account == conversation.account
