"""The public pages and the widget's files."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from bot.language.conversation import LANGUAGES, known_locale, language_of
from bot.language.identify import Language
from bot.site.assets import ASK_AGAIN, FOR_GOOD, Asset

_HASHED = re.compile(r"-[A-Z0-9]{8}\.js\Z")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

PAGES = Path(__file__).parent / "pages"
WIDGET = Path(__file__).parents[1] / "widget" / "dist"


def routes() -> list[web.RouteDef]:
    files = [(PAGES, name) for name in _names(PAGES) if not name.endswith(".html")]
    files += [(WIDGET, name) for name in _names(WIDGET)]
    return [
        web.get("/", _page("index")),
        web.get("/embed", _page("embed")),
        *(web.get(f"/{name}", _file(folder / name)) for folder, name in files),
    ]


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.is_file())


def _page(name: str) -> Handler:
    pages = {language: Asset.of(PAGES / f"{name}.{language}.html") for language in LANGUAGES}

    async def page(request: web.Request) -> web.StreamResponse:
        response = pages[_wanted(request)].respond(request)
        response.headers["Vary"] = "Accept-Encoding, Accept-Language"
        return response

    return page


def wanted_locale(request: web.Request) -> str:
    """`?locale=fr-CA`, else what the browser likes best, else English; a bare language where the
    region is not told.
    """
    asked = request.query.get("locale")
    if locale := known_locale(asked) or language_of(asked):
        return locale
    for preference in request.headers.get("Accept-Language", "").split(","):
        name = preference.partition(";")[0].strip()
        if locale := known_locale(name) or language_of(name):
            return locale
    return "en"


def _wanted(request: web.Request) -> Language:
    return language_of(wanted_locale(request)) or "en"


def _file(path: Path) -> Handler:
    asset = Asset.of(path, FOR_GOOD if _HASHED.search(path.name) else ASK_AGAIN)

    async def file(request: web.Request) -> web.StreamResponse:
        response = asset.respond(request)
        # A module that another site's page loads; it holds nothing of anybody.
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return file
