"""The matching engine measured: speed beside peers and floors, quality on labelled sets."""
