from __future__ import annotations

from actions.heard import Entity, Heard
from tests.actions.conftest import Said


def test_who_speaks_and_what_was_said(said: Said) -> None:
    tracker = said(
        "request_quote",
        account="demo-lyon",
        seats=[(10, "current"), (15, "target")],
        product="Maya",
    )
    heard = Heard.of(tracker)
    assert (heard.intent, heard.account, heard.region, heard.quoted) == (
        "request_quote",
        "demo-lyon",
        "CA",
        False,
    )
    assert heard.all("seats") == [Entity("seats", 10, "current"), Entity("seats", 15, "target")]
    assert heard.last("seats") == Entity("seats", 15, "target")
    assert heard.last("product") == Entity("product", "Maya", None)
    assert heard.last("date") is None


def test_a_number_in_another_question_is_no_answer(said: Said) -> None:
    assert Heard.of(said("faq_how_many_seats", seats=3)).entities == ()


def test_the_account_is_the_channels_and_never_typed(said: Said) -> None:
    """Neither a slot nor an entity nor an older message makes an identity."""
    earlier = [{"event": "user", "metadata": {"account": "demo-lyon"}}]
    tracker = said("inform", slots={"account": "demo-lyon"}, events=earlier, subscription_id="x")
    tracker.events.append({"event": "slot", "name": "account", "value": "demo-lyon"})
    assert Heard.of(tracker).account is None


def test_nothing_said_yet(said: Said) -> None:
    tracker = said("inform", slots={"locale": None, "quoted": True})
    tracker.events.clear()
    tracker.latest_message.clear()
    assert Heard.of(tracker) == Heard("", (), None, None, True)


def test_what_a_date_is_for(said: Said) -> None:
    text = "how much for 3 seats from Friday"
    friday = {"entity": "date", "value": "2026-11-27", "start": 26, "end": 32}
    tracker = said("request_quote", message={"text": text, "entities": [friday]})
    assert Heard.of(tracker).entities == (Entity("date", "2026-11-27", "purchase"),)
    text = "I need 3 more seats by Friday"
    wished = {**friday, "start": 23, "end": 29}
    tracker = said("request_quote", message={"text": text, "entities": [wished]})
    assert Heard.of(tracker).entities == ()


def test_of_two_dates_the_purchase_is_the_one_from_which(said: Said) -> None:
    text = "3 seats, we renew June 1, starting March 1"
    june = {"entity": "date", "value": "2027-06-01", "start": 18, "end": 24}
    march = {"entity": "date", "value": "2027-03-01", "start": 35, "end": 42}
    heard = Heard.of(said("inform", message={"text": text, "entities": [june, march]}))
    assert [entity.role for entity in heard.entities] == [None, "purchase"]


def test_a_date_where_it_was_asked_for_is_the_renewal(said: Said) -> None:
    dated = {"entity": "date", "value": "2027-02-22", "start": 0, "end": 11}
    message = {"text": "in 3 months", "entities": [dated]}
    tracker = said("inform", slots={"requested_slot": "renewal_date"}, message=message)
    assert Heard.of(tracker).entities == (Entity("date", "2027-02-22", None),)
    assert Heard.of(said("inform", message=message)).entities[0].role == "purchase"


def test_whether_the_renewal_was_named(said: Said) -> None:
    assert Heard.of(said("inform", message={"text": "it renews in March"})).names_renewal
    assert not Heard.of(said("inform", message={"text": "in March"})).names_renewal


def test_orders_with_their_numbers_are_set_apart(said: Said) -> None:
    entities = [
        {"entity": "seats", "value": 3, "start": 0, "end": 1, "role": "add"},
        {"entity": "product", "value": "Revit", "start": 2, "end": 7},
        {"entity": "seats", "value": 12, "start": 18, "end": 20, "role": "target"},
        {"entity": "product", "value": "AutoCAD", "start": 21, "end": 28},
    ]
    message = {"text": "3 Revit and go to 12 AutoCAD", "entities": entities}
    heard = Heard.of(said("request_quote", message=message))
    assert heard.entities == (Entity("seats", 3, "add"), Entity("product", "Revit", None))
    assert heard.others == ((Entity("product", "AutoCAD", None), Entity("seats", 12, "target")),)


def test_the_article_of_a_new_quote_is_no_number(said: Said) -> None:
    entities = [{"entity": "seats", "value": 1, "start": 0, "end": 2}]
    message = {"text": "un nouveau devis", "entities": entities}
    assert Heard.of(said("request_quote", message=message)).entities == ()
    assert Heard.of(said("nlu_clarify", message=message), meant="request_quote").entities == ()
