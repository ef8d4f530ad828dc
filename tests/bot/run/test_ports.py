"""Ports on loopback."""

from __future__ import annotations

import socket

from bot.run.ports import HOST, free_ports, is_free


def test_a_port_that_somebody_listens_on_is_taken() -> None:
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
        assert not is_free(port)
    assert is_free(port)


def test_a_port_with_closing_connections_is_free() -> None:
    """Right after a stop the last connections linger (TIME_WAIT): a restart must not fail on them."""
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection((HOST, port)):
            accepted, _ = server.accept()
            accepted.close()
    assert is_free(port)


def test_free_ports_are_free_and_different() -> None:
    ports = free_ports(20)
    assert len(set(ports)) == 20
    assert all(is_free(port) for port in ports)
