from pathlib import Path

from babel.messages.catalog import Catalog

from bot.nlg import po


def test_the_same_content_is_always_the_same_bytes(tmp_path: Path) -> None:
    catalog = Catalog(locale="fr", header_comment="# Prorata", fuzzy=False)
    catalog.add("Hello", "Bonjour", context="utter_greet", locations=[("domain.yml", 12)])
    text = po.serialise(catalog)
    path = tmp_path / "bot.po"
    po.write(path, catalog)
    po.write(path, po.read(path, "fr"))
    assert path.read_text(encoding="utf-8") == text
    assert text == (
        "# Prorata\n"
        'msgid ""\n'
        'msgstr ""\n'
        '"Language: fr\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        "\n"
        'msgctxt "utter_greet"\n'
        'msgid "Hello"\n'
        'msgstr "Bonjour"\n'
    )


def test_a_long_sentence_stays_on_one_line_that_can_be_searched_for() -> None:
    sentence = "Bonjour\u00a0! " * 60
    catalog = Catalog(locale="fr")
    catalog.add("Hello! " * 60, sentence)
    assert f'msgstr "{sentence}"' in po.serialise(catalog).splitlines()


def test_catalogues_are_found_by_locale(catalogues: Path) -> None:
    assert list(po.files(catalogues)) == ["fr", "fr_CA", "fr_FR"]
    assert po.files(catalogues)["fr"] == po.path_of(catalogues, "fr")
