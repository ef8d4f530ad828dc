"""Amounts as whole numbers of a currency's minor unit, as Stripe and Chargebee send them.

Their tables and not CLDR's: for both a krona, an ariary or a dinar is what they say it is
(https://docs.stripe.com/currencies#zero-decimal, #three-decimal).
"""

from __future__ import annotations

from decimal import Decimal

from actions.quotes.sense import exact, require

_NONE = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA"}
    | {"PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"}
)
_THREE = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})

# Neither the currency's own minor unit nor whole: better no amount than a hundredfold one.
_UNCLEAR = frozenset({"ISK", "UGX"})


def major_units(number: int, currency: str, *, thousandths: bool) -> Decimal:
    """`60164` CAD is 601.64, `42115` JPY is 42115. Without `thousandths` it is not known how this
    provider sends a currency of three decimals. Nonsense for what is unclear.
    """
    require(currency not in _UNCLEAR, "a currency whose minor unit is clear")
    require(thousandths or currency not in _THREE, "a currency of two decimals or none")
    decimals = 0 if currency in _NONE else 3 if currency in _THREE else 2
    return exact(Decimal(number).scaleb(-decimals), currency)
