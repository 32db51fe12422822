"""Charts over time, called with results: a trend with its comparators, and one small as a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator import charts
from generator.charts.chart import MOST_WORDS
from generator.wording import reasons

from .figures import Drawn, drawn
from .known import points
from .known.cells import Reading, Result
from .known.sources import cited
from .known.standing import Standing
from .layout import joined
from .worded import Spark

NO_MARGIN = reasons.NO_MARGIN
FEWEST = 2
"""One value is no line: a table and the number say it better."""


def over_time(standing: Standing, page: str, id: str = "over-time") -> Drawn | None:
    """The indicator in one place over time, with its comparators; None for under two values."""
    known = [r for r in standing.series if r.value is not None]
    if len(known) < FEWEST or standing.by_group_only:
        return None
    others = comparators(standing)
    aims = targets(standing)
    chart = charts.Trend(unit=standing.manner.sign)(
        charts.About(
            id=id,
            title=_trend_title(standing),
            subtitle=_subtitle(standing, (s.name for s in others), known),
            measure=standing.indicator.title,
            notes=_notes(standing, known),
        ),
        charts.Series(standing.place, points.points(standing)),
        others,
        baseline=points.baseline(standing),
        targets=aims,
        breaks=points.breaks(standing),
    )
    return drawn(
        chart,
        page,
        cited(standing.lookup, standing.indicator, standing.span),
        standing.status,
        standing.marked,
    )


def comparators(standing: Standing) -> tuple[charts.Series, ...]:
    """What the place is held against, as lines: at most three that have values in its periods."""
    periods = {r.period for r in standing.series}
    found = []
    for name, series in _compared(standing):
        known = tuple(r for r in series if r.period in periods)
        if any(r.value is not None for r in known):
            found.append(charts.Series(name, tuple(points.point(standing, r) for r in known)))
    return tuple(found[:3])


def _compared(standing: Standing) -> Iterator[tuple[str, tuple[Result, ...]]]:
    """The names and series of the areas that it is compared with, the reading's own first."""
    lookup, indicator = standing.lookup, standing.indicator
    frequency = standing.series[-1].frequency if standing.series else ""
    for code in standing.comparators:
        if code != standing.area:
            yield lookup.area_name(code), lookup.series(indicator.id, code, frequency)


def spark(standing: Standing, tone: str, width: float = 136, height: float = 48) -> Spark | None:
    """The place's series as small as a word; None where there are not two values."""
    if sum(r.value is not None for r in standing.series) < 2:
        return None
    series, base = points.points(standing), points.baseline(standing)
    made = charts.Sparkline(width, height)(
        series,
        base,
        tone,  # type: ignore[arg-type]  # shapes.SHAPES holds the same words
        points.breaks(standing),
    )
    return Spark(Markup(made.svg), made.words, _when(series, base))


def _when(series: Iterable[charts.Point], base: charts.Baseline | None) -> str:
    """The two periods that a sparkline's words speak of."""
    known = [point for point in series if point.value.value is not None]
    first = base.label if base and base.at < known[-1].end else known[0].short
    return f"({first} and {known[-1].short})"


def titled(*candidates: str) -> str:
    """The first title that is short enough for a chart; the last one always is."""
    return next(
        (c for c in candidates if c and len(c.split()) <= MOST_WORDS and not c.endswith(".")),
        candidates[-1],
    )


def _trend_title(standing: Standing) -> str:
    own = standing.indicator.texts.chart
    since = standing.since
    comparable = since is not None and since.verdict != "cannot say"
    if since is None or since.value is None or since.reference_value is None or not comparable:
        return titled(own, f"{standing.indicator.title}, {standing.place}", "The values over time")
    when = standing.since_when(since.reference_period)
    if since.verdict == "no clear change":
        long = f"{standing.indicator.title}: no clear change since {when}"
        return titled(own, long, f"No clear change since {when}", "No clear change since the start")
    start, end = standing.said(since.reference_value), standing.said(since.value)
    if start == end:
        moved = short = f"level at {end} since {when}"
    else:
        way = standing.manner.way(since.value - since.reference_value) or "level"
        moved = f"{way} from {start} to {end} since {when}"
        start, end = standing.shown(since.reference_value), standing.shown(since.value)
        short = f"{way} from {start} to {end} since {when}"
    return titled(
        own,
        f"{standing.indicator.title}: {moved}",
        moved[0].upper() + moved[1:],
        short[0].upper() + short[1:],
        "The values over time",
    )


def _subtitle(standing: Standing, others: Iterable[str], known: list[Result]) -> str:
    who = joined([standing.place, *others])
    first, last = (standing.short_period(r.period) for r in (known[0], known[-1]))
    span = f"{first} to {last}"
    if first.startswith("to "):  # a year to a month
        span = f"from the 12 months {first} until those {last}"
    elif " to " in first:
        span = f"from {first} until {last}"
    parts = [standing.indicator.title, standing.unit_words, who, span]
    return ", ".join(part for part in parts if part)


def _notes(standing: Standing, known: list[Result]) -> tuple[str, ...]:
    return () if any(r.lower is not None for r in known) else (NO_MARGIN,)


def targets(standing: Standing) -> tuple[charts.Target, ...]:
    """What is aimed for in the place, where there is a target."""
    reading: Reading | None = standing.towards
    if reading is None or reading.reference_value is None:
        return ()
    end = standing.lookup.report.inputs.periods.get(reading.reference_period)
    return (
        charts.Target(
            f"Target {standing.period(reading.reference_period)}",
            end.end if end else None,
            reading.reference_value,
            standing.manner.bare(reading.reference_value),
        ),
    )
