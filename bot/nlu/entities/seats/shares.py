"""Numbers of several groups, which are one: "2 seats for London and 3 for Leeds" are five, and
"our 2 offices need 3 seats each" six.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.nlu.entities.quantities import Quantity
from bot.nlu.entities.seats.matching import NOT_SEATS
from bot.nlu.entities.tokens import Token, count_of

_SHARE, _EACH, _GROUPS, _ADD = "share", "each", "groups", "add"


def settle(tokens: Sequence[Token], roles: Mapping[int, str]) -> tuple[list[Token], dict[int, str]]:
    """The first number stands for all of them, and the others for nothing."""
    row, settled = list(tokens), dict(roles)
    shares, each, groups = (
        [at for at, role in sorted(roles.items()) if role == name]
        for name in (_SHARE, _EACH, _GROUPS)
    )
    _stand_for(row, settled, shares, sum(count_of(tokens[at]) for at in shares))
    if each and groups:
        number = count_of(row[each[0]]) * count_of(row[groups[0]])
        _stand_for(row, settled, [*each, *groups], number)
    return row, settled


def _stand_for(row: list[Token], roles: dict[int, str], places: Sequence[int], number: int) -> None:
    """Where one of them is no whole number, each is what it would be by itself."""
    roles.update(dict.fromkeys(places, _ADD))
    if places and all(count_of(row[place]) for place in places):
        first, *others = places
        token = row[first]
        row[first] = replace(token, quantity=Quantity(token.start, token.end, number))
        roles.update(dict.fromkeys(others, NOT_SEATS))
