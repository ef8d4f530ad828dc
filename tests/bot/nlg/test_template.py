import pytest

from bot.nlg.template import parse_template, placeholders


def test_a_template_is_filled_by_name() -> None:
    template = parse_template("{due_now} due now for {seats}.")
    values = {"due_now": "$5.00", "seats": "1 seat"}
    assert template.fill(values.__getitem__) == "$5.00 due now for 1 seat."


def test_a_text_without_placeholders() -> None:
    assert parse_template("Hello!").fill({}.__getitem__) == "Hello!"


@pytest.mark.parametrize("value", ["{other}", "{0}", "%s", "{", "}", r"\g<0>", "{a.__class__}"])
def test_a_value_is_never_a_template(value: str) -> None:
    assert parse_template("<{a}>").fill(lambda _: value) == f"<{value}>"


@pytest.mark.parametrize(
    "text",
    ["{", "a } b", "{}", "{ a }", "{A}", "{a.b}", "{a[0]}", "{a!r}", "{a:>9}", "{{a}}", "{0}"],
)
def test_nothing_but_names_stands_in_braces(text: str) -> None:
    with pytest.raises(ValueError, match="brace"):
        parse_template(text)


def test_placeholders_are_sorted_and_each_once() -> None:
    assert placeholders("{b} {a} {b}") == ("a", "b")
    assert placeholders("none") == ()
