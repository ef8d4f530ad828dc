from pathlib import Path

from bot.nlg import po
from bot.nlg.extraction import make_template
from bot.nlg.update import COMPLETE, REGIONAL, update_catalogues


def test_a_new_bot_gets_french_to_fill_in_and_empty_regions(domain: Path, locales: Path) -> None:
    template = make_template(domain)
    update_catalogues(locales, template)
    assert set(po.files(locales)) == {*COMPLETE, *REGIONAL}
    french = po.read(po.path_of(locales, "fr"), "fr")
    assert len(po.entries(french)) == len(po.entries(template))
    for locale in REGIONAL:
        assert po.entries(po.read(po.path_of(locales, locale), locale)) == []


def test_translations_are_kept_and_a_second_run_changes_nothing(
    domain: Path, catalogues: Path
) -> None:
    def contents() -> dict[str, str]:
        return {locale: path.read_text("utf-8") for locale, path in po.files(catalogues).items()}

    update_catalogues(catalogues, make_template(domain))
    once = contents()
    update_catalogues(catalogues, make_template(domain))
    assert contents() == once
    assert 'msgstr[1] "{n} postes"' in once["fr"]
    assert "Écrivez un courriel" in once["fr_CA"]


def test_a_changed_text_is_new_and_its_old_translation_obsolete(
    domain: Path, catalogues: Path
) -> None:
    text = domain.read_text("utf-8").replace("Write us an email", "Send us an email")
    domain.write_text(text, encoding="utf-8")
    update_catalogues(catalogues, make_template(domain))
    french = po.read(po.path_of(catalogues, "fr"), "fr")
    changed = french.get("Send us an email: {address}", "utter_email")
    assert changed is not None
    assert not changed.string
    assert not changed.fuzzy
    assert "#~ msgstr" in po.path_of(catalogues, "fr").read_text("utf-8")
    assert "#~ msgstr" in po.path_of(catalogues, "fr_CA").read_text("utf-8")
