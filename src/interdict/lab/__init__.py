"""Validation: what screening finds, what it misses and what it costs, measured on a real list."""
