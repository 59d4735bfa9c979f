"""Screening: parties against the record, one or many, with answers that explain themselves."""
