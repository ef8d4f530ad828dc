"""`python -m actions`: the action server, on loopback."""

from __future__ import annotations

import logging
import socket
import sys

from actions.server import build
from actions.settings import Settings, SettingsError


def main() -> int:
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    try:
        settings = Settings.from_environment()
    except SettingsError as error:
        sys.stderr.write(f"actions: {error}\n")
        return 2
    app = build(settings)
    try:
        # Bound here: Sanic would log a port that is taken and end as if all were well.
        listening = socket.create_server((settings.host, settings.port))
    except OSError:
        sys.stderr.write(f"actions: port {settings.port} is taken; set PRORATA_ACTIONS_PORT\n")
        return 2
    app.run(sock=listening, access_log=False, debug=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
