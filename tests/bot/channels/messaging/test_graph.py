from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging import graph
from bot.channels.messaging.graph import Graph, Signatures, identifier, judge, nested, read_each
from bot.channels.messaging.platform import Call, Event, Reply, Unreadable, Unverified
from bot.outbound.http import Answer
from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from tests.bot.channels.conftest import NOW
from tests.bot.channels.messaging.platforms.graph_calls import (
    call,
    handshake,
    refusal,
    signature,
)
from tests.fakes.graph import APP_SECRET, VERIFY_TOKEN

BODY = '{"object": "page", "text": "é"}'.encode()


@pytest.fixture
def signatures() -> Signatures:
    return Signatures(APP_SECRET, VERIFY_TOKEN)


def clock() -> Any:
    return NOW


# --- verification ---


def test_what_is_signed_with_the_apps_secret_is_taken(signatures: Signatures) -> None:
    signatures.verify(call(BODY))
    signatures.verify(call(b""))


@pytest.mark.parametrize(
    "signed",
    [
        "",
        "sha256=",
        signature(BODY)[:-1],
        signature(BODY).upper(),
        signature(BODY).removeprefix("sha256="),
        f"{signature(BODY)}, {signature(BODY)}",
        signature(BODY, "another secret"),
        signature(BODY + b" "),
        "sha256=é" + "0" * 63,
        "sha256=\udce9\ud800",
    ],
)
def test_what_is_not_signed_so_is_refused(signatures: Signatures, signed: str) -> None:
    with pytest.raises(Unverified) as refused:
        signatures.verify(call(BODY, signed))

    assert refused.value.status == 401


def test_a_call_without_signature_is_refused(signatures: Signatures) -> None:
    with pytest.raises(Unverified):
        signatures.verify(Call("POST", "https://x", {}, {}, BODY))


def test_the_older_signature_counts_for_nothing(signatures: Signatures) -> None:
    with pytest.raises(Unverified):
        signatures.verify(Call("POST", "https://x", {"x-hub-signature": signature(BODY)}, {}, BODY))


def test_a_body_that_is_no_text_is_refused_like_any_other(signatures: Signatures) -> None:
    with pytest.raises(Unverified):
        signatures.verify(call(b"\xff\xfe\x00", signature(BODY)))


@settings(derandomize=True, max_examples=200)
@given(st.text(st.characters(), max_size=100), st.binary(max_size=50))
def test_no_header_and_no_body_is_too_odd(signed: str, body: bytes) -> None:
    with pytest.raises(Unverified):
        Signatures(APP_SECRET, VERIFY_TOKEN).verify(call(body, signed))


def test_the_handshake_gives_the_challenge_back(signatures: Signatures) -> None:
    asked = handshake(mode="subscribe", verify_token=VERIFY_TOKEN, challenge="1158201444")

    signatures.verify(asked)

    assert signatures.handshake(asked) == Reply("1158201444")


@pytest.mark.parametrize("token", ["", "wrong", VERIFY_TOKEN + "x", "é", "\ud800"])
def test_the_handshake_of_whoever_knows_no_verify_token_is_refused(
    signatures: Signatures, token: str
) -> None:
    with pytest.raises(Unverified) as refused:
        signatures.verify(handshake(mode="subscribe", verify_token=token, challenge="1"))

    assert refused.value.status == 403


def test_a_signature_does_not_make_up_for_the_verify_token(signatures: Signatures) -> None:
    signed = {"x-hub-signature-256": signature(b"")}
    with pytest.raises(Unverified):
        signatures.verify(Call("GET", "https://x", signed, {"hub.challenge": "1"}, b""))


def test_a_post_is_no_handshake(signatures: Signatures) -> None:
    assert signatures.handshake(call(BODY)) is None
    assert signatures.acknowledgement().body == "EVENT_RECEIVED"


# --- requests ---


def test_a_request_has_the_token_in_its_header_alone() -> None:
    post = Graph("https://graph.facebook.com/v25.0", "the-token", "the-secret").post("me/x", {})

    assert post.headers == {"Authorization": "Bearer the-token"}
    proof = signature(b"the-token", "the-secret").removeprefix("sha256=")
    assert post.url == f"https://graph.facebook.com/v25.0/me/x?appsecret_proof={proof}"
    assert "the-token" not in repr(post)


def test_a_question_names_its_fields() -> None:
    asked = Graph("http://127.0.0.1:1", "t", "s").get("me", ("id", "name"))

    assert asked.method == "GET"
    assert asked.url.startswith("http://127.0.0.1:1/me?fields=id%2Cname&appsecret_proof=")


# --- errors ---


@pytest.mark.parametrize("code", [1, 2, 4, 17, 32, 613, 80007, 130429, 131056, 368, 190, 10, 230])
def test_limits_faults_and_tokens_pass(code: int) -> None:
    with pytest.raises(TryAgain) as failure:
        judge(refusal(code), clock)

    assert str(failure.value) == f"Graph {code}"


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_code_that_means_nothing_leaves_the_status(status: int) -> None:
    with pytest.raises(TryAgain):
        judge(refusal(999999, status=status), clock)


def test_what_is_wrong_with_the_message_will_not_pass() -> None:
    with pytest.raises(Undeliverable):
        judge(refusal(100), clock)


def test_what_meta_calls_transient_is_tried_again() -> None:
    answer = Answer(400, {}, {"error": {"code": 100, "is_transient": True}})
    with pytest.raises(TryAgain):
        judge(answer, clock)


def test_a_subcode_can_say_more_than_its_code() -> None:
    with pytest.raises(Gone):
        judge(refusal(10, 7), clock, gone=[(10, 7)])
    with pytest.raises(Undeliverable, match=r"^Graph 10\.8: over$"):
        judge(refusal(10, 8), clock, gone=[(10, 7)], refused={(10, 8): "over"})
    with pytest.raises(TryAgain):
        judge(refusal(10, 9), clock, gone=[(10, 7)], refused={(10, 8): "over"})
    with pytest.raises(Gone):
        judge(refusal(551, 12), clock, gone=[(551, None)])


@pytest.mark.parametrize("body", [None, [], "x", {"error": None}, {"error": {"code": "4"}}, {}])
def test_an_error_without_shape_is_judged_by_its_status(body: Any) -> None:
    with pytest.raises(TryAgain):
        judge(Answer(500, {}, body), clock)
    with pytest.raises(Undeliverable):
        judge(Answer(400, {}, body), clock)


def test_what_was_taken() -> None:
    judge(Answer(200, {}, {"message_id": "m_1"}), clock)
    with pytest.raises(TryAgain):
        judge(Answer(200, {}, None), clock)  # a proxy's page


USAGE = '{"1": [{"type": "messenger", "estimated_time_to_regain_access": %s}]}'


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7),
        ({"x-business-use-case-usage": USAGE % 3}, 180),
        ({"x-business-use-case-usage": USAGE % 9999}, 3600),
        ({"x-business-use-case-usage": USAGE % 0, "retry-after": "7"}, 7),
        ({"x-business-use-case-usage": USAGE % '"soon"', "retry-after": "7"}, 7),
        ({"x-business-use-case-usage": "[]", "retry-after": "7"}, 7),
        ({"x-business-use-case-usage": "no JSON", "retry-after": "7"}, 7),
        ({"x-business-use-case-usage": "{}"}, None),
        ({"x-business-use-case-usage": USAGE % "NaN"}, None),
    ],
)
def test_how_long_a_limit_lasts(headers: dict[str, str], seconds: float | None) -> None:
    with pytest.raises(TryAgain) as failure:
        judge(Answer(400, headers, {"error": {"code": 4}}), clock)

    assert failure.value.after == seconds


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (refusal(190, status=401), "not valid"),
        (refusal(10, status=403), "permission"),
        (refusal(200, status=403), "permission"),
        (refusal(100, 33), "the id is wrong"),
        (Answer(502, {}, None), "502"),
        (Answer(200, {}, None), "200"),
    ],
)
def test_trouble_is_told_to_whoever_sets_it_up(answer: Answer, said: str) -> None:
    assert said in (graph.trouble(answer) or "")


def test_no_trouble() -> None:
    assert graph.trouble(Answer(200, {}, {"id": "1"})) is None


# --- reading ---


def test_what_is_no_list_has_no_items() -> None:
    assert list(nested({"a": [{"b": [1, 2]}, {"b": 3}, 4, {"b": [5]}]}, "a", "b")) == [1, 2, 5]
    assert list(nested([], "a")) == []


def test_what_cannot_be_read_does_not_take_the_rest_down() -> None:
    def read(item: Any) -> Event | None:
        return Event("message", identifier(item["id"]), "p", {}) if item["id"] != "skip" else None

    items = [{"id": "1"}, {}, None, {"id": 2}, {"id": ""}, {"id": "skip"}, {"id": "3"}]
    found = list(read_each(iter(items), read))
    assert [event.id for event in found if isinstance(event, Event)] == ["1", "3"]
    odd = [one.what.split(" at ")[0] for one in found if isinstance(one, Unreadable)]
    assert odd == ["KeyError", "TypeError", "TypeError", "TypeError"]
