"""STOP, START and HELP: what carriers require to be obeyed, by a person or by nobody at all."""

from __future__ import annotations

from bot.channels.messaging.platform import Kind
from bot.handoff.notices import Notice
from bot.language.identify import Language
from bot.store.peers import Peer, Peers

_RESPONSES: dict[Kind, str] = {
    "stop": "utter_messages_stopped",
    "resume": "utter_messages_resumed",
    "help": "utter_messages_help",
}
SAID_TO_THOSE_WHO_STOPPED = frozenset({_RESPONSES["stop"], _RESPONSES["help"]})


class Keywords:
    def __init__(self, peers: Peers) -> None:
        self._peers = peers

    def obey(self, kind: Kind, peer: Peer, language: Language | None = None) -> Notice | None:
        """Does what the word asks for, and confirms it in the word's language, as carriers want it;
        None where it is no such word.
        """
        if kind == "stop":
            self._peers.stop(peer.key)
        if kind == "resume":
            self._peers.resume(peer.key)
        return Notice(_RESPONSES[kind], language=language) if kind in _RESPONSES else None
