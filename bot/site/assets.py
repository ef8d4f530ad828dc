"""A file that is read and compressed once."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

# Browsers ask whether it has changed; the answer is short.
ASK_AGAIN = "no-cache"
# The name of such a file changes with its content.
FOR_GOOD = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Asset:
    content: bytes
    compressed: bytes
    content_type: str
    etag: str
    caching: str

    @classmethod
    def of(cls, path: Path, caching: str = ASK_AGAIN) -> Asset:
        content = path.read_bytes()
        content_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        etag = hashlib.sha256(content).hexdigest()[:20]
        return cls(content, gzip.compress(content, mtime=0), content_type, etag, caching)

    def respond(self, request: web.Request) -> web.Response:
        compress = _takes_gzip(request.headers.get("Accept-Encoding", ""))
        # Each encoding is a representation of its own (RFC 9110, 8.8.3).
        etag = f"{self.etag}-gzip" if compress else self.etag
        if any(tag.value == etag for tag in request.if_none_match or ()):
            response = web.Response(status=304)
        elif compress:
            response = web.Response(body=self.compressed, headers={"Content-Encoding": "gzip"})
        else:
            response = web.Response(body=self.content)
        response.headers.update({"Cache-Control": self.caching, "Vary": "Accept-Encoding"})
        response.content_type = self.content_type
        if self.content_type.startswith("text/"):
            response.charset = "utf-8"
        response.etag = etag
        return response


def _takes_gzip(accepted: str) -> bool:
    """RFC 9110, 12.5.3, as far as browsers use it."""
    codings = [coding.replace(" ", "") for coding in accepted.split(",")]
    return any(
        coding == "gzip" or coding.startswith("gzip;q=0.") or coding == "gzip;q=1"
        for coding in codings
    )
