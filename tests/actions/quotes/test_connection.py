"""Against servers that hold a connection, and surroundings that would change a request."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from actions.quotes.connection import hardened_session
from tests.actions.loopback import Behaviour, Peer, answer, drip

KEY = {"Authorization": "Bearer the-key-of-the-service"}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def seconds_until_given_up(url: str, read: float) -> float:
    started = time.monotonic()
    with pytest.raises(requests.RequestException):
        assert hardened_session(KEY).get(url, timeout=(1, read)).content
    return time.monotonic() - started


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(drip(b"HTTP/1.1 ", b"2", 0.05), id="status line"),
        pytest.param(drip(HEAD, b"X-A: b\r\n", 0.05), id="headers"),
        pytest.param(drip(HEAD + b"Content-Length: 1000\r\n\r\n{", b" ", 0.05), id="body"),
        pytest.param(
            drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n", 0.05), id="chunks"
        ),
    ],
)
def test_a_drip_of_bytes_ends_with_the_read_timeout(
    peer: Callable[..., Peer], behaviour: Behaviour
) -> None:
    """Each byte comes well within the timeout; the whole answer never does."""
    assert 0.3 <= seconds_until_given_up(peer(behaviour).url, read=0.3) < 1.5


def test_a_body_that_is_read_late_is_late(peer: Callable[..., Peer]) -> None:
    """The time runs from the request, whoever wastes it."""
    calm = peer(answer(content=b"x" * 200_000))
    with hardened_session(KEY).get(calm.url, timeout=(1, 0.1), stream=True) as response:
        threading.Event().wait(0.2)
        with pytest.raises(requests.ConnectionError):
            assert response.content


def test_without_a_timeout_it_reads_to_the_end(peer: Callable[..., Peer]) -> None:
    url = peer(answer(body={"status": "ok"})).url
    assert hardened_session(KEY).get(url, timeout=None).json() == {"status": "ok"}


def test_a_connection_is_kept_and_its_time_starts_anew(peer: Callable[..., Peer]) -> None:
    calm = peer(answer(body={"status": "ok"}))
    session = hardened_session(KEY)
    for _ in range(3):
        assert session.get(calm.url, timeout=(1, 1)).json() == {"status": "ok"}
    assert (len(calm.received), calm.connections) == (3, 1)


def test_a_netrc_does_not_replace_the_key(
    peer: Callable[..., Peer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password else\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    calm = peer(answer(body={}))
    assert requests.get(calm.url, headers=KEY, timeout=1).ok
    assert hardened_session(KEY).get(calm.url, timeout=1).ok
    stock, ours = (received.headers["Authorization"] for received in calm.received)
    assert stock.startswith("Basic ")  # the trap is there
    assert ours == KEY["Authorization"]


def test_a_proxy_of_the_environment_gets_nothing(
    peer: Callable[..., Peer], monkeypatch: pytest.MonkeyPatch
) -> None:
    calm, proxy = peer(answer(body={})), peer(answer(body={}))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert hardened_session(KEY).get(calm.url, timeout=1).ok
    assert (len(calm.received), len(proxy.received)) == (1, 0)


def test_cookies_of_one_customer_do_not_go_with_the_next(peer: Callable[..., Peer]) -> None:
    calm = peer(answer(body={}, Set_Cookie="session=of-the-first; Path=/"))
    session = hardened_session(KEY)
    for _ in range(2):
        assert session.get(calm.url, timeout=1).ok
    assert "Cookie" not in calm.received[1].headers


def test_no_compression_is_asked_for(peer: Callable[..., Peer]) -> None:
    calm = peer(answer(body={}))
    assert hardened_session(KEY).get(calm.url, timeout=1).ok
    assert calm.received[0].headers["Accept-Encoding"] == "identity"


@pytest.fixture
def self_signed(tmp_path: Path) -> Iterator[str]:
    """An https:// server on loopback that nobody vouches for."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(_certificate(tmp_path / "server.pem"))

        def refuse_or_answer() -> None:
            connection, _ = listener.accept()
            with connection:
                try:
                    tls = context.wrap_socket(connection, server_side=True)
                except ssl.SSLError:
                    return
                with tls:
                    tls.recv(65536)
                    tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

        thread = threading.Thread(target=refuse_or_answer, daemon=True)
        thread.start()
        yield f"https://localhost:{listener.getsockname()[1]}"
        thread.join(5)


def _certificate(path: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    start = datetime.now(timezone.utc) - timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=3))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path


def test_a_certificate_that_nobody_vouches_for_is_refused(self_signed: str) -> None:
    with pytest.raises(requests.exceptions.SSLError):
        hardened_session(KEY).get(self_signed, timeout=2)


def test_an_answer_over_tls_is_read_and_bounded_too(self_signed: str, tmp_path: Path) -> None:
    session = hardened_session(KEY)
    response = session.get(self_signed, timeout=2, verify=str(tmp_path / "server.pem"))
    assert response.json() == {}
