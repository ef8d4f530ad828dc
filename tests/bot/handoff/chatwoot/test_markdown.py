"""From Chatwoot's Markdown to plain text with links, and customers' words that must not become any."""

from __future__ import annotations

import pytest

from bot.handoff.chatwoot.markdown import Link, literal, plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Hello **there**", "Hello there"),
        ("*one* and _two_ and ~~three~~ and `four`", "one and two and three and four"),
        ("**bold with *more* in it**", "bold with more in it"),
        ("one\\\ntwo", "one\ntwo"),
        (r"3 \* 4 = 12, \[really\]", "3 * 4 = 12, [really]"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("snake_case_name", "snake_case_name"),
        ("2*3*4", "2*3*4"),
        ("  spaces  ", "spaces"),
        ("1 234,56 $ ; « d’accord »", "1 234,56 $ ; « d’accord »"),
        ("", ""),
    ],
)
def test_words_stay_and_marks_go(markdown: str, text: str) -> None:
    assert plain(markdown) == (text, ())


def test_a_link_is_its_words_and_its_address() -> None:
    text, links = plain(
        "See [the **page**](https://www.example.com/a_b?c=d) or [us](mailto:a@b.ca)."
    )
    assert text == "See the page or us."
    assert links == (
        Link("the page", "https://www.example.com/a_b?c=d"),
        Link("us", "mailto:a@b.ca"),
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "mention://user/3/Anna", "data:text/html,x"]
)
def test_other_addresses_are_none(address: str) -> None:
    assert plain(f"[x]({address})")[1] == ()


@pytest.mark.parametrize(
    "typed", ["**x**", "# x", "[x](https://e.com)", "> x", "a_b_c", "`x`", "\\*"]
)
def test_what_a_customer_types_comes_back_as_it_was(typed: str) -> None:
    assert plain(literal(typed)) == (typed, ())
