"""The page after the company's own: what it shows, to whom, and what it keeps to itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.bot.channels.messaging.sign_ins import DONE, TEXTS, Booth, Posts, identity_of

if TYPE_CHECKING:
    from tests.bot.loop import Loop

ERRORS = [("link", 410), ("identity", 403), ("too_fast", 429), ("trouble", 503)]


@pytest.fixture
def booth() -> Booth:
    return Booth()


@pytest.fixture
def posts(loop: Loop, booth: Booth) -> Iterator[Posts]:
    with booth.serving(loop) as posts:
        yield posts


def form(booth: Booth, account: str = "demo-lyon") -> dict[str, str]:
    return {"chat": booth.offered(booth.person()), "identity": identity_of(booth.time, account)}


def code_on(html: str) -> str:
    (code,) = re.findall(r'aria-hidden="true">([0-9]{3})\xa0([0-9]{3})<', html)
    return "".join(code)


def cause(error: str, booth: Booth, posts: Posts) -> Any:
    """The answer to a form that ends that way."""
    given = form(booth)
    if error == "trouble":
        with posts.broken_store():
            return posts.post(given)
    if error == "too_fast":
        posts.use_up()
    changed = {"link": {"chat": "x" * 43}, "identity": {"identity": "x.y.z"}}
    return posts.post({**given, **changed.get(error, {})})


def test_a_browser_is_shown_the_code(booth: Booth, posts: Posts) -> None:
    answer = posts.post(form(booth))
    assert answer.status_code == 200
    assert booth.says(booth.person(), code_on(answer.text)) == DONE
    assert booth.account_of() == "demo-lyon"


def test_a_back_end_is_told_the_code(booth: Booth, posts: Posts) -> None:
    answer = posts.post(form(booth), Accept="application/json")
    assert (answer.status_code, list(answer.json())) == (200, ["code"])
    assert booth.says(booth.person(), answer.json()["code"]) == DONE


@pytest.mark.parametrize(
    ("accept", "is_json"),
    [
        ("application/json", True),
        ("Application/JSON, text/plain;q=0.5", True),
        ("text/html,application/xhtml+xml,application/json;q=0.9", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_who_asks_for_json_gets_json(
    booth: Booth, posts: Posts, accept: str, is_json: bool
) -> None:
    answer = posts.post(form(booth), Accept=accept)
    expected = "application/json" if is_json else "text/html"
    assert answer.headers["Content-Type"].startswith(expected)


@pytest.mark.parametrize(("error", "status"), ERRORS)
def test_what_does_not_work_is_said(booth: Booth, posts: Posts, error: str, status: int) -> None:
    posts.headers["Accept"] = "application/json"
    answer = cause(error, booth, posts)
    assert (answer.status_code, answer.json()) == (status, {"error": error})


@pytest.mark.parametrize(("error", "status"), ERRORS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_and_shown_with_what_to_do(
    booth: Booth, posts: Posts, error: str, status: int, language: str
) -> None:
    posts.headers["Accept-Language"] = language
    answer = cause(error, booth, posts)
    assert answer.status_code == status
    for part in ("title", "text"):
        assert TEXTS[language][f"sign_in_{error}_{part}"] in answer.text
    assert ("Retry-After" in answer.headers) == (status in (429, 503))


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("fr-CA,fr;q=0.8", "fr-CA"),
        ("fr-FR", "fr-FR"),
        ("fr", "fr"),
        ("en-GB,fr;q=0.5", "en-GB"),
        ("fr-BE", "fr"),
        ("de,fr;q=0.5", "fr"),
        ("de", "en"),
        ("", "en"),
        ('"><script>', "en"),
    ],
)
def test_it_is_in_the_customers_language(
    booth: Booth, posts: Posts, accepted: str, lang: str
) -> None:
    html = posts.post(form(booth), **{"Accept-Language": accepted}).text
    assert html.startswith(f'<!doctype html>\n<html lang="{lang}">')
    note = TEXTS[lang.replace("-", "_")]["sign_in_code_note"]
    assert note in html
    assert ("dix minutes" in note) == lang.startswith("fr")


@pytest.mark.parametrize("error", [None, *(name for name, _ in ERRORS)])
def test_every_page_can_be_used_by_everybody(booth: Booth, posts: Posts, error: str | None) -> None:
    """WCAG 2.2: 2.4.2, 3.1.1, 1.4.10, 1.3.1."""
    answer = cause(error, booth, posts) if error else posts.post(form(booth))
    html = answer.text
    (title,) = re.findall("<title>(.+)</title>", html)
    assert re.findall("<h1>(.+)</h1>", html) == [title]
    assert html.count("<main") == 1
    assert 'content="width=device-width, initial-scale=1"' in html
    assert "$" not in html
    for needless in ("<script", "<style", " style=", "http:", "https:", "<img", "<form", "<a "):
        assert needless not in html


def test_the_code_is_read_out_digit_by_digit_and_is_not_in_the_title(
    booth: Booth, posts: Posts
) -> None:
    html = posts.post(form(booth)).text
    assert f'<span class="unseen">{" ".join(code_on(html))}</span>' in html
    assert not re.search("[0-9]{3}", re.findall("<title>(.+)</title>", html)[0])


@pytest.mark.parametrize("error", [None, *(name for name, _ in ERRORS)])
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_no_answer_is_kept_or_told_of(
    booth: Booth, posts: Posts, error: str | None, accept: str
) -> None:
    posts.headers["Accept"] = accept
    headers = (cause(error, booth, posts) if error else posts.post(form(booth))).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers
    assert "Access-Control-Allow-Origin" not in headers
    if accept == "text/html":
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("account", ["demo-lyon", "demo-boston"])
def test_a_link_that_was_used_looks_like_one_that_never_was(
    booth: Booth, posts: Posts, account: str
) -> None:
    used = form(booth)
    posts.post(used)
    expired = form(booth)
    booth.time.pass_by(900)
    identity = identity_of(booth.time, account)
    answers = [
        posts.post({"chat": chat, "identity": identity})
        for chat in (used["chat"], expired["chat"], "x" * 43)
    ]
    assert {(a.status_code, a.text) for a in answers} == {(410, answers[0].text)}
    unlike = ("Date",)
    kept = [{k: v for k, v in a.headers.items() if k not in unlike} for a in answers]
    assert kept == [kept[0]] * 3


def test_whoever_cannot_be_vouched_for_learns_nothing_about_links(
    booth: Booth, posts: Posts
) -> None:
    real = form(booth)["chat"]
    answers = [posts.post({"chat": chat, "identity": "x.y.z"}) for chat in (real, "x" * 43, "")]
    assert {(a.status_code, a.text) for a in answers} == {(403, answers[0].text)}


def test_nothing_that_is_posted_is_shown(booth: Booth, posts: Posts) -> None:
    for name in ("chat", "identity", "<b>other</b>"):
        html = posts.post({**form(booth), name: "<script>alert(1)</script>"}).text
        assert "alert" not in html
        assert "other" not in html


def test_no_text_is_markup(loop: Loop, booth: Booth) -> None:
    texts = {"en": {name: f"R&D <b>{name}</b>" for name in TEXTS["en"]}}
    with booth.serving(loop, texts=texts) as posts:
        html = posts.post(form(booth)).text
    assert html.count("R&amp;D &lt;b&gt;sign_in_code_") == 4
    assert "<b>" not in html


def test_names_in_the_identity_are_not_shown(booth: Booth, posts: Posts) -> None:
    identity = identity_of(booth.time, "demo-lyon", name="<script>alert(1)</script>")
    answer = posts.post({"chat": booth.offered(booth.person()), "identity": identity})
    assert answer.status_code == 200
    assert "alert" not in answer.text


def test_logs_hold_nothing_of_it(
    booth: Booth, posts: Posts, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    given = form(booth)
    code = posts.post(given, Accept="application/json").json()["code"]
    posts.post(given)
    posts.post({**given, "identity": given["identity"] + "x"})
    with posts.broken_store():
        posts.post(given)
    assert "An identity token was refused at a sign-in" in caplog.text
    assert "A sign-in was not stored: OperationalError" in caplog.text
    for secret in (given["chat"], given["identity"], code, "demo-lyon"):
        assert secret not in caplog.text


def test_when_the_store_is_back_the_link_works(booth: Booth, posts: Posts) -> None:
    given = form(booth)
    with posts.broken_store():
        assert posts.post(given).status_code == 503
    assert posts.post(given).status_code == 200


def test_an_address_has_only_so_many(booth: Booth, posts: Posts) -> None:
    allowed = posts.use_up()
    given = form(booth)
    assert posts.post(given).status_code == 429
    booth.time.pass_by(1)
    assert posts.post(given).status_code == 200
    assert allowed == 20
