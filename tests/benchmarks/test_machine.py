from __future__ import annotations

import os
import socket

from benchmarks import machine


def test_the_facts_name_cores_memory_and_versions() -> None:
    facts = machine.facts()
    assert facts["processor"].startswith(f"{os.cpu_count()} cores")
    assert facts["memory"].endswith("GiB")
    assert "rasa 3.6.21" in facts["packages"]


def test_the_facts_do_not_name_the_machine() -> None:
    assert socket.gethostname() not in " ".join(machine.facts().values())


def test_load_average_is_a_number_of_processes() -> None:
    assert machine.load_average() >= 0
