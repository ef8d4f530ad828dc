import pytest

from bot.nlg.formats import format_list


@pytest.mark.parametrize(
    ("items", "locale", "expected"),
    [
        (["A"], "fr_CA", "A"),
        (["A", "B"], "en_CA", "A and B"),
        (["A", "B"], "fr_FR", "A et B"),
        (["A", "B", "C"], "en_US", "A, B, and C"),
        (["A", "B", "C"], "en_CA", "A, B and C"),
        (["A", "B", "C"], "en_GB", "A, B and C"),
        (["A", "B", "C"], "fr_CA", "A, B et C"),
        (["A", "B", "C"], "fr_FR", "A, B et C"),
        # Items are data: braces in them mean nothing.
        (["{0}", "{1}", "{"], "en_CA", "{0}, {1} and {"),
    ],
)
def test_list(items: list[str], locale: str, expected: str) -> None:
    assert format_list(items, locale) == expected
