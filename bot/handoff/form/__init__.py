"""A callback or a message, taken in the conversation: asked for, read back, changed, withdrawn."""
