"""axe-core, which looks for what keeps people from using a page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.words import ROOT

# Where .ci/run installs it.
_SOURCE = ROOT / ".ci" / "peers" / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async (tags) => {
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${help}. ${failureSummary}`));
}"""


def source() -> Path | None:
    return _SOURCE if _SOURCE.exists() else None


def violations(page: Page) -> list[str]:
    """Of the page as it is now; in one that moves, colours would be misread."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SOURCE.read_text("utf-8"))
    return list(page.evaluate(_RUN, _TAGS))
