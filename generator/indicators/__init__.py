"""Metrics → results: totals where they may be summed, methods, flags."""

from __future__ import annotations

from .compute import compute as compute
from .compute import metrics_of as metrics_of
from .methods import METHODS as METHODS
from .summed import summed as summed
from .summed_periods import with_summed_periods as with_summed_periods
