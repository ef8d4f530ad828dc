"""The bot server's process: quiet logs, one worker, a clear word when it cannot start."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.quiet import quieten
from bot.settings import Settings, SettingsError

ENDPOINTS = Path("endpoints.yml")
CREDENTIALS = Path("credentials.yml")


def serve(model: Path) -> int:
    """Blocks until the process is told to stop; 2 where it cannot start."""
    quieten()
    try:
        settings = Settings.from_environment()
        from bot.engine.server import build

        app = build(settings, model, ENDPOINTS, CREDENTIALS)
    except (SettingsError, ValueError, FileNotFoundError) as error:
        sys.stderr.write(f"bot: {error}\n")
        return 2
    try:
        app.run(settings.host, settings.port, access_log=False, debug=False)
    except OSError:
        sys.stderr.write(f"bot: port {settings.port} is taken; set PRORATA_PORT\n")
        return 2
    return 0
