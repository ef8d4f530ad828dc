from __future__ import annotations

from pathlib import Path

import yaml

from benchmarks import sample

_BLOCK = "version: '3.1'\nnlu:\n- intent: {intent}\n  metadata: {{language: {language}}}\n  examples: |\n{lines}"


def _source(folder: Path, count: int = 9) -> Path:
    for language in ("en", "fr"):
        for intent in ("greet", "thank"):
            path = folder / language / f"{intent}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            lines = "".join(f"    - {language}: {intent} - {n} ?\n" for n in range(count))
            path.write_text(_BLOCK.format(intent=intent, language=language, lines=lines))
    return folder


def test_so_many_of_each_intent_and_language(tmp_path: Path) -> None:
    drawn = sample.draw(_source(tmp_path), 4, seed=1)
    assert {label: len(set(texts)) for label, texts in drawn.items()} == {
        (language, intent): 4 for language in ("en", "fr") for intent in ("greet", "thank")
    }
    assert all(text.startswith("fr: greet - ") for text in drawn["fr", "greet"])


def test_no_more_than_there_are(tmp_path: Path) -> None:
    assert len(sample.draw(_source(tmp_path, count=3), 4, seed=1)["en", "greet"]) == 3


def test_the_same_seed_draws_the_same(tmp_path: Path) -> None:
    source = _source(tmp_path)
    assert sample.draw(source, 4, seed=1) == sample.draw(source, 4, seed=1)
    assert sample.draw(source, 4, seed=1) != sample.draw(source, 4, seed=2)


def test_another_intent_changes_no_sample(tmp_path: Path) -> None:
    before = sample.draw(_source(tmp_path), 4, seed=1)
    (tmp_path / "en" / "deny.yml").write_text(
        _BLOCK.format(intent="deny", language="en", lines="    - no\n")
    )
    assert sample.draw(tmp_path, 4, seed=1) == {**before, ("en", "deny"): ("no",)}


def test_what_is_written_can_be_drawn_again(tmp_path: Path) -> None:
    tricky = {
        ("fr", "greet"): ("c'est: « bonjour »", "# allô", "- tiret", "{accolade}"),
        ("en", "thank"): ("thanks \\ a lot", "yes", "null"),
    }
    sample.write(tricky, tmp_path)
    assert sample.draw(tmp_path, 10, seed=1) == tricky


def test_what_is_written_names_its_language(tmp_path: Path) -> None:
    sample.write({("fr", "greet"): ("bonjour",)}, tmp_path)
    (block,) = yaml.safe_load((tmp_path / "fr" / "greet.yml").read_text("utf-8"))["nlu"]
    assert (block["intent"], block["metadata"]) == ("greet", {"language": "fr"})
