from __future__ import annotations

import os
import signal

import pytest

from bot.run.signals import ENDING, ending_as_interrupt


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_that_ends_is_an_interrupt(number: signal.Signals) -> None:
    before = [signal.getsignal(other) for other in ENDING]
    with pytest.raises(KeyboardInterrupt), ending_as_interrupt():
        os.kill(os.getpid(), number)
        signal.sigtimedwait([], 5)  # a handler runs between two instructions
    assert [signal.getsignal(other) for other in ENDING] == before


def test_a_second_one_does_not_break_off_the_stopping() -> None:
    stopped = False
    with pytest.raises(KeyboardInterrupt), ending_as_interrupt():
        try:
            os.kill(os.getpid(), signal.SIGHUP)
            signal.sigtimedwait([], 5)
        finally:
            for number in ENDING:
                os.kill(os.getpid(), number)
            stopped = True
    assert stopped


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ending_as_interrupt():
            os.kill(os.getpid(), signal.SIGHUP)
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
