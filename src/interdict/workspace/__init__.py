"""The composition root: one workspace is one record with everything that works on it."""

from interdict.workspace.root import Times, Workspace

__all__ = ["Times", "Workspace"]
