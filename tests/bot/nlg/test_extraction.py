from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.extract import extract_from_file

from bot.nlg import po
from bot.nlg.extraction import make_template, text_files
from bot.nlg.responses import InvalidResponse


def test_texts_titles_and_plurals_are_there_sorted_by_response(domain: Path) -> None:
    found = [(message.context, message.id) for message in po.entries(make_template(domain))]
    assert found == [
        ("utter_contact", "Call {phone} or see https://example.com/help."),
        ("utter_email", "Write us an email: {address}"),
        ("utter_greet", "Get a price"),
        ("utter_greet", "Hello! What can I do for you?"),
        ("utter_help", "I can’t say. {contact}"),
        ("utter_option", "{product}, {seats}"),
        ("utter_quote", "{due_now} for {seats}, {tax}."),
        ("utter_tax_excluded", "before taxes"),
        ("utter_unit_seat", ("{n} seat", "{n} seats")),
    ]


def test_translators_get_their_comments_and_the_placeholders(domain: Path) -> None:
    template = make_template(domain)
    greeting = template.get("Get a price", "utter_greet")
    quote = template.get("{due_now} for {seats}, {tax}.", "utter_quote")
    assert greeting and quote
    assert greeting.auto_comments == ["Translators: the first sentence of all."]
    assert quote.auto_comments == ["Placeholders: {due_now} {seats} {tax}"]


def test_the_widget_s_texts_are_there_too(domain: Path, widget_texts: Path) -> None:
    found = {message.context: message.id for message in po.entries(make_template(domain))}
    assert found["widget_send"] == "Send"
    assert found["utter_tax_excluded"] == "before taxes"
    assert text_files(domain) == [domain, widget_texts]


def test_the_order_in_domain_yml_changes_nothing(
    domain: Path, domain_responses: dict[str, Any]
) -> None:
    def extracted(names: list[str]) -> str:
        responses = {name: domain_responses[name] for name in names}
        domain.write_text(yaml.safe_dump({"responses": responses}, sort_keys=False), "utf-8")
        return po.serialise(make_template(domain))

    assert extracted(list(domain_responses)) == extracted(list(reversed(domain_responses)))


def test_it_is_an_extractor_that_babel_can_run(domain: Path) -> None:
    found = extract_from_file("bot.nlg.extraction:extract_domain", domain)
    line = domain.read_text(encoding="utf-8").splitlines().index("  utter_unit_seat:") + 1
    assert (line, ("{n} seat", "{n} seats"), ["Placeholders: {n}"], "utter_unit_seat") in found


@pytest.mark.parametrize("content", ["", "version: '3.1'\n", "responses:\n", "responses: {}\n"])
def test_a_domain_without_responses(tmp_path: Path, content: str) -> None:
    path = tmp_path / "domain.yml"
    path.write_text(content, encoding="utf-8")
    assert po.entries(make_template(path)) == []


@pytest.mark.parametrize(
    ("response", "problem"),
    [
        ('  - text: "A"\n  - text: "B"\n', "utter_x: needs exactly one variation"),
        ('  - text: "A {Name}"\n', "brace"),
    ],
)
def test_what_cannot_be_translated(tmp_path: Path, response: str, problem: str) -> None:
    path = tmp_path / "domain.yml"
    path.write_text(f"responses:\n  utter_x:\n{response}", encoding="utf-8")
    with pytest.raises(ValueError, match=problem) as caught:
        make_template(path)
    assert isinstance(caught.value, InvalidResponse) or problem == "brace"
