"""A series as a process-control chart: its results with the limits that hold for each."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from generator import charts
from generator.wording import periods, process

from ..charted import targets, titled
from ..figures import Drawn, drawn
from ..known import cells, points
from ..known.cells import Reading
from ..known.sources import cited
from ..known.standing import Standing

SIGNALS: Mapping[str, charts.Signal] = {
    "special-cause improvement": "better",
    "special-cause concern": "worse",
    "special-cause higher": "higher",
    "special-cause lower": "lower",
}
_SAID = {
    "special-cause improvement": "a change for the better, beyond chance",
    "special-cause concern": "a change for the worse, beyond chance",
    "special-cause higher": "higher than chance alone gives",
    "special-cause lower": "lower than chance alone gives",
    "common cause": "the latest value is within the usual range",
    "not enough data": "too few values to tell chance from change",
}
SETTLED = 12
"""Values from which limits are no longer on trial."""


def control_chart(standing: Standing, reading: Reading, every: pd.DataFrame, page: str) -> Drawn:
    """The chart of everyone in the place (`every`, of `limited`), with the target that its
    assurance speaks of."""
    indicator, lookup = standing.indicator, standing.lookup
    rows = controls(standing, every)
    known = [row for row in rows if row.point.value.value is not None]
    least, most = lookup.worked.possible[str(indicator.id)]
    span = f"{known[0].point.short} to {known[-1].point.short}"
    aims = targets(standing) if standing.assurance else ()
    title = _SAID[reading.verdict]
    subtitle = (indicator.title, standing.unit_words, standing.place, span)
    chart = charts.ProcessControl(
        unit=standing.manner.sign,
        least=least if math.isfinite(least) else None,
        most=most if math.isfinite(most) else None,
        screened=True,
        trial=SETTLED if len(in_last_part(every)) < SETTLED else 0,
    )(
        charts.About(
            id="process-control",
            title=titled(f"{indicator.title}: {title}", f"{title[:1].upper()}{title[1:]}"),
            subtitle=", ".join(part for part in subtitle if part),
            measure=f"{indicator.title} and its usual range",
        ),
        standing.place,
        rows,
        aims[0] if aims else None,
        tuple(
            charts.Rebase(one.start.start, periods.words(one.start), one.because.rstrip("."))
            for one in indicator.rebase
        ),
        points.breaks(standing),
    )
    sources = cited(lookup, indicator, standing.span)
    return drawn(chart, page, sources, standing.status, standing.marked)


def limited(standing: Standing, reading: Reading) -> pd.DataFrame:
    """The results of everyone of the reading's frequency, in order of time, with the columns of
    `frames.LIMITS` beside them (missing where a result has none)."""
    lookup = standing.lookup
    every = lookup.results(standing.indicator.id)
    frequency = lookup.report.inputs.periods[reading.period].frequency
    own = (every["area"] == reading.area) & (every["frequency"] == frequency)
    rows = every[own & cells.of_everyone(every)]
    return rows.sort_values("period_end", kind="stable").join(lookup.worked.limits)


def controls(standing: Standing, rows: pd.DataFrame) -> tuple[charts.Control, ...]:
    """The rows of `limited` as points of the chart."""
    ends = (rows[f"of_{name}"].tolist() for name in ("mean", "lower", "upper"))
    said = (rows[f"of_{name}"].astype(object).tolist() for name in ("verdict", "rule", "side"))
    made = []
    for result, mean, lower, upper, verdict, rule, side in zip(
        cells.results(rows), *ends, *said, strict=True
    ):
        signal = SIGNALS.get(verdict, "none")
        made.append(
            charts.Control(
                points.point(standing, result),
                _value(standing, mean),
                _value(standing, lower),
                _value(standing, upper),
                signal,
                process.point(rule, side) if signal != "none" else "",
            )
        )
    return tuple(made)


def in_last_part(rows: pd.DataFrame) -> pd.DataFrame:
    """Those of `limited` that share the limits of the latest, and have a value."""
    known = rows[rows["value"].notna()]
    same: pd.DataFrame = known[(known["of_part"] == known["of_part"].iloc[-1]).to_numpy()]
    return same


def _value(standing: Standing, number: float) -> charts.Value:
    if math.isnan(number):
        return charts.Value(None)
    return charts.Value(number, standing.manner.bare(number))
