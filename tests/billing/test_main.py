from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import billing
from billing.__main__ import main

ROOT = Path(billing.__file__).parents[1]
VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
COMMAND = [sys.executable, "-m", "billing", "prorate", "--jsonl"]


def test_every_line_of_a_pipe_is_answered() -> None:
    lines = [json.dumps(vector["inputs"]).encode() for vector in VECTORS]
    stdin = b"\n".join([*lines, b"\xff\r garbage", b""]) + b"\n"
    run = subprocess.run(COMMAND, input=stdin, capture_output=True, cwd=ROOT, timeout=20)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert (run.returncode, run.stderr) == (0, b"")
    assert len(answers) == len(VECTORS) + 2
    assert answers[-2:] == [{"error": "invalid-request"}] * 2
    answered = dict(zip((vector["id"] for vector in VECTORS), answers, strict=False))
    assert answered["EDGE-TAX-QC"] == {"amount": "601.64"}
    assert answered["EDGE-ZERO-LEFT"] == {"error": "nothing-to-prorate"}
    assert answered["DOC-CB-1"] == {"error": "invalid-quantity"}


def test_each_line_is_answered_at_once_and_a_reader_may_leave() -> None:
    (vector,) = (vector for vector in VECTORS if vector["id"] == "EDGE-30DAY")
    line = json.dumps(vector["inputs"]).encode() + b"\n"
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(line)
        process.stdin.flush()
        assert process.stdout.readline() == b'{"amount":"0.97"}\n'
        process.stdout.close()
        process.stdin.write(line)
        process.stdin.close()
        assert process.wait(20) == 0
        assert process.stderr.read() == b""


def test_prorate_in_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{}\n\n")))
    assert main(["prorate", "--jsonl"]) == 0
    assert capsys.readouterr().out == '{"error":"invalid-request"}\n' * 2


def test_serve_says_which_setting_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BILLING_KEY", raising=False)
    assert main(["serve", "--port", "0"]) == 2
    assert capsys.readouterr().err.startswith("BILLING_KEY must be set")


@pytest.mark.parametrize(
    "argv", [[], ["prorate"], ["serve", "--port", "x"], ["serve", "--port", "65536"]]
)
def test_wrong_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refusal:
        main(argv)
    assert refusal.value.code == 2
    assert "usage: python -m billing" in capsys.readouterr().err
