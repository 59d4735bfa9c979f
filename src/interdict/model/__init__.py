"""The nouns: frozen, without I/O, on the standard library alone."""
