"""Names, nicknames, typing errors, and the ordinary words that look like them."""

from __future__ import annotations

import pytest

from bot.nlu.entities.resources import packaged


@pytest.mark.parametrize(
    ("text", "words", "product"),
    [
        ("AutoCAD", "AutoCAD", "AutoCAD"),
        ("acad", "acad", "AutoCAD"),
        ("our autocads", "autocads", "AutoCAD"),
        ("auto cad", "auto cad", "AutoCAD"),
        ("Auto-CAD seats", "Auto-CAD", "AutoCAD"),
        ("autocda", "autocda", "AutoCAD"),
        ("autoacd", "autoacd", "AutoCAD"),
        ("AutoCAD 2024", "AutoCAD", "AutoCAD"),
        ("l'AutoCAD", "AutoCAD", "AutoCAD"),
        ("AutoCAD™", "AutoCAD", "AutoCAD"),
        ("AutoCAD LT", "AutoCAD LT", "AutoCAD LT"),
        ("autocad-lt", "autocad-lt", "AutoCAD LT"),
        ("autocadlt", "autocadlt", "AutoCAD LT"),
        ("acad lt", "acad lt", "AutoCAD LT"),
        ("the LT one", "LT", "AutoCAD LT"),
        ("revitt", "revitt", "Revit"),
        ("reivt", "reivt", "Revit"),
        ("rvt", "rvt", "Revit"),
        ("Revit, 3", "Revit", "Revit"),
        ("AutoCAD, s'il vous plaît", "AutoCAD", "AutoCAD"),
        (
            "engineering & construction collection",
            "engineering & construction collection",
            "AEC Collection",
        ),
        ("civil 3d", "civil 3d", "Civil 3D"),
        ("civil3d", "civil3d", "Civil 3D"),
        ("Civl 3D", "Civl 3D", "Civil 3D"),
        ("autocad civil 3d", "autocad civil 3d", "Civil 3D"),
        ("c3d", "c3d", "Civil 3D"),
        ("Inventor", "Inventor", "Inventor Professional"),
        ("inventor pro", "inventor pro", "Inventor Professional"),
        ("inventr", "inventr", "Inventor Professional"),
        ("9 inventer seats", "inventer", "Inventor Professional"),
        ("deux revis licences", "revis", "Revit"),
        ("autocda lt", "autocda lt", "AutoCAD LT"),
        ("fusion 360", "fusion 360", "Fusion"),
        ("f360", "f360", "Fusion"),
        ("3 fusion seats", "fusion", "Fusion"),
        ("our fusion subscription", "fusion", "Fusion"),
        ("pour fusion", "fusion", "Fusion"),
        ("3ds Max", "3ds Max", "3ds Max"),
        ("3dsmax", "3dsmax", "3ds Max"),
        ("a 3ds Max seat", "3ds Max", "3ds Max"),
        ("3d max", "3d max", "3ds Max"),
        ("Maya", "Maya", "Maya"),
        ("navis", "navis", "Navisworks Manage"),
        ("navisworks", "navisworks", "Navisworks Manage"),
        ("naviswroks", "naviswroks", "Navisworks Manage"),
        ("aec", "aec", "AEC Collection"),
        ("la collection AEC", "collection AEC", "AEC Collection"),
        ("AEC Collection", "AEC Collection", "AEC Collection"),
        ("architecture collection", "architecture collection", "AEC Collection"),
    ],
)
def test_named(read, text, words, product):
    assert read("product", text) == [(words, product, None)]


@pytest.mark.parametrize(
    "text",
    [
        "fusion de nos filiales",
        "after the fusion of our two firms",
        "la fusion des deux compagnies",
        "on veut fusionner deux comptes",
        "on révise notre budget",
        "revise my quote",
        "our inventory of licences",
        "faire l'inventaire",
        "inventer un nom",
        "revis ton devis",
        "Maya from accounting is on leave",
        "Maya, du service comptable",
        "our founder was an inventor",
        "mon père était inventeur",
        "Max is our admin",
        "lt me know",
        "the collection",
        "a collection of files",
        "le récit",
        "en autocar",
        "navire",
        "we need credit",
        "anything but Revit",
        "tout sauf Revit",
        "everything except AutoCAD LT",
        "CAD manager",
        "may a company buy here",
        "link a CAD file",
        "2d and 3d drawings",
    ],
)
def test_ordinary_words(read, text):
    assert read("product", text) == []


def test_several(read):
    seen = read("product", "we run revitt and 3dsmax plus navis")
    assert [product for _, product, _ in seen] == ["Revit", "3ds Max", "Navisworks Manage"]


@pytest.mark.parametrize(
    "text", ["Revit, not AutoCAD LT", "pas AutoCAD, Revit", "Revit au lieu d'AutoCAD"]
)
def test_what_is_denied_is_not_named(read, text):
    assert [product for _, product, _ in read("product", text)] == ["Revit"]


@pytest.mark.parametrize("text", ["why not Revit?", "ça marche pas sur Revit"])
def test_a_negative_sentence_still_names_it(read, text):
    assert [product for _, product, _ in read("product", text)] == ["Revit"]


@pytest.mark.parametrize("product", list(packaged("products.yml")["products"]))
def test_every_product_is_found_by_its_own_name(read, product):
    assert read("product", f"for {product} please") == [(product, product, None)]
