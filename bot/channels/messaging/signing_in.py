"""Signing in by a one-time link to the company's page, from a chat that only its own person sees.

The link leads to that page, which vouches for its customer with an identity token (`vouch`), and
shows them a code. The chat is theirs once they have typed it there: whoever opens a link of
somebody else's chat would give away their prices otherwise.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Sequence

from bot.channels.messaging.platform import Link
from bot.channels.messaging.sign_in_texts import Texts
from bot.channels.web.identity import Verifier
from bot.clock import Clock
from bot.handoff.notices import Notice
from bot.language.conversation import language_of
from bot.nlu.normalise import fold
from bot.settings import MessagingSettings
from bot.store.peers import Peer, Peers
from bot.store.sign_in_links import Pending, SignInLinks
from bot.store.transcript import Entry

LINK_SECONDS = 15 * 60.0
CODE_SECONDS = 10 * 60.0

_CODES = 1_000_000
# « the code is 482 193 », « 482193 merci »: the only digits of a short text, and no number of seats.
# Folded.
_LONGEST_AROUND_A_CODE = 80
_CODE = re.compile(
    r"[^0-9]*([0-9]{3})[ .-]?([0-9]{3})(?! ?(?:seats?|postes?|licen[cs]es?|users?)\b)[^0-9]*\Z"
)

# What says that signing in would help; and that another account would.
_OFFERED_BESIDE = frozenset(
    {
        "utter_estimate",
        "utter_estimate_compared",
        "utter_no_quote_sign_in",
        "utter_subscription_needs_sign_in",
        "utter_sign_in_code_over",
        "utter_sign_in_ended",
        "utter_signed_out",
    }
)
_ANOTHER_BESIDE = frozenset({"utter_no_quote_no_subscription"})

# Folded, with nothing but marks around them, such as the quotes that they are told in: a question
# about signing out is the bot's to answer.
SIGN_OUT = frozenset(
    {"sign out", "sign-out", "signout", "log out", "log-out", "logout", "log off"}
    | {"sign me out", "log me out"}
    | {"deconnexion", "deconnecter", "se deconnecter", "me deconnecter", "je me deconnecte"}
    | {"deconnecte-moi", "deconnecte moi", "deconnectez-moi", "deconnectez moi"}
    | {"fermer la session", "fermer ma session", "fin de session"}
)


_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


class InvalidLink(ValueError):
    """It was never offered, was used, or is over."""


class SigningIn:
    """`secret` keys the links and the codes' hashes. Without a verifier or a page of the company nobody signs in."""

    def __init__(
        self,
        settings: MessagingSettings,
        secret: str,
        texts: Texts,
        verifier: Verifier | None,
        links: SignInLinks,
        peers: Peers,
        clock: Clock,
    ) -> None:
        self._page = settings.sign_in_url if verifier else None
        # One secret, several purposes: each has a key of its own.
        self._key = hmac.digest(secret.encode(), b"prorata:sign-in", hashlib.sha256)
        self._links_key = hmac.digest(secret.encode(), b"prorata:sign-in-links", hashlib.sha256)
        self._texts = texts
        self._verifier = verifier
        self._links = links
        self._peers = peers
        self._clock = clock

    @property
    def is_open(self) -> bool:
        return self._page is not None

    def links(self, entry: Entry, peer: Peer) -> Sequence[Link]:
        """A link of this person's own, where the entry is about signing in: another for each entry, and
        the same at each attempt to send it, as an earlier one may have been shown.
        """
        if not self._page or not peer.private or not _is_about_it(entry, peer):
            return ()
        token, now = self._token(entry, peer), self._now()
        if self._links.is_exhausted(peer.key, now):
            return ()
        self._links.offer(_digest(token), peer.key, now + LINK_SECONDS, now)
        language = language_of(entry.language) or language_of(peer.locale) or "en"
        return [Link(self._texts[language]["sign_in_button"], f"{self._page}?chat={token}")]

    def vouch(self, token: str, identity: str) -> str:
        """The code that the customer is to type in the chat that the link came from. Raises
        InvalidIdentity, or InvalidLink.
        """
        if self._verifier is None:
            raise InvalidLink
        proved, link, now = self._verifier.verify(identity), _digest(token), self._now()
        code = f"{secrets.randbelow(_CODES):06}"
        until = min(now + CODE_SECONDS, proved.expires)
        mac = self._mac(link, code)
        if not self._links.vouch(link, proved.account, proved.expires, mac, until, now):
            raise InvalidLink
        return code

    def take(self, peer: Peer, text: str) -> Notice | None:
        """Does what the text asks for, and says so; None where it is the bot's to answer."""
        if not peer.private:
            return None
        if peer.account is not None and _AROUND.sub("", fold(text)) in SIGN_OUT:
            self._peers.sign_out(peer.key)
            return Notice("utter_signed_out")
        code, pending = self._awaited(peer, text)
        return self._try(pending, code) if code and pending else None

    def hides(self, peer: Peer, text: str) -> bool:
        """Whether a code that is waited for may be in it: that is nobody's to read."""
        _, pending = self._awaited(peer, text)
        return pending is not None

    def _awaited(self, peer: Peer, text: str) -> tuple[str | None, Pending | None]:
        code = _code(text)
        return code, self._links.pending(peer.key) if code else None

    def _try(self, pending: Pending, code: str) -> Notice:
        now = self._now()
        if pending.until <= now or not self._links.attempt(pending, now):
            self._links.finish(pending)
            return Notice("utter_sign_in_code_over")
        if not hmac.compare_digest(pending.code_mac, self._mac(pending.token_sha256, code)):
            return Notice("utter_sign_in_code_wrong")
        self._links.finish(pending)
        self._peers.sign_in(pending.peer, pending.account, pending.account_until)
        minutes = max(1, int(pending.account_until - now) // 60)
        return Notice(
            "utter_signed_in",
            {"minutes": {"type": "count", "unit": "minute", "number": minutes}},
        )

    def _token(self, entry: Entry, peer: Peer) -> str:
        mac = hmac.digest(self._links_key, f"{peer.key}:{entry.seq}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(mac).decode().rstrip("=")

    def _mac(self, link: str, code: str) -> str:
        return hmac.digest(self._key, f"{link}.{code}".encode(), hashlib.sha256).hex()

    def _now(self) -> float:
        return self._clock().timestamp()


def _is_about_it(entry: Entry, peer: Peer) -> bool:
    responses = _OFFERED_BESIDE if peer.account is None else _ANOTHER_BESIDE
    return entry.body.get("response") in responses


def _digest(token: str) -> str:
    """The token itself is the customer's alone: who reads the database cannot sign in with it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _code(text: str) -> str | None:
    """« 482193 », "482 193", « 482-193. », and the same with a few words around it."""
    words = fold(" ".join(unicodedata.normalize("NFKC", text).split()))
    typed = _CODE.match(words) if len(words) <= _LONGEST_AROUND_A_CODE else None
    return typed[1] + typed[2] if typed else None
