"""The ways to compute an indicator from metrics, one a file.

A method is a frozen dataclass: its fields are the keys that one writes beside `use:`. Called with
whole columns of its `metrics` it gives whole `Columns`. It exists when it is named here.
"""

from __future__ import annotations

from .columns import Columns as Columns
from .columns import Values as Values
from .count import Count
from .mean import Mean
from .proportion import Proportion
from .published import Published
from .rate import Rate
from .ratio import Ratio
from .sum import Sum

Methods = Count | Sum | Proportion | Rate | Ratio | Mean | Published

METHODS: dict[str, type[Methods]] = {
    "count": Count,
    "sum": Sum,
    "proportion": Proportion,
    "rate": Rate,
    "ratio": Ratio,
    "mean": Mean,
    "published": Published,
}
