"""Metrics → results: totals where they may be summed, methods, flags."""

from __future__ import annotations

from .methods import METHODS as METHODS
