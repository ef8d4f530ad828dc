"""The address of the client, which a proxy that we trust may tell for another."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network


def networks(listed: str) -> tuple[Network, ...]:
    """« 10.0.0.0/8, 127.0.0.1 ». ValueError for anything else."""
    return tuple(ip_network(one.strip(), strict=False) for one in listed.split(",") if one.strip())


def client_address(peer: str, forwarded: str, trusted: Sequence[Network]) -> str:
    """`forwarded` is X-Forwarded-For: each proxy adds, on the right, who it was called by. So the
    client is the first from the right that is no trusted proxy.
    """
    address = peer
    for hop in reversed([hop.strip() for hop in forwarded.split(",") if hop.strip()]):
        if not is_trusted(address, trusted):
            return address
        address = hop
    return address


def is_trusted(address: str, trusted: Sequence[Network]) -> bool:
    try:
        return any(ip_address(address) in network for network in trusted)
    except ValueError:
        return False
