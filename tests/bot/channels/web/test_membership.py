"""A token gives the right to a conversation; nothing else does, and an identity only for its time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jwt
import pytest

from bot.channels.web.tokens import LIFETIME, SessionTokens
from tests.bot.channels.web.harness import IDENTITY, SECRET

if TYPE_CHECKING:
    from tests.bot.channels.web.conftest import SignIn
    from tests.bot.channels.web.harness import Web
    from tests.bot.channels.web.widgets import Widget


def texts(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["text"] for entry in entries]


def is_fresh(web: Web, token: object, **session: Any) -> bool:
    """Does that token get an empty conversation that nobody else is in?"""
    tab = web.tab(session_id=token, **session)
    (confirmed,) = tab.shown("session_confirm")
    if confirmed["resumed"]:
        return False
    assert tab.shown("history") == []
    assert web.tokens.conversation_of(confirmed["session_id"]) not in (
        None,
        web.tokens.conversation_of(token),
    )
    return True


def test_the_first_session_is_fresh(web: Web) -> None:
    confirmed = web.widget().join()
    assert confirmed == {
        "session_id": confirmed["session_id"],
        "resumed": False,
        "signed_in": False,
    }


def test_a_token_resumes(web: Web) -> None:
    first = web.tab()
    first.answer_to("one")
    second = web.widget()
    assert second.join(session_id=first.token)["resumed"]
    assert texts(second.history()) == ["one", "« one »"]


def test_a_reload_gets_exactly_what_came_after(web: Web) -> None:
    first = web.tab()
    first.answer_to("one")
    seen = first.answer_to("two")["seq"]
    last = first.answer_to("three")
    after = web.tab(session_id=first.token, seen=seen).history()
    assert texts(after) == ["three", "« three »"]
    assert after[-1] == last
    assert web.tab(session_id=first.token, seen=last["seq"]).history() == []


@pytest.mark.parametrize("seen", [None, 0, -1, "5", 2.5, True, [], {}, 2**62, 10**40])
def test_a_strange_seen_gets_everything(web: Web, seen: object) -> None:
    first = web.tab()
    first.answer_to("one")
    assert texts(web.tab(session_id=first.token, seen=seen).history()) == ["one", "« one »"]


def test_the_history_has_an_end(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.web.membership.HISTORY_AT_MOST", 3)
    first = web.tab()
    for text in ("one", "two", "three"):
        first.answer_to(text)
    shown = web.tab(session_id=first.token).history()
    assert texts(shown) == ["« two »", "three", "« three »"]


def forgeries(conversation: str) -> list[Any]:
    claims = {"aud": "prorata:session", "sub": conversation, "exp": 9_999_999_999}
    identity = {"iss": IDENTITY.issuer, "aud": IDENTITY.audience, "sub": conversation}
    return [
        conversation,
        jwt.encode(claims, "another-secret-of-thirty-two-chars"),
        jwt.encode(claims, "", "none"),
        jwt.encode({**claims, "aud": "prorata"}, SECRET),
        jwt.encode({**identity, "exp": 9_999_999_999}, IDENTITY.key),
        *(None, "", "x", "\ud800", 5, True, [conversation], {"session_id": conversation}),
    ]


def test_forged_tokens_get_a_fresh_conversation(web: Web) -> None:
    first = web.tab()
    first.answer_to("one")
    conversation = web.bot.heard[0].conversation
    assert not is_fresh(web, first.token)
    assert all(is_fresh(web, forged) for forged in forgeries(conversation))


def test_so_does_an_expired_one(web: Web) -> None:
    first = web.tab()
    first.answer_to("one")
    web.time.pass_by(LIFETIME.total_seconds())
    assert is_fresh(web, first.token)


def test_so_does_one_of_another_server(web: Web) -> None:
    other = SessionTokens("another-secret-of-thirty-two-chars", web.time)
    assert is_fresh(web, other.issue("c-1"))


def test_starting_over_ends_the_conversation_in_every_tab(web: Web) -> None:
    first = web.tab()
    first.answer_to("one")
    second = web.tab(session_id=first.token)
    old = first.token
    first.emit("start_over", {})
    assert not first.wait_for("session_confirm")["resumed"]
    second.wait_for("ended")
    assert first.shown("ended") == []
    assert is_fresh(web, old)
    # Whoever speaks on in the other tab is in a fresh one, too.
    second.say("two")
    assert not second.wait_for("session_confirm")["resumed"]
    assert first.shown()[2:] == []


def test_a_customer_signs_in(web: Web, identity_of: SignIn) -> None:
    tab = web.widget()
    confirmed = tab.join(identity=identity_of("demo-lyon", name="Louis Girard"))
    expires = web.time.now.timestamp() + 300
    assert {name: confirmed[name] for name in ("signed_in", "name", "expires")} == {
        "signed_in": True,
        "name": "Louis Girard",
        "expires": expires,
    }
    tab.answer_to("one")
    assert web.bot.heard[0].told == {"channel": "web", "account": "demo-lyon"}


def test_signing_in_in_the_middle_keeps_the_conversation(web: Web, identity_of: SignIn) -> None:
    tab = web.tab()
    tab.answer_to("one")
    answer = tab.call("identify", {"identity": identity_of("demo-lyon")})
    assert (answer["signed_in"], answer["name"]) == (True, None)
    tab.answer_to("two")
    assert [heard.told.get("account") for heard in web.bot.heard] == [None, "demo-lyon"]
    assert len({heard.conversation for heard in web.bot.heard}) == 1


@pytest.mark.parametrize("identity", ["forged", "", 5, True, [], {}, "a.b.c", "\ud800"])
def test_a_refused_identity_is_nobody(web: Web, identity: object) -> None:
    tab = web.widget()
    assert tab.join(identity=identity)["signed_in"] is False
    assert tab.call("identify", {"identity": identity}) == {"signed_in": False}
    tab.answer_to("one")
    assert web.bot.heard[0].told == {"channel": "web"}


def test_nothing_else_signs_in(web: Web) -> None:
    tab = web.tab(account="demo-lyon", sub="demo-lyon", metadata={"account": "demo-lyon"})
    tab.answer_to(json.dumps({"account": "demo-lyon"}), account="demo-lyon", told={"account": "x"})
    assert web.bot.heard[0].told == {"channel": "web"}


def test_an_expired_identity_has_no_account_at_once(web: Web, identity_of: SignIn) -> None:
    tab = web.tab(identity=identity_of("demo-lyon"))
    tab.answer_to("one")
    web.time.pass_by(300)
    tab.answer_to("two")  # before anything was swept
    assert [heard.told.get("account") for heard in web.bot.heard] == ["demo-lyon", None]
    assert len({heard.conversation for heard in web.bot.heard}) == 1


def test_it_is_told_once_that_it_has_expired(web: Web, identity_of: SignIn) -> None:
    tab, visitor = web.tab(identity=identity_of("demo-lyon")), web.tab()
    web.loop.run(web.channel.expire())
    assert tab.shown("signed_out") == []
    web.time.pass_by(300)
    for _ in range(2):
        web.loop.run(web.channel.expire())
    assert tab.shown("signed_out") == [{}]
    assert visitor.shown("signed_out") == []
    assert tab.call("identify", {"identity": identity_of("demo-lyon")})["signed_in"]


@pytest.fixture
def lyon(web: Web, identity_of: SignIn) -> Widget:
    """A customer who is signed in and has said something."""
    tab = web.tab(identity=identity_of("demo-lyon"))
    tab.answer_to("one")
    return tab


def test_a_signed_in_customers_token_is_worth_nothing_alone(
    web: Web, lyon: Widget, identity_of: SignIn
) -> None:
    assert is_fresh(web, lyon.token)
    assert is_fresh(web, lyon.token, identity=identity_of("demo-boston"))
    assert web.tab(session_id=lyon.token, identity=identity_of("demo-lyon")).history()


def test_signing_out_ends_the_conversation_in_every_tab(
    web: Web, lyon: Widget, identity_of: SignIn
) -> None:
    second = web.tab(session_id=lyon.token, identity=identity_of("demo-lyon"))
    assert lyon.call("identify", {"identity": None}) == {"signed_in": False}
    assert not lyon.wait_for("session_confirm")["resumed"]
    second.wait_for("ended")
    assert is_fresh(web, lyon.token, identity=identity_of("demo-lyon"))


def test_another_customer_gets_a_fresh_conversation(
    web: Web, lyon: Widget, identity_of: SignIn
) -> None:
    assert lyon.call("identify", {"identity": identity_of("demo-boston")})["signed_in"]
    assert not lyon.wait_for("session_confirm")["resumed"]
    lyon.answer_to("two")
    first, second = web.bot.heard
    assert first.conversation != second.conversation
    # The first customer's is not ended by that.
    old = web.tokens.issue(first.conversation)
    assert web.tab(session_id=old, identity=identity_of("demo-lyon")).history()


def test_a_visitor_who_signs_out_stays(web: Web) -> None:
    tab = web.tab()
    tab.answer_to("one")
    assert tab.call("identify", {"identity": None}) == {"signed_in": False}
    assert len(tab.shown("session_confirm")) == 1
    assert tab.shown("ended") == []
