"""Seats, product, date, currency and subscription id in a customer's words. No Rasa here."""

from bot.nlu.entities.entity import Entity
from bot.nlu.entities.extraction import extract

__all__ = ["Entity", "extract"]
