"""Starting, watching and stopping real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

import bot.run.supervisor
from bot.run.stack import StackError
from bot.run.supervisor import Supervisor, running

pytestmark = pytest.mark.slow  # starts processes

if TYPE_CHECKING:
    from tests.bot.run.conftest import Services

# Answers 200 to every GET, and leaves a line in its log.
READY = """
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.send_header("Content-Length", "0"); self.end_headers()
    def log_message(self, *_): pass
print("listening", flush=True)
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""
DIES = "import sys; print('line one'); print('cannot go on'); sys.exit(3)"
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + READY


@pytest.fixture
def said() -> list[str]:
    return []


def is_listening(url: str) -> bool:
    try:
        return requests.get(url, timeout=2).status_code == 200
    except requests.RequestException:
        return False


def test_everything_is_ready_inside_and_gone_after(services: Services, said: list[str]) -> None:
    ours = services(billing=READY, bot=READY)
    with running(ours, said.append):
        assert all(is_listening(service.url) for service in ours.services)
    assert not any(is_listening(service.url) for service in ours.services)
    assert said == ["billing: starting", "billing: ready", "bot: starting", "bot: ready"]


def test_each_process_has_a_log_of_its_own(services: Services, said: list[str]) -> None:
    ours = services(billing=READY, bot=READY)
    with running(ours, said.append) as supervisor:
        assert supervisor.log_of("bot") == ours.state / "bot.log"
        assert supervisor.log_of("bot").read_text() == "listening\n"


def test_a_process_that_cannot_start_is_named_with_the_end_of_its_log(
    services: Services, said: list[str]
) -> None:
    ours = services(billing=READY, bot=DIES)
    with (
        pytest.raises(StackError, match=r"The bot service ended \(exit code 3\)") as ended,
        running(ours, said.append),
    ):
        pass
    assert str(ended.value).endswith("line one\ncannot go on")
    assert str(ours.state / "bot.log") in str(ended.value)
    assert not is_listening(ours.services[0].url)


def test_only_the_end_of_a_long_log_is_shown(services: Services, said: list[str]) -> None:
    chatty = "for n in range(500): print('line', n)\nimport os; os.write(1, b'\\xff'); exit(1)"
    with pytest.raises(StackError) as ended, running(services(bot=chatty), said.append):
        pass
    assert "line 499" in str(ended.value)
    assert "line 400" not in str(ended.value)


def test_a_process_that_dies_later_ends_the_wait(services: Services, said: list[str]) -> None:
    soon = "import os, threading; threading.Timer(0.5, os._exit, [9]).start()\n" + READY
    ours = services(billing=READY, bot=soon)
    with (
        pytest.raises(StackError, match=r"The bot service ended \(exit code 9\)"),
        running(ours, said.append) as supervisor,
    ):
        supervisor.wait()
    assert not is_listening(ours.services[0].url)


def test_a_process_that_never_gets_ready_is_named(
    services: Services, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.run.supervisor, "_READY_WITHIN", 0.5)
    with (
        pytest.raises(StackError, match="The bot service was not ready within"),
        running(services(bot="import time; time.sleep(60)"), said.append),
    ):
        pass


def test_one_that_does_not_listen_to_the_signal_is_killed(
    services: Services, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.run.supervisor, "_STOP_WITHIN", 0.2)
    ours = services(billing=DEAF, bot=READY)
    with running(ours, said.append):
        pass
    assert not any(is_listening(service.url) for service in ours.services)


def test_a_broken_block_stops_everything_too(services: Services, said: list[str]) -> None:
    ours = services(bot=READY)
    with pytest.raises(KeyboardInterrupt), running(ours, said.append):
        raise KeyboardInterrupt
    assert not is_listening(ours.bot.url)


def test_what_does_not_start_at_all_leaves_nothing_behind(
    services: Services, said: list[str]
) -> None:
    ours = services(billing=READY, bot=READY)
    object.__setattr__(ours.services[1], "command", ("/no/such/program",))
    with pytest.raises((StackError, OSError)), running(ours, said.append):
        pass
    assert not is_listening(ours.services[0].url)


def test_stopping_twice_is_stopping_once(services: Services, said: list[str]) -> None:
    supervisor = Supervisor(services(bot=READY))
    supervisor.start(said.append)
    supervisor.stop()
    supervisor.stop()


def test_ctrl_c_reaches_the_supervisor_alone(services: Services, said: list[str]) -> None:
    """The terminal signals its whole process group: the children must not be in it."""
    ours = services(bot="import os; print(os.getpgid(0) == os.getpid(), flush=True)\n" + READY)
    with running(ours, said.append) as supervisor:
        assert supervisor.log_of("bot").read_text().startswith("True\n")


_INTERRUPTED = """
import sys
from pathlib import Path
from bot.run.stack import Service, Stack
from bot.run.supervisor import running
port, state = int(sys.argv[1]), Path(sys.argv[2])
service = Service("bot", (sys.executable, "-c", sys.argv[3], str(port)), port, "/ready")
try:
    with running(Stack((service,), {}, "", state, ""), lambda text: print(text, flush=True)) as all:
        all.wait()
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.parametrize("ready", [True, False])
def test_ctrl_c_leaves_no_process(services: Services, tmp_path: Path, ready: bool) -> None:
    """Once everything runs, and while it is still starting."""
    port = services(bot=READY).bot.port
    program = READY if ready else "import time; time.sleep(60)"
    supervisor = subprocess.Popen(
        [sys.executable, "-c", _INTERRUPTED, str(port), str(tmp_path), program],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert supervisor.stdout
    for _ in range(2 if ready else 1):
        supervisor.stdout.readline()
    children = _children(supervisor.pid)
    assert len(children) == 1
    supervisor.send_signal(signal.SIGINT)
    out, _ = supervisor.communicate(timeout=20)
    assert out == "stopped\n"
    assert not any(_is_running(child) for child in children)


def _children(pid: int) -> list[int]:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if found:
            return [int(child) for child in found]
        time.sleep(0.01)
    return []


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
