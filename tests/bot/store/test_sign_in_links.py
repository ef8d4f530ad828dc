"""Links are used once, codes are guessed rarely, and neither outlives its time."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.store.sign_in_links import (
    KEPT_SECONDS,
    OFFERED_AT_MOST,
    TRIES,
    TRIES_IN_ALL,
    Pending,
    SignInLinks,
)
from bot.store.tables import sign_in_links as table
from tests.bot.channels.conftest import NOW, new_engine

START = NOW.timestamp()
LINK_END = START + 900
CODE_END = START + 600
EXPIRES = START + 1800


@pytest.fixture
def engine() -> sa.engine.Engine:
    return new_engine()


@pytest.fixture
def links(engine: sa.engine.Engine) -> SignInLinks:
    return SignInLinks(engine)


def offer(links: SignInLinks, link: str, peer: str = "anna", at: float = START) -> None:
    links.offer(link, peer, at + 900, at)


def vouch(links: SignInLinks, link: str, mac: str = "mac", at: float = START) -> bool:
    return links.vouch(link, "demo-lyon", EXPIRES, mac, CODE_END, at)


def pending(links: SignInLinks, peer: str = "anna") -> Pending:
    found = links.pending(peer)
    assert found is not None
    return found


def stored(engine: sa.engine.Engine) -> list[str]:
    with engine.connect() as connection:
        return sorted(connection.execute(sa.select(table.c.token_sha256)).scalars())


def test_a_link_that_was_vouched_for_waits_for_its_code(links: SignInLinks) -> None:
    offer(links, "one")
    assert links.pending("anna") is None
    assert vouch(links, "one")
    assert links.pending("anna") == Pending("one", "anna", CODE_END, "demo-lyon", EXPIRES, "mac")
    assert links.pending("bob") is None


def test_a_link_is_used_once(links: SignInLinks) -> None:
    offer(links, "one")
    assert vouch(links, "one", "first")
    assert not vouch(links, "one", "second")
    assert pending(links).code_mac == "first"


def test_nor_again_when_its_code_was_typed(links: SignInLinks) -> None:
    offer(links, "one")
    vouch(links, "one")
    links.finish(pending(links))
    assert not vouch(links, "one")


def test_one_that_was_never_offered_is_none(links: SignInLinks) -> None:
    assert not vouch(links, "one")
    assert links.pending("anna") is None


@pytest.mark.parametrize(("late", "works"), [(-0.001, True), (0.0, False), (60.0, False)])
def test_a_link_ends(links: SignInLinks, late: float, works: bool) -> None:
    offer(links, "one")
    assert vouch(links, "one", at=LINK_END + late) == works


def test_of_two_sign_ins_the_second_waits_for_its_code(links: SignInLinks) -> None:
    for link in ("one", "two"):
        offer(links, link)
    vouch(links, "one", "first")
    vouch(links, "two", "second")
    assert pending(links).code_mac == "second"
    links.finish(pending(links))
    assert links.pending("anna") is None


def test_another_persons_sign_in_is_left_alone(links: SignInLinks) -> None:
    offer(links, "one", "anna")
    offer(links, "two", "bob")
    vouch(links, "one", "annas")
    vouch(links, "two", "bobs")
    assert pending(links, "anna").code_mac == "annas"
    links.finish(pending(links, "anna"))
    assert pending(links, "bob").code_mac == "bobs"


def test_a_code_is_of_use_once(links: SignInLinks) -> None:
    offer(links, "one")
    vouch(links, "one")
    found = pending(links)
    links.finish(found)
    assert links.pending("anna") is None
    assert not links.attempt(found, START)


def test_a_link_takes_few_codes(links: SignInLinks) -> None:
    offer(links, "one")
    vouch(links, "one")
    assert [links.attempt(pending(links), START) for _ in range(TRIES + 2)] == [True] * TRIES + [
        False
    ] * 2


def test_a_person_has_few_tries_in_all_links(links: SignInLinks) -> None:
    counted = 0
    for number in range(4):
        offer(links, f"link {number}")
        vouch(links, f"link {number}")
        counted += sum(links.attempt(pending(links), START) for _ in range(TRIES))
    assert counted == TRIES_IN_ALL
    assert links.is_exhausted("anna", START)
    assert not links.is_exhausted("bob", START)


def test_that_is_forgotten_an_hour_after_the_last_of_them(links: SignInLinks) -> None:
    for number in range(2):
        offer(links, f"link {number}")
        vouch(links, f"link {number}")
        for _ in range(TRIES):
            links.attempt(pending(links), START)
    end = CODE_END + KEPT_SECONDS
    assert links.is_exhausted("anna", end)
    assert not links.is_exhausted("anna", end + 1)


def test_the_newest_links_work(links: SignInLinks, engine: sa.engine.Engine) -> None:
    for number in range(OFFERED_AT_MOST + 3):
        offer(links, f"link {number}", at=START + number)
    offer(links, "bobs", "bob")
    newest = [f"link {number}" for number in range(3, OFFERED_AT_MOST + 3)]
    assert stored(engine) == ["bobs", *newest]


def test_one_that_is_offered_again_takes_nobodys_place(links: SignInLinks) -> None:
    for link in ("one", *["two"] * OFFERED_AT_MOST):
        offer(links, link)
    assert vouch(links, "one")


def test_one_that_was_used_cannot_be_offered_again(links: SignInLinks) -> None:
    offer(links, "one")
    assert vouch(links, "one")
    offer(links, "one", at=START + 60)
    assert pending(links).until == CODE_END
    assert not vouch(links, "one", at=START + 60)


def test_new_links_do_not_make_tries_forgotten(links: SignInLinks) -> None:
    offer(links, "guessed")
    vouch(links, "guessed")
    links.attempt(pending(links), START)
    for number in range(OFFERED_AT_MOST + 3):
        offer(links, f"link {number}", at=START + number)
    assert pending(links).token_sha256 == "guessed"
    assert [links.attempt(pending(links), START) for _ in range(TRIES)] == [True] * 4 + [False]


def test_what_is_over_for_an_hour_is_not_kept(links: SignInLinks, engine: sa.engine.Engine) -> None:
    offer(links, "old", "bob")
    offer(links, "new", at=LINK_END + KEPT_SECONDS)
    assert stored(engine) == ["new", "old"]
    offer(links, "newer", at=LINK_END + KEPT_SECONDS + 1)
    assert stored(engine) == ["new", "newer"]


def test_it_works_in_every_process(links: SignInLinks, engine: sa.engine.Engine) -> None:
    offer(links, "one")
    assert vouch(SignInLinks(engine), "one")
    assert links.pending("anna") is not None
