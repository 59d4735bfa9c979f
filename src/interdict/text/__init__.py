"""What is known about text alone: folding, names as tokens, identifiers, countries."""
