from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging.whatsapp_markup import first_line_bold, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*free*", "∗free*"),
        ("so *very free* it is", "so ∗very free* it is"),
        ("_a_ ~b~ `c`", "ˍa_ ∼b~ ˋc`"),
        ("```code```", "ˋˋˋcode```"),
        ("> said he", "› said he"),
        ("a\n> said he", "a\n› said he"),
        ("*", "*"),
        ("**", "**"),
        ("2*3*4", "2*3*4"),
        ("* one *", "* one *"),
        ("5 * 3 = 15", "5 * 3 = 15"),
        ("*over\nlines*", "*over\nlines*"),
        ("a_b_c", "a_b_c"),
        ("Billing > Add seats", "Billing > Add seats"),
        ("https://example.com/_a_/*b*?c=_d_", "https://example.com/_a_/*b*?c=_d_"),
        ("1 234,56 $ dû maintenant", "1 234,56 $ dû maintenant"),
    ],
)
def test_what_would_be_a_format_only_looks_like_it(text: str, shown: str) -> None:
    assert plain(text) == shown


@settings(derandomize=True, max_examples=200)
@given(st.text("ab *_~`>\n.é", max_size=40))
def test_no_pair_of_marks_is_left_and_no_character_is_lost(text: str) -> None:
    shown = plain(text)

    assert len(shown) == len(text)
    assert plain(shown) == shown
    assert not re.search(r"(?<![^\W_])([*_~`])(?=\S)[^\n]*?\S\1(?![^\W_])", shown)


def test_the_first_line_is_bold() -> None:
    assert first_line_bold("10 $ now \nand more") == "*10 $ now*\nand more"
    assert first_line_bold("10 $") == "*10 $*"
    assert first_line_bold("\nmore") == "\nmore"
