"""What can be said of the inputs before anything is computed."""

from .check import check

__all__ = ["check"]
