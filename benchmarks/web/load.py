"""`python -m benchmarks.web.load`: how long a page waits for the widget on a slow network."""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.web.server import serving

ROUNDS = 5
# Chromium's own "Fast 3G".
FAST_3G = {
    "offline": False,
    "latency": 150 * 3.75,  # milliseconds
    "downloadThroughput": 1_600_000 / 8 * 0.9,  # bytes a second
    "uploadThroughput": 750_000 / 8 * 0.9,
}
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>Shop</title><script type="module" src="/widget.js"></script><prorata-chat></prorata-chat>"""
# From the request of the script to a launcher that opens the chat.
_WAITED = """async () => {
  const inside = (selector) =>
    document.querySelector("prorata-chat").shadowRoot?.querySelector(selector);
  const until = async (selector) => {
    while (!inside(selector)) await new Promise(requestAnimationFrame);
  };
  await until(".launcher");
  inside(".launcher").click();
  await until(".panel");
  const opened = performance.now();
  const [script] = performance.getEntriesByType("resource")
    .filter(({ name }) => name.endsWith("/widget.js"));
  return opened - script.startTime;
}"""


def milliseconds(browser: Browser, url: str, network: dict[str, Any]) -> float:
    """In a browser that has nothing of it in its cache."""
    context = browser.new_context(locale="en-CA")
    try:
        page = context.new_page()
        page.route(f"{url}page", lambda route: route.fulfill(body=_PAGE, content_type="text/html"))
        throttle = context.new_cdp_session(page)
        throttle.send("Network.enable")
        throttle.send("Network.emulateNetworkConditions", network)
        page.goto(f"{url}page", wait_until="commit")
        return float(page.evaluate(_WAITED))
    finally:
        context.close()


def main() -> int:
    with (
        tempfile.TemporaryDirectory(prefix="prorata-bench-") as folder,
        serving(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        rounds = [milliseconds(browser, server.url, FAST_3G) for _ in range(ROUNDS)]
        browser.close()
    sys.stdout.write(f"{statistics.median(rounds):.0f} ms, median of {ROUNDS}\n")
    sys.stderr.write(f"{', '.join(f'{each:.0f}' for each in rounds)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
