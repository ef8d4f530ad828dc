"""Response headers that keep a browser from doing more with our pages than they need."""

from __future__ import annotations

from aiohttp import web

# No inline script or style, nothing from elsewhere; the widget's socket is the same origin's.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' {socket}; "
    "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


async def secure(request: web.Request, response: web.StreamResponse) -> None:
    """An `on_response_prepare` handler. What a page has set itself stays: it is stricter."""
    for name, value in _ALWAYS.items():
        response.headers.setdefault(name, value)
    response.headers.pop("Server", None)
    if response.content_type == "text/html":
        # Not every browser counts ws: as 'self' (CSP 3, 6.7.2.8).
        socket = f"ws://{request.host} wss://{request.host}"
        response.headers["Content-Security-Policy"] = _POLICY.format(socket=socket)
