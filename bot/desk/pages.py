"""The desk's page, its modules and styles, and its texts in the agent's language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

from aiohttp import web

from bot.language.conversation import known_locale, language_of
from bot.nlg.strings import Text, texts_of
from bot.site.assets import Asset

PAGE = Path(__file__).parent / "page"
TEXTS = Path(__file__).parent / "texts.yml"
_PREFIX = "desk_"
# Where an agent's region is not told.
_LOCALES = {"en": "en_CA", "fr": "fr_CA"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes() -> list[web.RouteDef]:
    files = [path for path in sorted(PAGE.rglob("*")) if path.is_file()]
    return [
        web.get("/desk", _asset(PAGE / "desk.html")),
        web.get("/desk/socket.io.js", _asset(PAGE / "vendor" / "socket.io.esm.min.js")),
        *(web.get(f"/desk/strings.{language}.json", _strings(language)) for language in _LOCALES),
        *(web.get(f"/desk/{path.relative_to(PAGE).as_posix()}", _asset(path)) for path in files),
    ]


def _asset(path: Path) -> Handler:
    asset = Asset.of(path)

    async def file(request: web.Request) -> web.StreamResponse:
        return asset.respond(request)

    return file


def _strings(language: str) -> Handler:
    @cache
    def shown(locale: str) -> dict[str, Text]:
        texts = texts_of(TEXTS, locale)
        return {name.removeprefix(_PREFIX): text for name, text in texts.items()}

    async def strings(request: web.Request) -> web.StreamResponse:
        asked = known_locale(request.query.get("locale"))
        locale = asked if language_of(asked) == language else _LOCALES[language]
        return web.json_response(shown(str(locale)), headers={"Cache-Control": "no-cache"})

    return strings
