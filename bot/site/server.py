"""The public HTTP server: pages, widget, and the socket of the web channel.

aiohttp and not Rasa's Sanic: it knows the client's address, and a connection costs it less memory
(docs/adr/0006).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

import socketio
from aiohttp import hdrs, web
from multidict import CIMultiDict

from bot import metrics
from bot.settings import WebSettings
from bot.site import connection, headers, pages
from bot.site.address import client_address
from bot.site.admission import Admission, TooMany
from bot.site.faults import be_discreet
from bot.site.origins import is_allowed

_SOCKET = "/socket.io/"
_BODY_LIMIT = 64_000
# At a stop: sockets are open for as long as their customers are, and aiohttp would wait a minute.
_LAST_WORDS_SECONDS = 1.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Middleware = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]


def socket_server(settings: WebSettings) -> socketio.AsyncServer:
    return socketio.AsyncServer(
        async_mode="aiohttp",
        cors_allowed_origins=lambda origin, environ: is_allowed(origin, environ, settings.origins),
        cors_credentials=False,
        max_http_buffer_size=_BODY_LIMIT,
        http_compression=False,
        logger=False,
        engineio_logger=False,
    )


def application(
    settings: WebSettings, sio: socketio.AsyncServer, more: Iterable[web.RouteDef]
) -> web.Application:
    app = web.Application(middlewares=[_doorkeeper(settings, sio)], client_max_size=_BODY_LIMIT)
    app.on_response_prepare.append(headers.secure)  # type: ignore[arg-type]
    app.add_routes([*pages.routes(), *more])
    sio.attach(app)
    return app


def _doorkeeper(settings: WebSettings, sio: socketio.AsyncServer) -> Middleware:
    admission = Admission(settings.connections, settings.connections_an_address)

    @web.middleware
    async def admit(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path != _SOCKET:
            return await handler(request)
        forwarded = ",".join(request.headers.getall("X-Forwarded-For", []))
        address = client_address(request.remote or "", forwarded, settings.proxies)
        if "sid" not in request.query:  # a new connection
            try:
                admission.check(address, map(connection.address_of, sio.environ.values()))
            except TooMany:
                metrics.REFUSED.labels("connections").inc()
                raise web.HTTPServiceUnavailable(headers={"Retry-After": "30"}) from None
        return await handler(_for_the_socket(request, address))

    return admit


def _for_the_socket(request: web.Request, address: str) -> web.Request:
    """With the client's own address, and without compression: it would keep 60 kB of memory for
    each connection.
    """
    kept = CIMultiDict(request.headers)
    kept.popall(hdrs.SEC_WEBSOCKET_EXTENSIONS, None)
    return request.clone(headers=kept, remote=address)


@dataclass
class Site:
    """Runs the application in the event loop of whoever calls."""

    app: web.Application
    host: str
    port: int
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        be_discreet()
        self._runner = web.AppRunner(
            self.app,
            access_log=None,
            shutdown_timeout=_LAST_WORDS_SECONDS,
            # aiohttp unpacks before it counts: 300 kB would take 300 MB. Nobody packs what we take.
            auto_decompress=False,
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, self.host, self.port).start()

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
