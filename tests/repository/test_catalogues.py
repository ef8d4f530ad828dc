"""The texts of this repository: nothing untranslated, stale or wrongly set goes out."""

from pathlib import Path

from bot.nlg import po
from bot.nlg.catalogue import Catalogue
from bot.nlg.check import find_problems
from bot.nlg.extraction import make_template
from bot.nlg.update import template_path, update_catalogues

ROOT = Path(__file__).parents[2]
DOMAIN = ROOT / "domain.yml"
LOCALES = ROOT / "locales"


def test_the_texts_have_no_problems() -> None:
    assert [str(problem) for problem in find_problems(DOMAIN, LOCALES)] == []


def test_the_template_is_a_fresh_extraction() -> None:
    assert template_path(LOCALES).read_text("utf-8") == po.serialise(make_template(DOMAIN))


def test_the_catalogues_are_as_the_tools_write_them(tmp_path: Path) -> None:
    for locale, path in po.files(LOCALES).items():
        copy = po.path_of(tmp_path, locale)
        copy.parent.mkdir(parents=True)
        copy.write_bytes(path.read_bytes())
    update_catalogues(tmp_path, make_template(DOMAIN))
    for locale, path in po.files(tmp_path).items():
        assert path.read_text("utf-8") == po.path_of(LOCALES, locale).read_text("utf-8"), locale


def test_the_catalogues_load() -> None:
    Catalogue.load(LOCALES)
