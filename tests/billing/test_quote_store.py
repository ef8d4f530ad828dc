from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from threading import Barrier

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from billing.errors import BillingError, Code
from billing.payloads import QuoteRequest
from billing.quote_store import QuoteStore
from billing.tables import quotes

NOW = datetime(2026, 9, 1, 16, tzinfo=timezone.utc)
LIFETIME = timedelta(minutes=15)
REQUEST = QuoteRequest("sub_demo_1", 3, None, None, "en")
OTHER_REQUEST = QuoteRequest("sub_demo_1", 4, None, None, "en")
ACCOUNT, KEY = "demo-montreal", "key-00000001"


def counted_ids() -> Callable[[], str]:
    numbers = iter(range(10_000))
    return lambda: f"q_{next(numbers):016}"


@pytest.fixture
def store(engine: Engine) -> QuoteStore:
    return QuoteStore(engine, LIFETIME, counted_ids())


def test_the_same_key_and_request_give_the_same_quote(store: QuoteStore) -> None:
    first = store.create(ACCOUNT, KEY, REQUEST, NOW)
    later = store.create(ACCOUNT, KEY, REQUEST, NOW + timedelta(hours=2))
    assert (later.id, later.body) == (first.id, first.body)


def test_another_request_with_the_key_is_refused(store: QuoteStore) -> None:
    store.create(ACCOUNT, KEY, REQUEST, NOW)
    with pytest.raises(BillingError) as refusal:
        store.create(ACCOUNT, KEY, OTHER_REQUEST, NOW)
    assert refusal.value.code is Code.IDEMPOTENCY_KEY_REUSED


def test_a_key_belongs_to_its_account(store: QuoteStore) -> None:
    mine = store.create(ACCOUNT, KEY, REQUEST, NOW)
    theirs = store.create("demo-lyon", KEY, QuoteRequest("sub_demo_3", 1, None, None, "en"), NOW)
    assert mine.id != theirs.id


def test_a_refusal_uses_up_no_key(store: QuoteStore) -> None:
    with pytest.raises(BillingError):
        store.create(ACCOUNT, KEY, QuoteRequest("sub_demo_99", 3, None, None, "en"), NOW)
    assert store.create(ACCOUNT, KEY, REQUEST, NOW).id


@pytest.mark.parametrize("others", [[REQUEST], [REQUEST, OTHER_REQUEST]])
def test_of_duplicates_at_once_one_is_stored(engine: Engine, others: list[QuoteRequest]) -> None:
    """Each thread makes its quote, then all insert together: the constraint decides."""
    threads = 6
    together = Barrier(threads)

    def id_after_all_have_looked() -> str:
        together.wait(10)
        return ids()

    ids = counted_ids()
    store = QuoteStore(engine, LIFETIME, id_after_all_have_looked)

    def create(number: int) -> str:
        try:
            return str(store.create(ACCOUNT, KEY, others[number % len(others)], NOW).id)
        except BillingError as refusal:
            return refusal.code.value

    with ThreadPoolExecutor(threads) as pool:
        answers = list(pool.map(create, range(threads)))
    with engine.connect() as db:
        assert db.execute(select(func.count()).select_from(quotes)).scalar() == 1
    refused = answers.count("idempotency-key-reused")
    assert refused == (0 if len(others) == 1 else threads // 2)
    assert len(set(answers) - {"idempotency-key-reused"}) == 1


def test_a_quote_is_read_by_its_account_until_it_expires(store: QuoteStore) -> None:
    stored = store.create(ACCOUNT, KEY, REQUEST, NOW)
    last_second = NOW + LIFETIME - timedelta(seconds=1)
    assert store.get(ACCOUNT, stored.id, last_second) == stored.body
    with pytest.raises(BillingError) as expired:
        store.get(ACCOUNT, stored.id, NOW + LIFETIME)
    assert expired.value.code is Code.QUOTE_EXPIRED


@pytest.mark.parametrize("at", [NOW, NOW + LIFETIME])
def test_another_accounts_quote_does_not_exist(store: QuoteStore, at: datetime) -> None:
    stored = store.create(ACCOUNT, KEY, REQUEST, NOW)
    with pytest.raises(BillingError) as refusal:
        store.get("demo-lyon", stored.id, at)
    assert refusal.value.code is Code.QUOTE_NOT_FOUND


def test_an_id_that_is_not_new_is_no_duplicate_request(engine: Engine) -> None:
    store = QuoteStore(engine, LIFETIME, lambda: "q_0000000000000000")
    store.create(ACCOUNT, KEY, REQUEST, NOW)
    with pytest.raises(RuntimeError):
        store.create(ACCOUNT, "key-00000002", REQUEST, NOW)
