"""Amounts, dates and phone numbers as each locale writes them (CLDR through Babel, and its gaps).

A locale is a CLDR name such as `fr_CA`, or a bare language such as `fr`. No-break spaces are kept.
"""

from bot.nlg.formats.currencies import currency_name
from bot.nlg.formats.dates import format_date, format_time
from bot.nlg.formats.lists import format_list
from bot.nlg.formats.money import format_money
from bot.nlg.formats.numbers import format_number, format_percent
from bot.nlg.formats.phones import format_phone, phone_link

__all__ = [
    "currency_name",
    "format_date",
    "format_list",
    "format_money",
    "format_number",
    "format_percent",
    "format_phone",
    "format_time",
    "phone_link",
]
