"""Prorata's embedded quote service: what adding seats in mid-term costs, exactly.

A demo catalogue, demo accounts and their subscriptions behind `openapi.yaml`. Every price
is invented. The service knows nothing of the bot that calls it.
"""
