"""Improve readings: where to act. One a file; each is called with everything there is to read."""

from __future__ import annotations

from collections.abc import Callable

from ..basis import Basis, Found

IMPROVE: tuple[Callable[[Basis], Found], ...] = ()
"""Every improve reading, in the order of data/readings.csv."""
