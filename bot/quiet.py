"""Quiet libraries: Rasa's own logs hold the customer's words, so only our warnings are written."""

from __future__ import annotations

import logging
import os
import warnings


def quieten() -> None:
    """Before Rasa is imported: some of it is read at import."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TQDM_DISABLE", "1")
    # Libraries reset the filters while they are imported, so what they print to is taken away.
    warnings.showwarning = _drop
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.WARNING)
    logging.getLogger("rasa").setLevel(logging.ERROR)


def _drop(*_: object, **__: object) -> None:
    """Warnings are for the libraries' developers, and some quote what was processed."""
