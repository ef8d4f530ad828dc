"""The bot server's process: quiet logs, one worker, a clear word when it cannot start."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.blas import tune
from bot.quiet import quieten
from bot.run.ports import is_free
from bot.settings import Settings, SettingsError

ENDPOINTS = Path("endpoints.yml")


def serve(model: Path) -> int:
    """Blocks until the process is told to stop; 2 where it cannot start."""
    # One message at a time is understood: more threads would only fight over the cores.
    tune(threads=1)
    quieten()
    try:
        settings = Settings.from_environment()
        _check(settings, model)
        from bot.engine.server import build

        app = build(settings, model, ENDPOINTS)
    except (SettingsError, ValueError, FileNotFoundError) as error:
        sys.stderr.write(f"bot: {error}\n")
        return 2
    app.run(settings.host, settings.port, access_log=False, debug=False)
    return 0


def _check(settings: Settings, model: Path) -> None:
    """What Sanic and Rasa would only find, and not say clearly, after loading for seconds."""
    for port, name in ((settings.port, "PRORATA_PORT"), (settings.web.port, "PRORATA_WEB_PORT")):
        if not is_free(port):
            raise SettingsError(f"port {port} is taken; set {name} to another")
    if not model.is_file():
        raise FileNotFoundError(f"there is no model at {model}; `python -m bot train` makes one")
