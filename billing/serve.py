"""Run the HTTP service until it is told to stop."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import signal
import sys

from aiohttp import web

from billing.app import create_app
from billing.logs import configure_logging, log
from billing.settings import Settings, SettingsError, load_settings

CANNOT_START = 2
SHUTDOWN_SECONDS = 5.0


def run(host: str, port: int, now: str | None) -> int:
    """Serve on `host` and `port` (0: any free one, which the log names).

    Returns 0 after SIGTERM or SIGINT, or 2 with one sentence on standard error when a setting
    or the port cannot be used.
    """
    configure_logging()
    try:
        asyncio.run(_serve(load_settings(os.environ, now), host, port))
    except SettingsError as error:
        return _cannot_start(str(error))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return _cannot_start(f"Port {port} on {host} is taken; choose another with --port.")
        return _cannot_start(f"Cannot listen on port {port} of {host}: {error.strerror}.")
    return 0


async def _serve(settings: Settings, host: str, port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    # Our own middleware writes the access log.
    runner = web.AppRunner(create_app(settings, settings.clock), access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port, shutdown_timeout=SHUTDOWN_SECONDS)
        await site.start()
        log(logging.INFO, "listening", host=host, port=runner.addresses[0][1])
        await stop.wait()
    finally:
        await runner.cleanup()
    log(logging.INFO, "stopped")


def _cannot_start(reason: str) -> int:
    sys.stderr.write(f"{reason}\n")
    return CANNOT_START
