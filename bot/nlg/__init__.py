"""What the bot says: responses, translated and filled with values in the customer's format.

Plain Python but for `generator`, which plugs it into Rasa.
"""
