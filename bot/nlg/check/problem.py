from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """`file` is a path below the repository, `entry` a response's name, or empty for the file."""

    file: str
    entry: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.entry, self.message) if part)
