"""Data packages → model: the door. Nothing is misread: it is read right or refused."""

from .describing import describe
from .read import read

__all__ = ["describe", "read"]
