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
        known = request.if_none_match or ()
        headers = {"Cache-Control": self.caching, "Vary": "Accept-Encoding"}
        if any(tag.value == self.etag for tag in known):
            response = web.Response(status=304, headers=headers)
        elif "gzip" in request.headers.get("Accept-Encoding", ""):
            response = web.Response(body=self.compressed, headers=headers)
            response.headers["Content-Encoding"] = "gzip"
        else:
            response = web.Response(body=self.content, headers=headers)
        response.content_type = self.content_type
        if self.content_type.startswith("text/"):
            response.charset = "utf-8"
        response.etag = self.etag
        return response
