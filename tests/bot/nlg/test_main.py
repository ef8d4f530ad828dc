from pathlib import Path

import pytest

from bot.nlg.__main__ import main


def test_all_steps_on_a_sound_bot(
    domain: Path, catalogues: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(domain.parent)]) == 0
    assert capsys.readouterr().out == ""
    assert (catalogues / "bot.pot").exists()


def test_what_is_missing_is_listed_and_fails(
    domain: Path, locales: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(domain.parent)]) == 1
    assert "locales/fr/LC_MESSAGES/bot.po: utter_greet: missing: 'Get a price'" in (
        capsys.readouterr().out.splitlines()
    )


def test_extract_and_update_alone_judge_nothing(domain: Path, locales: Path) -> None:
    assert main(["extract", "update", "--root", str(domain.parent)]) == 0
    assert (locales / "bot.pot").exists()
    assert (locales / "fr_CA" / "LC_MESSAGES" / "bot.po").exists()


def test_check_alone_writes_nothing(domain: Path, catalogues: Path) -> None:
    assert main(["check", "--root", str(domain.parent)]) == 1
    assert not (catalogues / "bot.pot").exists()


def test_an_unknown_step() -> None:
    with pytest.raises(SystemExit):
        main(["compile"])
