from bot.channels.messaging import labels


def test_a_list_is_opened_in_the_customers_language() -> None:
    assert labels.choose() == {"en": "Choose", "fr": "Choisir"}
