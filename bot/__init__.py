"""Prorata's conversation server: everything that runs beside Rasa."""
