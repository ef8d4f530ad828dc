"""Texts with {placeholders}: names only, so that neither a translation nor a value is ever code."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True)
class Template:
    """`literals` has one item more than `names`: they alternate, literals first."""

    literals: tuple[str, ...]
    names: tuple[str, ...]

    def fill(self, value: Callable[[str], str]) -> str:
        """The text with `value(name)` in each place; a value is never looked into for more."""
        parts = [self.literals[0]]
        for name, literal in zip(self.names, self.literals[1:], strict=True):
            parts += (value(name), literal)
        return "".join(parts)


# The texts are those of the catalogues, a few hundred a locale.
@lru_cache(maxsize=8192)
def parse_template(text: str) -> Template:
    """Raises ValueError for a brace that belongs to no placeholder."""
    parts = _PLACEHOLDER.split(text)
    literals = tuple(parts[::2])
    if any("{" in literal or "}" in literal for literal in literals):
        raise ValueError("a brace that belongs to no placeholder")
    return Template(literals, tuple(parts[1::2]))


def placeholders(text: str) -> tuple[str, ...]:
    """The names in `text`, sorted and each once. ValueError as `parse_template`."""
    return tuple(sorted(set(parse_template(text).names)))
