"""The ways to compute an indicator from metrics, one a file.

A method is a frozen dataclass: its fields are the keys that one writes beside `use:`. Called with
whole columns of its `metrics` (those of `Standardised` by category) it gives whole `Columns`. It
exists when it is named here.
"""

from __future__ import annotations

from .change import Change as Change
from .columns import ByCategory as ByCategory
from .columns import Columns as Columns
from .columns import Values as Values
from .count import Count as Count
from .directly_standardised import DirectlyStandardised as DirectlyStandardised
from .indirectly_standardised import IndirectlyStandardised as IndirectlyStandardised
from .mean import Mean as Mean
from .proportion import Proportion as Proportion
from .published import Published as Published
from .rate import Rate as Rate
from .ratio import Ratio as Ratio
from .sum import Sum as Sum

Standardised = DirectlyStandardised | IndirectlyStandardised
"""Methods that read their metrics by the categories of a breakdown, `by`."""
Methods = Count | Sum | Proportion | Rate | Ratio | Mean | Change | Standardised | Published

METHODS: dict[str, type[Methods]] = {
    "count": Count,
    "sum": Sum,
    "proportion": Proportion,
    "rate": Rate,
    "ratio": Ratio,
    "mean": Mean,
    "change": Change,
    "directly_standardised": DirectlyStandardised,
    "indirectly_standardised": IndirectlyStandardised,
    "published": Published,
}


def made_as(method: object) -> str:
    """The word of the method by which a value is made: a change's is a proportion or a mean."""
    if isinstance(method, Change):
        return "mean" if method.measure == "mean_change" else "proportion"
    return next((word for word, kind in METHODS.items() if isinstance(method, kind)), "")
