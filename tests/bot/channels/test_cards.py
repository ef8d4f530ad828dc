"""Card numbers go, other numbers stay. The numbers are the networks' public test cards."""

from __future__ import annotations

import time

import pytest

from bot.channels.cards import MASK, mask_cards

CARDS = (
    "4111111111111111",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111.1111.1111.1111",
    "4111\u00a01111\u202f1111 1111",
    "4111 – 1111 – 1111 – 1111",
    "4222222222222",  # 13 digits
    "5555555555554444",
    "2223003122003222",
    "378282246310005",  # 15 digits
    "3782 822463 10005",
    "30569309025904",  # 14 digits
    "6011111111111117",
    "6759649826438453",
    "6304000000000000",
    "４１１１１１１１１１１１１１１１",  # full-width digits
)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("text", ["{}", "my card is {}.", "({})", "n° {}, merci", "a{}b"])
def test_a_card_number_is_masked(card: str, text: str) -> None:
    assert mask_cards(text.format(card)) == (text.format(MASK), True)


@pytest.mark.parametrize(
    "text",
    [
        "{} 123",
        "{} 12/27",
        "{} 12 27 123",
        "{}, 1227",
        "3 {}",
        "for 3 {} 12/27 456",
        "12/27 {}",
        "855 937 3067 {}",
    ],
)
@pytest.mark.parametrize("card", ["4111111111111111", "4111 1111 1111 1111", "3782 822463 10005"])
def test_neighbouring_numbers_do_not_hide_a_card(card: str, text: str) -> None:
    """An expiry date, a security code or a count next to it, with nothing but a space between."""
    masked, found = mask_cards(text.format(card))
    assert found
    assert MASK in masked
    assert not set(card.split()) & set(masked.split())


def test_every_card_of_a_message_is_masked() -> None:
    masked, found = mask_cards("4111111111111111 ou 5555 5555 5555 4444")
    assert (masked, found) == (f"{MASK} ou {MASK}", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5 seats",
        "call 1 855 937 3067",
        "+1 (855) 937-3067 poste 214",
        "855-937-3067 / 514-555-0199",
        "order 4111111111111112",  # a digit off
        "serial 123-45678901, request 987654321098",
        "41111111111111111111111111111111",  # far too long
        "2026-11-22 2027-03-01",
        "1 234 567,89 $",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask_cards(text) == (text, False)


def test_a_page_of_digits_is_read_at_once() -> None:
    """Every start and end of a run is tried: their number must not grow with its square."""
    before = time.process_time()
    mask_cards("4 " * 2000)
    assert time.process_time() - before < 1.0
