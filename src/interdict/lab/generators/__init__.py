"""Test names from listed names: one function for each kind of error, one module for a family.

Every function takes a `Subject` and its own seeded `Random`, and gives the altered name (or
birth date), or None where the alteration makes no sense for that party. `catalog` lists them.
"""
