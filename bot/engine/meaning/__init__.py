"""What a message means beside what was said before: a quote that is open, a price that was given."""
