"""`python -m benchmarks.understanding`: how well messages are understood, into docs/nlu/."""
