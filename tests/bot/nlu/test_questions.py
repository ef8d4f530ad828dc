"""Where a message with several questions can be cut."""

from __future__ import annotations

import pytest

from bot.nlu.questions import halves, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "How do I add seats? And what would it cost?",
            ["How do I add seats?", "And what would it cost?"],
        ),
        (
            "Comment ajouter des postes ? Merci ! Ça coûte combien au juste ?",
            ["Comment ajouter des postes ?", "Ça coûte combien au juste ?"],
        ),
        (
            "We hired two people. Can I add seats",
            ["We hired two people", "Can I add seats"],
        ),
        ("version 2024.1 of the product", ["version 2024.1 of the product"]),
        ("", []),
    ],
)
def test_sentences_of_three_words_and_more(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5. ok do it", ["5", "ok do it"]),
        ("AutoCAD 3. sorry, 4. Pardon, Revit 4.", ["AutoCAD 3", "sorry, 4", "Pardon, Revit 4."]),
        ("Merci. 4 postes", ["4 postes"]),
        ("it was 3.5 at first", ["it was 3.5 at first"]),
    ],
)
def test_a_number_ends_a_sentence_and_may_be_one(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_numbers_that_count_the_lines_are_no_sentences() -> None:
    text = "1. How do I add seats?\n2. Combien pour Revit ?"
    assert sentences(text) == ["How do I add seats?", "Combien pour Revit ?"]


def test_no_more_than_four_sentences() -> None:
    assert len(sentences("This is one question? " * 9)) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "how do I add seats and what would it cost",
            [["how do I add seats", "what would it cost"]],
        ),
        (
            "comment ajouter des postes pis ça coûte combien",
            [["comment ajouter des postes", "ça coûte combien"]],
        ),
        ("AutoCAD and Revit", []),
        ("how do I add seats", []),
    ],
)
def test_halves_that_could_each_be_a_question(text: str, expected: list[list[str]]) -> None:
    assert halves(text) == expected


def test_a_long_story_is_not_cut_at_its_conjunctions() -> None:
    story = "we opened an office in Laval last spring and hired six people who draw bridges"
    assert halves(story)
    assert halves(f"{story} and every week somebody asks me where their licence is {story}") == []
