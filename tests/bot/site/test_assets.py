"""A file as browsers ask for it: compressed, or not at all where they have it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from bot.site.assets import Asset

TEXT = "« Bonjour ! »\n" * 100


@pytest.fixture
def asset(tmp_path: Path) -> Asset:
    path = tmp_path / "page.html"
    path.write_text(TEXT, encoding="utf-8")
    return Asset.of(path)


def respond(asset: Asset, **headers: str) -> web.Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return asset.respond(make_mocked_request("GET", "/", given))


def test_as_it_is(asset: Asset) -> None:
    response = respond(asset)
    assert (response.status, response.body) == (200, TEXT.encode())
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert "Content-Encoding" not in response.headers


@pytest.mark.parametrize("encodings", ["gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8"])
def test_compressed(asset: Asset, encodings: str) -> None:
    response = respond(asset, Accept_Encoding=encodings)
    assert response.headers["Content-Encoding"] == "gzip"
    assert isinstance(response.body, bytes)
    assert len(response.body) < 200
    assert gzip.decompress(response.body) == TEXT.encode()


@pytest.mark.parametrize("encodings", ["identity", "br", ""])
def test_not_compressed(asset: Asset, encodings: str) -> None:
    assert respond(asset, Accept_Encoding=encodings).body == TEXT.encode()


def test_not_again(asset: Asset) -> None:
    etag = respond(asset).headers["ETag"]
    for known in (etag, f"W/{etag}", f'"old", {etag}'):
        response = respond(asset, If_None_Match=known)
        assert (response.status, response.body) == (304, None)
        assert response.headers["ETag"] == etag


@pytest.mark.parametrize("known", ['"old"', "", "garbage", '"'])
def test_again_when_it_has_changed(asset: Asset, known: str) -> None:
    assert respond(asset, If_None_Match=known).status == 200


def test_the_same_content_has_the_same_etag(asset: Asset, tmp_path: Path) -> None:
    (tmp_path / "same.html").write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.html").write_text(TEXT + " ", encoding="utf-8")
    assert Asset.of(tmp_path / "same.html") == asset
    assert Asset.of(tmp_path / "other.html").etag != asset.etag


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.js", ("text/javascript; charset=utf-8", "application/javascript")),
        ("a.css", ("text/css; charset=utf-8",)),
        ("a.svg", ("image/svg+xml",)),
        ("a", ("application/octet-stream",)),
    ],
)
def test_the_type_is_the_names(tmp_path: Path, name: str, content_type: tuple[str, ...]) -> None:
    (tmp_path / name).write_bytes(b"x")
    response = respond(Asset.of(tmp_path / name))
    assert response.headers["Content-Type"] in content_type
