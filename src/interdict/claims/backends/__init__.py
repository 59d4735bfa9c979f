"""Other ways to find claims, off unless configured; whatever they propose, the text decides."""
