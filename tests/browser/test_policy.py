"""The pages' content security policy. What breaks it is told on the console, which fails any test."""

from __future__ import annotations

import pytest

from tests.browser.browser import Visitors


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_nothing_inline_is_allowed(visitors: Visitors, locale: str, path: str) -> None:
    chat = visitors.visit(locale)
    response = chat.page.goto(f"{visitors.home}{path}?locale={locale}")
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == "'self'"


def test_a_breach_would_be_noticed(visitors: Visitors) -> None:
    visitors.expects("Content Security Policy")
    chat = visitors.visit()
    with chat.page.expect_console_message(lambda message: "Policy" in message.text):
        chat.page.evaluate("document.body.setAttribute('style', 'color: red')")
