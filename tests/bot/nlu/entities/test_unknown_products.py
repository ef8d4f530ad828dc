"""Products that the catalogue does not have: named, and never taken for one it has."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Revit LT", "Revit LT"),
        ("Maya Creative", "Maya Creative"),
        ("3 seats of AutoCAD Mechanical", "AutoCAD Mechanical"),
        ("3 postes AutoCAD Electrical", "AutoCAD Electrical"),
        ("autocad électrique", "autocad électrique"),
        ("5 AutoCAD Architecture seats", "AutoCAD Architecture"),
        ("autocad mep", "autocad mep"),
        ("AutoCAD Plant 3D", "AutoCAD Plant 3D"),
        ("Map 3D", "Map 3D"),
        ("3 seats of Excel", "Excel"),
        ("3 licences de Photoshop", "Photoshop"),
        ("2 SolidWorks seats", "SolidWorks"),
        ("3 postes SketchUp", "SketchUp"),
        ("3 licences Office 365", "Office 365"),
        ("Photoshop?", "Photoshop"),
    ],
)
def test_unknown(read, text, words):
    assert read("product", text) == [(words, words, "unknown")]


@pytest.mark.parametrize(
    "text",
    [
        "export the usage report to Excel",
        "the Excel export is empty",
        "j'ai la liste dans un fichier Excel",
        "3 seats for our office",
        "not AutoCAD Mechanical",
    ],
)
def test_not_asked_for(read, text):
    assert read("product", text) == []


@pytest.mark.parametrize(
    ("text", "product"),
    [("autocad, architecture collection", "AEC Collection"), ("AutoCAD 3D drawings", "AutoCAD")],
)
def test_the_catalogues_own_beside_them(read, text, product):
    assert read("product", text)[-1][1:] == (product, None)
