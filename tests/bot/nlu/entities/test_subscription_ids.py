from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("sub_AbC123", "sub_AbC123", "sub_AbC123"),
        ("my sub is sub_1Nq_x9.", "sub_1Nq_x9", "sub_1Nq_x9"),
        ("577-12345678", "577-12345678", "57712345678"),
        ("its 561-98237745", "561-98237745", "56198237745"),
        ("573 29018846", "573 29018846", "57329018846"),
        ("subscription id 110029384756", "110029384756", "110029384756"),
        ("contract 110004457821", "110004457821", "110004457821"),
        ("here it is 60019283746", "60019283746", "60019283746"),
        ("no 110-20458873", "110-20458873", "11020458873"),
        ("numéro 110-45678912", "110-45678912", "11045678912"),
        ("mon numéro d'abonnement c'est 573-90214467", "573-90214467", "57390214467"),
        ("voici le numéro : 572 1098 4421", "572 1098 4421", "57210984421"),
        ("abonnement #56678120034", "56678120034", "56678120034"),
    ],
)
def test_found(read, text, words, value):
    assert read("subscription_id", text) == [(words, value, None)]


@pytest.mark.parametrize(
    "text",
    [
        "call 18559373067",
        "1-855-937-3067",
        "(855) 937-3067",
        "+33 1 23 45 67 89",
        "invoice 110004457821",
        "commande 110004457821",
        "card 4242 4242 4242 4242",
        "12345678901 seats",
        "subscription 12345",
        "subscription",
        "2026-09-30",
    ],
)
def test_other_numbers(read, text):
    assert read("subscription_id", text) == []
