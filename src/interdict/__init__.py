"""One record of who is designated, since when, under what authority and on whose word."""

from importlib.metadata import version

__version__ = version("interdict")
