"""What a billing system that hangs does to everyone else: the whole stack, measured."""
