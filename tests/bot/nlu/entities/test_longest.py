from __future__ import annotations

from bot.nlu.entities.claim import Claim, without
from bot.nlu.entities.longest import longest


def test_the_longest_claim_stays_and_the_order_is_the_texts():
    short, long, apart = Claim(2, 4, "A"), Claim(0, 5, "B"), Claim(7, 9, "C")
    assert longest([apart, short, long]) == [long, apart]


def test_of_two_equals_the_first_given_stays():
    assert longest([Claim(0, 3, "A"), Claim(0, 3, "B")]) == [Claim(0, 3, "A")]


def test_touching_claims_both_stay():
    assert len(longest([Claim(0, 3, "A"), Claim(3, 5, "B")])) == 2


def test_without_keeps_the_length():
    text = without("on march 3 at noon", [Claim(3, 10, "DATE")])
    assert len(text) == 18
    assert "march" not in text
    assert text.endswith(" at noon")
