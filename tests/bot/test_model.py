"""Which model belongs to the current data, configuration and code."""

from __future__ import annotations

import fcntl
from concurrent.futures import ThreadPoolExecutor, TimeoutError
from pathlib import Path

import pytest

from bot.model import _INPUTS, ROOT, TrainingError, fingerprint, model_path, ready_model

INPUTS = (
    "config.yml",
    "domain.yml",
    "data/nlu/en/greet.yml",
    "data/nlu/fr/greet.yml",
    "data/rules/manners.yml",
    "bot/nlu/linear.py",
    "bot/nlu/components/intent_classifier.py",
    "bot/language/identify.py",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in (*INPUTS, "README.md", "bot/nlu/entities/lexicon.yml", "actions/action_calm.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_a_fingerprint_belongs_to_the_contents(project: Path) -> None:
    found = fingerprint(project)
    assert found == fingerprint(project)
    assert len(found) == 16 and int(found, 16) >= 0


@pytest.mark.parametrize("name", INPUTS)
def test_whatever_training_reads_changes_it(project: Path, name: str) -> None:
    before = fingerprint(project)
    (project / name).write_text("something else")
    assert fingerprint(project) != before


@pytest.mark.parametrize(
    "name", ["README.md", "bot/nlu/entities/lexicon.yml", "actions/action_calm.py"]
)
def test_what_training_does_not_read_leaves_it(project: Path, name: str) -> None:
    before = fingerprint(project)
    (project / name).write_text("something else")
    assert fingerprint(project) == before


def test_a_file_that_moves_changes_it(project: Path) -> None:
    """The same bytes under another name, and two files whose contents trade places."""
    before = fingerprint(project)
    english, french = project / "data/nlu/en/greet.yml", project / "data/nlu/fr/greet.yml"
    english.write_text("data/nlu/fr/greet.yml")
    french.write_text("data/nlu/en/greet.yml")
    traded = fingerprint(project)
    french.rename(french.with_name("hello.yml"))
    assert len({before, traded, fingerprint(project)}) == 3


def test_it_does_not_depend_on_where_the_project_lies(project: Path, tmp_path: Path) -> None:
    moved = project.rename(project.with_name(f"{project.name}-moved"))
    here = fingerprint(moved)
    assert here == fingerprint(moved.rename(project))


def test_the_model_is_named_after_the_fingerprint(project: Path) -> None:
    path = model_path(project / "models", project)
    assert path == project / "models" / f"prorata-{fingerprint(project)}.tar.gz"


def test_code_of_the_pipeline_counts_in_the_real_project() -> None:
    """What the patterns match must exist, or a rename would leave an input out unnoticed."""
    assert [pattern for pattern in _INPUTS if not list(ROOT.glob(pattern))] == []


@pytest.fixture
def said() -> list[str]:
    return []


def test_a_model_that_is_there_is_not_trained_again(tmp_path: Path, said: list[str]) -> None:
    found = model_path(tmp_path)
    found.write_bytes(b"")
    assert ready_model(said.append, tmp_path) == found
    assert said == []


def test_what_another_process_trains_is_waited_for(tmp_path: Path, said: list[str]) -> None:
    found = model_path(tmp_path)
    with ThreadPoolExecutor(1) as pool:
        with (tmp_path / ".training").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            asked = pool.submit(ready_model, said.append, tmp_path)
            with pytest.raises(TimeoutError):
                asked.result(0.2)
            found.write_bytes(b"")
        assert asked.result(10) == found
    assert said == []
    assert not (tmp_path / "training.log").exists()


def test_training_that_fails_shows_the_end_of_its_log(
    tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHOME", str(tmp_path / "nowhere"))  # no interpreter starts with it
    with pytest.raises(TrainingError, match="training failed; the end of its log") as failed:
        ready_model(said.append, tmp_path / "models")
    assert str(tmp_path / "models" / "training.log") in str(failed.value)
    assert "Python" in str(failed.value)
    assert said == [
        "no model matches the current data and configuration: training one (a minute or two)"
    ]
