"""gettext files on disk: read, and written so that the same content is always the same bytes."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

DOMAIN = "bot"

# Babel also writes dates, its own version and stand-ins for names: a file would change that nobody
# edited.
_HEADERS = (
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)
_HEADER_LINE = re.compile(r'"([\w-]+): ')


def path_of(locales: Path, locale: str) -> Path:
    return locales / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


def files(locales: Path) -> dict[str, Path]:
    """The catalogues under `locales`, by locale."""
    found = sorted(locales.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return {path.parent.parent.name: path for path in found}


def read(path: Path, locale: str | None = None) -> Catalog:
    """Raises babel.messages.pofile.PoFileError for a malformed file, OSError for a missing one."""
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def entries(catalog: Catalog) -> list[Message]:
    """All messages but the header, which gettext keeps as the empty message."""
    return [message for message in catalog if message.id]


def strings(message: Message) -> tuple[str, ...]:
    """The translations of `message`: one, or one for each plural form."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def serialise(catalog: Catalog) -> str:
    buffer = BytesIO()
    write_po(buffer, catalog, width=0, no_location=True)
    head, _, body = buffer.getvalue().decode().partition("\n\n")
    kept = [line for line in head.splitlines() if _is_kept(line)]
    return "\n\n".join(part for part in ("\n".join(kept), body.strip("\n")) if part) + "\n"


def write(path: Path, catalog: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(serialise(catalog), encoding="utf-8")


def _is_kept(line: str) -> bool:
    header = _HEADER_LINE.match(line)
    return header is None or header[1] in _HEADERS
