"""Synthetic cases, drawn from the knowledge base's own frequencies: for benchmarks, teaching and load tests."""
