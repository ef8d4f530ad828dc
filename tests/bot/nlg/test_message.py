import pytest

from bot.nlg.message import Link, Message, bilingual, links_in
from bot.nlg.responses import Button


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("none here", []),
        ("See https://example.com/help.", ["https://example.com/help"]),
        ("(http://example.com/a?b=1&c=2), then", ["http://example.com/a?b=1&c=2"]),
        ("«\u00a0https://example.com/é\u00a0»\u202f!", ["https://example.com/é"]),
        ("https://a.example https://b.example", ["https://a.example", "https://b.example"]),
        ("javascript:alert(1) ftp://example.com file:///etc", []),
    ],
)
def test_links(text: str, urls: list[str]) -> None:
    assert list(links_in(text)) == [Link(url, url) for url in urls]


def test_both_languages() -> None:
    tel = Link("(855) 937-3067", "tel:+1-855-937-3067")
    same_tel_in_french = Link("1 855 937-3067", "tel:+1-855-937-3067")
    site = Link("https://example.com", "https://example.com")
    english = Message("Hello", (Button("Yes", "/y"), Button("Revit", "/r")), (tel, site))
    french = Message(
        "Bonjour", (Button("Oui", "/y"), Button("Revit", "/r")), (same_tel_in_french, site)
    )
    assert bilingual(english, french) == Message(
        "Hello\n\nBonjour",
        (Button("Yes / Oui", "/y"), Button("Revit", "/r")),
        (tel, site, same_tel_in_french),
    )


def test_a_text_without_words_is_said_once() -> None:
    assert bilingual(Message("Revit"), Message("Revit")).text == "Revit"
