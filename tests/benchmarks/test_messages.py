from __future__ import annotations

from benchmarks.messages import fresh_conversations, long_conversation
from benchmarks.sample import Sample


def test_so_many_messages_in_conversations_of_four(sample: Sample) -> None:
    conversations = fresh_conversations(sample, 40, seed=1)
    assert [len(conversation) for conversation in conversations] == [4] * 10


def test_a_conversation_greets_asks_twice_and_thanks(sample: Sample) -> None:
    hello, first, second, thanks = fresh_conversations(sample, 4, seed=1)[0]
    assert hello in sample["en", "greet"]
    questions = sample["en", "faq_proration"] + sample["en", "faq_benefits"]
    assert {first, second} <= set(questions)
    assert thanks in sample["en", "thank"]


def test_conversations_alternate_between_the_languages(sample: Sample) -> None:
    languages = [{text[:2] for text in texts} for texts in fresh_conversations(sample, 16, seed=1)]
    assert languages == [{"en"}, {"fr"}, {"en"}, {"fr"}]


def test_the_same_seed_says_the_same(sample: Sample) -> None:
    assert fresh_conversations(sample, 80, 1) == fresh_conversations(sample, 80, 1)
    assert fresh_conversations(sample, 80, 1) != fresh_conversations(sample, 80, 2)


def test_a_long_conversation_is_of_english_questions(sample: Sample) -> None:
    texts = long_conversation(sample, 60, seed=1)
    assert len(texts) == 60
    assert set(texts) == {*sample["en", "faq_proration"], *sample["en", "faq_benefits"]}


def test_the_windows_of_a_long_conversation_hold_the_same_texts(sample: Sample) -> None:
    texts = long_conversation(sample, 200, seed=1)
    assert texts[:25] == texts[-25:]
    assert len(set(texts[:25])) > 1
