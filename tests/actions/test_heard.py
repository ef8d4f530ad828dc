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
