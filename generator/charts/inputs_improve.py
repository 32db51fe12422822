"""What the charts of where to act are called with, beside the rows of `inputs`.

    ProcessControl(unit="%", least=0, most=100)(about, "Aldermoor", controls, target, rebases)
    DotRange(unit="%", then="2019/20", now="2024/25")(about, rows, comparators)
    Fan(unit="%")(about, history, expected, target, clipped=True)
    Funnel(unit="%", size_of="people")(about, funnel_rows, average, curve)
    Contributions(unit="%", heading="Group")(about, parts, total)
    SmallMultiples(unit="%")(about, series, target)

`DotRange`, `Contributions` take `Row`s, `SmallMultiples` one `Series` a panel. Limits, bands and
curves come with the rows, computed elsewhere: a chart draws them and works nothing out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.charts.inputs import Point, Value
from generator.charts.marks import Signal

NO_VALUE = Value(None)


@dataclass(frozen=True)
class Control:
    """One period of a process-control chart: its value, and what was usual at that time.

    `mean`, `lower` and `upper` are the centre line and the process limits that hold for this
    period, not clipped; `NO_VALUE` where there are none. `rule` says in words why there is a signal
    ("seven in a row below the usual level"). A period without a value keeps its place.
    """

    point: Point
    mean: Value = NO_VALUE
    lower: Value = NO_VALUE
    upper: Value = NO_VALUE
    signal: Signal = "none"
    rule: str = ""


@dataclass(frozen=True)
class Rebase:
    """From `at` on the usual level and the limits are worked out afresh.

    `label` is the period in words, `because` a short reason ("the service was redesigned").
    """

    at: date
    label: str
    because: str


@dataclass(frozen=True)
class Expected:
    """A forecast for one period: `point.value` is what is expected, bare.

    The four ends of the bands are clipped to what is possible where the caller says so. All four
    are `NO_VALUE` for a forecast without bands.
    """

    point: Point
    lower80: Value = NO_VALUE
    upper80: Value = NO_VALUE
    lower95: Value = NO_VALUE
    upper95: Value = NO_VALUE


@dataclass(frozen=True)
class FunnelRow:
    """A place or partner in a funnel: `size` is its denominator, or its expected number.

    The limits are those at its own size; `words` is its verdict as the table says it ("worse than
    expected"). A row without a value or a size stands in the table alone.
    """

    name: str
    size: Value
    value: Value
    lower95: Value = NO_VALUE
    upper95: Value = NO_VALUE
    lower998: Value = NO_VALUE
    upper998: Value = NO_VALUE
    signal: Signal = "none"
    words: str = ""
    code: str = ""
    subject: bool = False


@dataclass(frozen=True)
class FunnelLimits:
    """The limits at one size; a funnel's curves run through these, in order of size."""

    size: float
    lower95: float
    upper95: float
    lower998: float
    upper998: float
