import pytest

from bot.nlg.catalogue import Catalogue
from bot.nlg.responses import Response
from bot.nlg.texts import MissingText, Texts


def test_a_text_is_translated_and_spaced_for_its_locale(texts: Texts) -> None:
    said = {locale: texts.text("utter_greet", locale).literals[0] for locale in ("fr_CA", "fr_FR")}
    assert said == {
        "fr_CA": "Bonjour! Que puis-je faire pour vous?",
        "fr_FR": "Bonjour\u202f! Que puis-je faire pour vous\u202f?",
    }


def test_a_buttons_title_is_translated_and_its_payload_kept(texts: Texts) -> None:
    [(title, button)] = texts.buttons("utter_greet", "fr_CA")
    assert title.literals == ("Obtenir un prix",)
    assert button.payload == "/request_quote"


def test_counted(texts: Texts) -> None:
    assert texts.counted("seat", 0, "fr_CA").literals == ("", " poste")
    assert texts.counted("seat", 0, "en_CA").literals == ("", " seats")


def test_millions_take_a_preposition_in_french_alone(texts: Texts) -> None:
    assert texts.counted("seat", 2_000_000, "fr_CA").literals == ("", " de postes")
    assert texts.counted("seat", 1_500_000, "fr_FR").literals == ("", " postes")
    assert texts.counted("seat", 2_000_000, "en_CA").literals == ("", " seats")


def test_what_domain_yml_does_not_have(texts: Texts) -> None:
    with pytest.raises(MissingText, match="utter_nothing"):
        texts.text("utter_nothing", "en_CA")
    with pytest.raises(MissingText, match="utter_unit_hour"):
        texts.counted("hour", 1, "en_CA")


def test_what_has_no_plural_cannot_be_counted() -> None:
    texts = Texts({"utter_unit_seat": Response("utter_unit_seat", "{n} seats")}, Catalogue({}))
    with pytest.raises(MissingText, match="utter_unit_seat has no plural"):
        texts.counted("seat", 1, "en_CA")
